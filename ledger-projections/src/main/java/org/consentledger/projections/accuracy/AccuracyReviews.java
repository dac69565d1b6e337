package org.consentledger.projections.accuracy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.calendar.LegalTerm;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentRegisters;
import org.consentledger.projections.streaming.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells whose data is to be looked through again (clause 5.6). */
public final class AccuracyReviews {

  private final JdbcClient database;
  private final CurrentRegisters registers;
  private final Deadlines deadlines;
  private final Progress progress;

  /** A place in the list. */
  public record Place(Instant accurateAt, SubjectId subjectId) {}

  /**
   * A subject whose data is to be looked through.
   *
   * @param accurateAt when somebody last supplied, corrected or confirmed it
   * @param dueAt until when it should be looked through
   */
  public record Entry(SubjectId subjectId, Instant accurateAt, Instant dueAt) {

    /** Where it stands. */
    public Place place() {
      return new Place(accurateAt, subjectId);
    }
  }

  /** Asks this database, and counts with these deadlines. */
  public AccuracyReviews(
      JdbcClient database, CurrentRegisters registers, Deadlines deadlines, Progress progress) {
    this.database = database;
    this.registers = registers;
    this.deadlines = deadlines;
    this.progress = progress;
  }

  /**
   * What is due until a moment, by the age that is in force then: the longest unconfirmed first.
   * The later data was confirmed, the later it is due; so the order of one is that of the other.
   *
   * @param after the place after which to begin; none for the beginning
   * @param limit how many subjects at most
   */
  public List<Entry> find(Instant until, @Nullable Place after, int limit) {
    progress.awaitHead(AccuracyProjection.NAME);
    LegalTerm age = registers.current().legalTerm(LegalTermId.ACCURACY_REVIEW, until);
    return places(until, after, limit).stream()
        .map(
            place ->
                new Entry(
                    place.subjectId(),
                    place.accurateAt(),
                    deadlines.endOf(place.accurateAt(), age)))
        .takeWhile(entry -> !entry.dueAt().isAfter(until))
        .toList();
  }

  private List<Place> places(Instant until, @Nullable Place after, int limit) {
    return database
        .sql(
            """
            select accurate_at, subject_id from accuracy where accurate_at < :until %s
            order by accurate_at, subject_id limit :limit
            """
                .formatted(
                    after == null ? "" : "and (accurate_at, subject_id) > (:accurateAt, :subject)"))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("accurateAt", after == null ? null : after.accurateAt().atOffset(ZoneOffset.UTC))
        .param("subject", after == null ? null : after.subjectId().value())
        .param("limit", limit)
        .query(
            (row, number) ->
                new Place(
                    row.getObject("accurate_at", OffsetDateTime.class).toInstant(),
                    new SubjectId(row.getObject("subject_id", UUID.class))))
        .list();
  }
}
