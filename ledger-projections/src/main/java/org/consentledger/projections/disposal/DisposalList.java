package org.consentledger.projections.disposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.subject.Disposal;
import org.consentledger.core.subject.DisposalProgress;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.StateJson;
import org.consentledger.projections.streaming.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists disposals: always with everything that was acknowledged before the question. */
public final class DisposalList {

  private final JdbcClient database;
  private final Progress progress;
  private final StateJson json = new StateJson();

  /**
   * What to look for; what is missing is not asked.
   *
   * @param outstanding whether recipients are still to be told, or still have to confirm
   */
  public record Filter(
      @Nullable SubjectId subjectId,
      @Nullable DisposalProgress progress,
      @Nullable Boolean outstanding) {}

  /**
   * A disposal with its place.
   *
   * @param position the position of the event with which it begins
   * @param donePosition the position of the event that says that the data is gone; none where it is
   *     not
   */
  public record Listed(Disposal disposal, long position, @Nullable Long donePosition) {}

  /** Asks this database. */
  public DisposalList(JdbcClient database, Progress progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * Finds disposals in the order in which they were asked for.
   *
   * @param after the position after which to begin
   * @param limit how many at most
   * @throws org.consentledger.projections.streaming.ProjectionBehind where the list is not up to
   *     date in time
   */
  public List<Listed> find(Filter filter, long after, int limit) {
    progress.awaitHead(DisposalProjection.NAME);
    List<String> conditions = new ArrayList<>(List.of("position > :after"));
    addIf(conditions, filter.subjectId(), "subject_id = :subject");
    addIf(conditions, filter.progress(), "progress = :progress");
    if (filter.outstanding() != null) {
      conditions.add(filter.outstanding() ? "outstanding" : "not outstanding");
    }
    return database
        .sql(
            """
            select content, position, done_position from disposal where %s order by position limit :limit
            """
                .formatted(String.join(" and ", conditions)))
        .param("after", after)
        .param("limit", limit)
        .param("subject", filter.subjectId() == null ? null : filter.subjectId().value())
        .param("progress", filter.progress() == null ? null : filter.progress().name())
        .query((row, number) -> listed(row))
        .list();
  }

  /**
   * One disposal, if there is one of this identifier.
   *
   * @throws org.consentledger.projections.streaming.ProjectionBehind where the list is not up to
   *     date in time
   */
  public Optional<Listed> find(UUID disposalId) {
    progress.awaitHead(DisposalProjection.NAME);
    return database
        .sql("select content, position, done_position from disposal where disposal_id = :disposal")
        .param("disposal", disposalId)
        .query((row, number) -> listed(row))
        .optional();
  }

  /** How many disposals wait for a second person. */
  public long waiting() {
    progress.awaitHead(DisposalProjection.NAME);
    return database
        .sql("select count(*) from disposal where progress = 'WAITING'")
        .query(Long.class)
        .single();
  }

  private Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        json.read(row.getString("content"), Disposal.class),
        row.getLong("position"),
        row.getObject("done_position", Long.class));
  }

  private static void addIf(List<String> conditions, @Nullable Object value, String condition) {
    if (value != null) {
      conditions.add(condition);
    }
  }
}
