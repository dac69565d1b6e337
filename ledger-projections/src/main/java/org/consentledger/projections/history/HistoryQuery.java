package org.consentledger.projections.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    return findKnown(filter, "> :place", after, "asc", limit);
  }

  /**
   * Finds events against their global order, the last first.
   *
   * @param before the position before which to begin; none for the end
   * @param limit how many at most
   * @throws org.consentledger.projections.streaming.ProjectionBehind where the history is not up to
   *     date in time
   */
  public List<Item> findLast(Filter filter, @Nullable Long before, int limit) {
    progress.awaitHead(HistoryProjection.NAME);
    long end = before == null ? Long.MAX_VALUE : before;
    return findKnown(filter, "< :place", end, "desc", limit);
  }

  /**
   * One event, if there is one of this identifier.
   *
   * @throws org.consentledger.projections.streaming.ProjectionBehind where the history is not up to
   *     date in time
   */
  public Optional<Item> find(UUID eventId) {
    progress.awaitHead(HistoryProjection.NAME);
    return database
        .sql(
            """
            select %s
            from history h join event e using (position)
            where e.event_id = :event
            """
                .formatted(COLUMNS))
        .param("event", eventId)
        .query((row, number) -> item(row))
        .optional();
  }

  private List<Item> findKnown(
      Filter filter, String beyond, long place, String direction, int limit) {
    // PostgreSQL infers no range for a joined table, and would read it from its end on.
    List<String> conditions =
        new ArrayList<>(List.of("h.position " + beyond, "e.position " + beyond));
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
            order by h.position %s limit :limit
            """
                .formatted(COLUMNS, String.join(" and ", conditions), direction))
        .param("place", place)
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
