package org.consentledger.projections.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.streaming.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers who did what, and when: always with everything that was acknowledged before the question.
 */
public final class HistoryQuery {

  /** Of an event {@code e} and its row {@code h} of the history, to make an item of. */
  static final String COLUMNS =
      """
      e.position, e.event_id, e.name, e.revision, e.aggregate_type, e.aggregate_id, e.sequence, e.recorded_at,
      h.actor, h.subject_id, h.purpose_id, (e.metadata ->> 'requestId')::uuid as request_id, e.payload
      """;

  private final JdbcClient database;
  private final Progress progress;

  /**
   * What to look for; what is missing is not asked.
   *
   * @param from recorded at this moment or later
   * @param to recorded before this moment
   */
  public record Filter(
      @Nullable SubjectId subjectId,
      @Nullable String name,
      @Nullable PurposeId purposeId,
      @Nullable String actor,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /**
   * An event as it was stored.
   *
   * @param subjectId the subject that it is about, if it is about one
   * @param purposeId the purpose that it is about, if it is about one
   * @param requestId the request that was answered with it, if one was
   * @param payload its JSON, as it was written
   */
  public record Item(
      long position,
      UUID eventId,
      String name,
      String revision,
      String aggregateType,
      String aggregateId,
      long sequence,
      Instant recordedAt,
      @Nullable String actor,
      @Nullable UUID subjectId,
      @Nullable String purposeId,
      @Nullable UUID requestId,
      String payload) {}

  /** Asks this database. */
  public HistoryQuery(JdbcClient database, Progress progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * Finds events in their global order.
   *
   * @param after the position after which to begin
   * @param limit how many at most
   * @throws org.consentledger.projections.streaming.ProjectionBehind where the history is not up to
   *     date in time
   */
  public List<Item> find(Filter filter, long after, int limit) {
    progress.awaitHead(HistoryProjection.NAME);
    return findKnown(filter, after, limit);
  }

  private List<Item> findKnown(Filter filter, long after, int limit) {
    // PostgreSQL infers no range for a joined table, and would read it from the first event on.
    List<String> conditions =
        new ArrayList<>(List.of("h.position > :after", "e.position > :after"));
    addIf(conditions, filter.subjectId(), "h.subject_id = :subject");
    addIf(conditions, filter.name(), "h.name = :name");
    addIf(conditions, filter.purposeId(), "h.purpose_id = :purpose");
    addIf(conditions, filter.actor(), "h.actor = :actor");
    addIf(conditions, filter.from(), "h.recorded_at >= :from");
    addIf(conditions, filter.to(), "h.recorded_at < :to");
    return database
        .sql(
            """
            select %s
            from history h join event e using (position)
            where %s
            order by h.position limit :limit
            """
                .formatted(COLUMNS, String.join(" and ", conditions)))
        .param("after", after)
        .param("limit", limit)
        .param("subject", filter.subjectId() == null ? null : filter.subjectId().value())
        .param("name", filter.name())
        .param("purpose", filter.purposeId() == null ? null : filter.purposeId().value())
        .param("actor", filter.actor())
        .param("from", utc(filter.from()))
        .param("to", utc(filter.to()))
        .query((row, number) -> item(row))
        .list();
  }

  static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getLong("position"),
        row.getObject("event_id", UUID.class),
        row.getString("name"),
        row.getString("revision"),
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("sequence"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getObject("subject_id", UUID.class),
        row.getString("purpose_id"),
        row.getObject("request_id", UUID.class),
        row.getString("payload"));
  }

  private static void addIf(List<String> conditions, @Nullable Object value, String condition) {
    if (value != null) {
      conditions.add(condition);
    }
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
