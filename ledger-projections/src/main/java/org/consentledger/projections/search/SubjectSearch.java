package org.consentledger.projections.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.subject.SubjectStatus;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.streaming.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds subjects: always by everything that was acknowledged before the question. */
public final class SubjectSearch {

  private final JdbcClient database;
  private final Progress progress;

  /** How a person answered for a purpose. */
  public enum Answer {
    /** Yes, even if its term is over by now. */
    GIVEN,
    /** No. */
    REFUSED,
    /** Yes, and then taken back. */
    WITHDRAWN
  }

  /**
   * What to look for; what is missing is not asked.
   *
   * @param purposeId subjects who answered for this purpose
   * @param answer with this answer; goes with {@code purposeId}
   * @param restricted whether anything of theirs is blocked
   */
  public record Filter(
      @Nullable SubjectStatus status,
      @Nullable Language language,
      @Nullable Boolean restricted,
      @Nullable PurposeId purposeId,
      @Nullable Answer answer) {}

  /**
   * A subject that was found.
   *
   * @param status whether there still is personal data
   * @param restricted whether anything of the subject's is blocked
   */
  public record Found(
      SubjectId subjectId,
      SubjectStatus status,
      @Nullable Language language,
      boolean restricted,
      Instant registeredAt) {}

  /** Asks this database. */
  public SubjectSearch(JdbcClient database, Progress progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * Finds subjects in the order of their identifiers.
   *
   * @param after the identifier after which to begin, or none for the beginning
   * @param limit how many at most
   */
  public List<Found> find(Filter filter, @Nullable UUID after, int limit) {
    progress.awaitHead(SearchProjection.NAME);
    List<String> conditions = new ArrayList<>(List.of("true"));
    addIf(conditions, after, "s.subject_id > :after");
    addIf(conditions, filter.status(), "s.status = :status");
    addIf(conditions, filter.language(), "s.language = :language");
    addIf(conditions, filter.restricted(), "s.restricted = :restricted");
    if (filter.purposeId() != null || filter.answer() != null) {
      List<String> answered = new ArrayList<>(List.of("c.subject_id = s.subject_id"));
      addIf(answered, filter.purposeId(), "c.purpose_id = :purpose");
      addIf(answered, filter.answer(), "c.answer = :answer");
      conditions.add(
          "exists (select from consent_search c where " + String.join(" and ", answered) + ")");
    }
    return database
        .sql(
            """
            select s.subject_id, s.status, s.language, s.restricted, s.registered_at
            from subject_search s where %s order by s.subject_id limit :limit
            """
                .formatted(String.join(" and ", conditions)))
        .param("after", after)
        .param("status", filter.status() == null ? null : filter.status().name())
        .param("language", filter.language() == null ? null : filter.language().code())
        .param("restricted", filter.restricted())
        .param("purpose", filter.purposeId() == null ? null : filter.purposeId().value())
        .param("answer", filter.answer() == null ? null : filter.answer().name())
        .param("limit", limit)
        .query(
            (row, number) -> {
              String language = row.getString("language");
              return new Found(
                  new SubjectId(row.getObject("subject_id", UUID.class)),
                  SubjectStatus.valueOf(row.getString("status")),
                  language == null ? null : Language.of(language),
                  row.getBoolean("restricted"),
                  row.getObject("registered_at", OffsetDateTime.class).toInstant());
            })
        .list();
  }

  private static void addIf(List<String> conditions, @Nullable Object value, String condition) {
    if (value != null) {
      conditions.add(condition);
    }
  }
}
