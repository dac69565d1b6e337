package org.consentledger.projections.current;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds consents that are past their end while nobody has recorded that yet (clause 8.9). */
public final class DueConsents {

  private final JdbcClient database;

  /** A consent, and when it ended. */
  public record Due(SubjectId subjectId, PurposeId purposeId, Instant endedAt) {}

  /** Reads from this database. */
  public DueConsents(JdbcClient database) {
    this.database = database;
  }

  /**
   * Consents that ended at a moment or before it, the longest ago first.
   *
   * @param after the one after which to begin; none for the first
   * @param limit how many at most
   */
  public List<Due> endedBy(Instant moment, @Nullable Due after, int limit) {
    Instant from = after == null ? Instant.EPOCH : after.endedAt();
    return database
        .sql(
            """
            select subject_id, purpose_id, ends_at from due_consent
            where ends_at <= :moment and (ends_at, subject_id, purpose_id) > (:from, :subject, :purpose)
            order by ends_at, subject_id, purpose_id limit :limit
            """)
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("subject", after == null ? new UUID(0, 0) : after.subjectId().value())
        .param("purpose", after == null ? "" : after.purposeId().value())
        .param("limit", limit)
        .query(
            (row, number) ->
                new Due(
                    new SubjectId(row.getObject("subject_id", UUID.class)),
                    new PurposeId(row.getString("purpose_id")),
                    row.getObject("ends_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
