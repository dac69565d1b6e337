package org.consentledger.api.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.eventstore.LedgerJson;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.export.ExportFormat;
import org.consentledger.core.export.ExportScope;
import org.consentledger.projections.export.Exporter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The exports that were asked for, as all nodes see them. */
@Component
public final class ExportJobs {

  private static final String SELECT =
      """
      select export_id, format, scope, attempt, state, requested_at, size, events, events_in_all, bytes, sha256, finished_at, failure
      from export_job
      """;

  private final JdbcClient database;
  private final JsonMapper json = LedgerJson.mapper();

  ExportJobs(JdbcClient database) {
    this.database = database;
  }

  /** Written in the transaction of the event that asks for it. */
  Write request(UUID exportId, ExportFormat format, ExportScope scope) {
    try {
      return Write.one(
          "insert into export_job (export_id, format, scope, state) values (?, ?, ?::json,"
              + " 'REQUESTED')",
          exportId,
          format.name(),
          json.writeValueAsString(scope));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Takes the next export that nobody works on; also one whose node is gone.
   *
   * @param silent a node that has not told of its work since then is gone
   */
  Optional<ExportJob> take(Instant now, Instant silent) {
    return database
        .sql(
            """
            update export_job set state = 'RUNNING', worked_on_at = :now, events = 0, attempt = attempt + 1
            where export_id = (
              select export_id from export_job
              where state = 'REQUESTED' or (state = 'RUNNING' and worked_on_at < :silent)
              order by requested_at limit 1 for update skip locked)
            returning export_id, format, scope, attempt, state, requested_at, size, events, events_in_all, bytes, sha256,
                      finished_at, failure
            """)
        .param("now", utc(now))
        .param("silent", utc(silent))
        .query((row, number) -> job(row))
        .optional();
  }

  void progress(ExportJob job, long events, long all, Instant now) {
    database
        .sql(
            """
            update export_job set events = :events, events_in_all = nullif(:all, 0), worked_on_at = :now
            where export_id = :export and attempt = :attempt and state = 'RUNNING'
            """)
        .param("events", events)
        .param("all", all)
        .param("now", utc(now))
        .param("export", job.exportId())
        .param("attempt", job.attempt())
        .update();
  }

  /** Whether it is this attempt that is done; another node may have taken the export over. */
  boolean done(ExportJob job, Exporter.Made made, Instant now) {
    return database
            .sql(
                """
                update export_job
                set state = 'DONE', size = :size, events = :events, events_in_all = :events, bytes = :bytes,
                    sha256 = :sha256, finished_at = :now
                where export_id = :export and attempt = :attempt and state = 'RUNNING'
                """)
            .param("size", made.size())
            .param("events", made.events())
            .param("bytes", made.bytes())
            .param("sha256", made.sha256())
            .param("now", utc(now))
            .param("export", job.exportId())
            .param("attempt", job.attempt())
            .update()
        == 1;
  }

  void fail(ExportJob job, ExportJob.Failure failure, Instant now) {
    database
        .sql(
            """
            update export_job set state = 'FAILED', failure = :failure, finished_at = :now
            where export_id = :export and attempt = :attempt and state = 'RUNNING'
            """)
        .param("failure", failure.name())
        .param("now", utc(now))
        .param("export", job.exportId())
        .param("attempt", job.attempt())
        .update();
  }

  /** Ends exports that were finished before a moment; answers them. */
  List<ExportJob> expire(Instant before) {
    return database
        .sql(
            """
            update export_job set state = 'EXPIRED' where state = 'DONE' and finished_at < :before
            returning export_id, format, scope, attempt, state, requested_at, size, events, events_in_all, bytes, sha256,
                      finished_at, failure
            """)
        .param("before", utc(before))
        .query((row, number) -> job(row))
        .list();
  }

  Optional<ExportJob> find(UUID exportId) {
    return database
        .sql(SELECT + " where export_id = :export")
        .param("export", exportId)
        .query((row, number) -> job(row))
        .optional();
  }

  /**
   * Refuses an export that nobody asked for.
   *
   * @throws ProblemException EXPORT_UNKNOWN (404)
   */
  public void requireKnown(UUID exportId) {
    require(exportId);
  }

  ExportJob require(UUID exportId) {
    return find(exportId)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        HttpStatus.NOT_FOUND, "EXPORT_UNKNOWN", "There is no such export.")));
  }

  /**
   * Exports in the order in which they were asked for.
   *
   * @param after the export after which to begin; none for the first
   */
  List<ExportJob> list(@Nullable UUID after, int limit) {
    return database
        .sql(
            SELECT
                + (after == null
                    ? ""
                    : """
                     where (requested_at, export_id) >
                           (select requested_at, export_id from export_job where export_id = :after)
                    """)
                + " order by requested_at, export_id limit :limit")
        .param("after", after)
        .param("limit", limit)
        .query((row, number) -> job(row))
        .list();
  }

  /** How many exports are being written, over all nodes. */
  long running() {
    return database
        .sql("select count(*) from export_job where state = 'RUNNING'")
        .query(Long.class)
        .single();
  }

  private ExportJob job(ResultSet row) throws SQLException {
    String failure = row.getString("failure");
    OffsetDateTime finishedAt = row.getObject("finished_at", OffsetDateTime.class);
    return new ExportJob(
        row.getObject("export_id", UUID.class),
        ExportFormat.valueOf(row.getString("format")),
        scope(row.getString("scope")),
        row.getInt("attempt"),
        ExportJob.State.valueOf(row.getString("state")),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getObject("size", Long.class),
        row.getLong("events"),
        row.getObject("events_in_all", Long.class),
        row.getObject("bytes", Long.class),
        row.getString("sha256"),
        finishedAt == null ? null : finishedAt.toInstant(),
        failure == null ? null : ExportJob.Failure.valueOf(failure));
  }

  private ExportScope scope(String text) {
    try {
      return json.readValue(text, ExportScope.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("A scope could not be read.", unreadable);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
