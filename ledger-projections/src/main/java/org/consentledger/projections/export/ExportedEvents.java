package org.consentledger.projections.export;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.core.export.ExportScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the events of a scope that lie under one checkpoint, a batch at a time. Positions have no
 * gaps and events never change, so the batches together are one snapshot, whatever is written
 * meanwhile.
 */
final class ExportedEvents {

  private static final int AT_ONCE = 2000;

  /** PostgreSQL infers no range for a joined table: without its own, each batch reads it anew. */
  private static final String FROM =
      """
      from history h join event e using (position) join ledger_leaf l using (position)
           left join (select * from event_salt where position > :after and position <= :last) s using (position)
      """;

  private static final String IN_RANGE =
      """
       and e.position > :after and e.position <= :last and l.position > :after and l.position <= :last
      """;

  /** About whom a request asks never changes after its receipt. */
  private static final String ASKED_ABOUT =
      """
      h.subject_id in (
        select subject::uuid
        from current_request, json_array_elements_text(state #> '{received,question,subjectIds}') as subject
        where request_id = :request)
      """;

  private final JdbcClient database;
  private final ExportScope scope;
  private final boolean withEntries;
  private final long lastPosition;

  /** Takes a batch of events in. */
  @FunctionalInterface
  interface Batch {
    void take(List<ExportedEvent> events) throws IOException;
  }

  /**
   * Reads from this database.
   *
   * @param size how many leaves the checkpoint speaks of
   * @param withEntries whether the leaves are read, too
   */
  ExportedEvents(JdbcClient database, ExportScope scope, long size, boolean withEntries) {
    this.withEntries = withEntries;
    this.database = database;
    this.scope = scope;
    this.lastPosition = lastPosition(database, size);
  }

  /** The position of the last event of which a checkpoint of this size speaks; 0 where of none. */
  static long lastPosition(JdbcClient database, long size) {
    return database
        .sql("select coalesce(max(position), 0) from ledger_leaf where leaf_index < :size")
        .param("size", size)
        .query(Long.class)
        .single();
  }

  /** How many events there are of each stored name. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    statement("select h.name, count(*) as events from history h", 0, " group by h.name")
        .query(
            row -> {
              counts.put(row.getString("name"), row.getLong("events"));
            });
    return counts;
  }

  /** Reads all, in their order. */
  void forEachBatch(Batch batch) throws IOException {
    long after = 0;
    List<ExportedEvent> events;
    do {
      events =
          statement(
                  """
                  select l.leaf_index, e.*, encode(s.salt, 'hex') as salt_hex, h.subject_id, h.purpose_id, h.actor,
                  """
                      + (withEntries ? " convert_from(l.entry, 'UTF8')" : " null")
                      + " as entry "
                      + FROM,
                  after,
                  IN_RANGE + " order by h.position limit " + AT_ONCE)
              .query((row, number) -> event(row))
              .list();
      if (!events.isEmpty()) {
        batch.take(events);
        after = events.getLast().position();
      }
    } while (events.size() == AT_ONCE);
  }

  private JdbcClient.StatementSpec statement(String select, long after, String end) {
    List<String> conditions =
        new ArrayList<>(List.of("h.position > :after", "h.position <= :last"));
    if (scope.from() != null) {
      conditions.add("h.recorded_at >= :from");
    }
    if (scope.to() != null) {
      conditions.add("h.recorded_at < :to");
    }
    if (scope.subjectId() != null) {
      conditions.add("h.subject_id = :subject");
    }
    if (scope.requestId() != null) {
      conditions.add(ASKED_ABOUT);
    }
    if (!scope.types().isEmpty()) {
      conditions.add("h.name = any(:types)");
    }
    return database
        .sql(select + " where " + String.join(" and ", conditions) + end)
        .param("after", after)
        .param("last", lastPosition)
        .param("from", utc(scope.from()))
        .param("to", utc(scope.to()))
        .param("subject", scope.subjectId() == null ? null : scope.subjectId().value())
        .param("request", scope.requestId() == null ? null : scope.requestId().value())
        .param("types", scope.types().toArray(String[]::new));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static ExportedEvent event(ResultSet row) throws SQLException {
    return new ExportedEvent(
        row.getLong("leaf_index"),
        row.getLong("position"),
        row.getObject("event_id", UUID.class),
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("sequence"),
        row.getString("name"),
        row.getString("revision"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("payload"),
        row.getString("metadata"),
        row.getString("entry"),
        row.getString("salt_hex"),
        row.getString("subject_id"),
        row.getString("purpose_id"),
        row.getString("actor"));
  }
}
