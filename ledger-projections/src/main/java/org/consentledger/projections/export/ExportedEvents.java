package org.consentledger.projections.export;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.Gatherers;
import java.util.stream.LongStream;
import org.consentledger.core.export.ExportFormat;
import org.consentledger.core.export.ExportScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the events of a scope that lie under one checkpoint, a batch at a time. Positions have no
 * gaps and events never change, so the batches together are one snapshot, whatever is written
 * meanwhile, and may be read side by side.
 */
final class ExportedEvents {

  private static final int BATCH = 1000;

  /** More would wait for whoever writes what they read. */
  private static final int SIDE_BY_SIDE = 3;

  private static final String SELECT =
      "select l.leaf_index, e.*, encode(s.salt, 'hex') as salt_hex, ";

  private static final String OF_HISTORY =
      " from history h where h.position > :after and h.position <= :last";

  /** PostgreSQL infers no range for a joined table: without its own, each batch reads it anew. */
  private static final String FROM_HISTORY =
      """
       from (select * from history where position > :after and position <= :last) h join event e using (position)
      """;

  private static final String LEAVES_AND_SALTS =
      """
       join ledger_leaf l using (position)
       left join (select * from event_salt where position > :after and position <= :last) s using (position)
       where e.position > :after and e.position <= :last and l.position > :after and l.position <= :last
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
  private final ExportFormat format;
  private final ExportScope scope;
  private final long lastPosition;

  /** A part of the history: behind one position, up to another. */
  record Stretch(long after, long last) {}

  /** Makes something of a batch of events, beside others. */
  @FunctionalInterface
  interface Preparation<T> {
    T prepare(List<ExportedEvent> events) throws IOException;
  }

  /** Takes what was made of a batch. */
  @FunctionalInterface
  interface Batch<T> {
    void take(T prepared) throws IOException;
  }

  /**
   * Reads from this database.
   *
   * @param size how many leaves the checkpoint speaks of
   */
  ExportedEvents(JdbcClient database, ExportFormat format, ExportScope scope, long size) {
    this.database = database;
    this.format = format;
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
    statement("select h.name, count(*) as events" + OF_HISTORY, all(), " group by h.name")
        .query(
            row -> {
              counts.put(row.getString("name"), row.getLong("events"));
            });
    return counts;
  }

  /** Reads all; batches are taken in their order, by the caller's thread alone. */
  <T> void forEachBatch(Preparation<T> preparation, Batch<T> batch) throws IOException {
    try {
      stretches().stream()
          .gather(
              Gatherers.mapConcurrent(
                  SIDE_BY_SIDE, stretch -> prepared(preparation, read(stretch))))
          .forEach(prepared -> take(batch, prepared));
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static <T> T prepared(Preparation<T> preparation, List<ExportedEvent> events) {
    try {
      return preparation.prepare(events);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static <T> void take(Batch<T> batch, T prepared) {
    try {
      batch.take(prepared);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Parts of the history that have a batch each, in their order. */
  List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    long after = 0;
    for (long end : ends()) {
      stretches.add(new Stretch(after, end));
      after = end;
    }
    stretches.add(new Stretch(after, lastPosition));
    return stretches;
  }

  /** The positions of the last events of all batches but the last. */
  private List<Long> ends() {
    if (scope.isWhole()) {
      return LongStream.rangeClosed(1, lastPosition / BATCH).mapToObj(it -> it * BATCH).toList();
    }
    return statement(
            """
            select position from (select h.position, row_number() over (order by h.position) as number
            """
                + OF_HISTORY,
            all(),
            ") as numbered where number % " + BATCH + " = 0 order by position")
        .query((row, number) -> row.getLong("position"))
        .list();
  }

  /** Reads the events of the scope that one part of the history has, in their order. */
  List<ExportedEvent> read(Stretch stretch) {
    return statement(SELECT + source() + LEAVES_AND_SALTS, stretch, " order by e.position")
        .query((row, number) -> event(row))
        .list();
  }

  /** The archive of the whole history needs nothing but what its lines have. */
  private String source() {
    if (format != ExportFormat.ARCHIVE) {
      return "null as entry, h.subject_id, h.purpose_id, h.actor" + FROM_HISTORY;
    }
    String nobody = ", null as subject_id, null as purpose_id, null as actor";
    return scope.isWhole()
        ? "null as entry" + nobody + " from event e"
        : "convert_from(l.entry, 'UTF8') as entry" + nobody + FROM_HISTORY;
  }

  private Stretch all() {
    return new Stretch(0, lastPosition);
  }

  /**
   * A statement.
   *
   * @param select with a condition, to which those of the scope are added
   */
  private JdbcClient.StatementSpec statement(String select, Stretch stretch, String end) {
    StringBuilder conditions = new StringBuilder();
    if (scope.from() != null) {
      conditions.append(" and h.recorded_at >= :from");
    }
    if (scope.to() != null) {
      conditions.append(" and h.recorded_at < :to");
    }
    if (scope.subjectId() != null) {
      conditions.append(" and h.subject_id = :subject");
    }
    if (scope.requestId() != null) {
      conditions.append(" and ").append(ASKED_ABOUT);
    }
    if (!scope.types().isEmpty()) {
      conditions.append(" and h.name = any(:types)");
    }
    return database
        .sql(select + conditions + end)
        .param("after", stretch.after())
        .param("last", stretch.last())
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
