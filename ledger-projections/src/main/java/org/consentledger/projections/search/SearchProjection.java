package org.consentledger.projections.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.streaming.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes what is true of each subject that something happened to. It copies the current state
 * instead of folding events, so that it may take events in again, in any order, and always ends
 * with what is true.
 */
public final class SearchProjection implements Projection {

  /** The name of the projection. */
  public static final String NAME = "search";

  private final JdbcClient database;
  private final CurrentSubjects subjects;

  /** Writes to this database what these states say. */
  public SearchProjection(JdbcClient database, CurrentSubjects subjects) {
    this.database = database;
    this.subjects = subjects;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void project(List<RecordedEvent> events) {
    events.stream()
        .filter(event -> event.payload() instanceof SubjectEvent)
        .map(event -> ((SubjectEvent) event.payload()).subjectId())
        .collect(Collectors.toSet())
        .stream()
        .sorted((one, other) -> one.value().compareTo(other.value()))
        .forEach(subject -> subjects.find(subject).ifPresent(this::replace));
  }

  private void replace(CurrentSubject current) {
    SubjectState state = current.state();
    int written =
        database
            .sql(
                """
                insert into subject_search (subject_id, version, status, language, restricted, registered_at)
                values (:subject, :version, :status, :language, :restricted, :registeredAt)
                on conflict (subject_id) do update
                  set version = excluded.version, status = excluded.status, language = excluded.language,
                      restricted = excluded.restricted, registered_at = excluded.registered_at
                  where subject_search.version <= excluded.version
                """)
            .param("subject", state.subjectId().value())
            .param("version", current.version())
            .param("status", state.status().name())
            .param("language", state.language() == null ? null : state.language().code())
            .param("restricted", state.restrictions().isAnythingBlocked())
            .param("registeredAt", state.registeredAt().atOffset(ZoneOffset.UTC))
            .update();
    if (written == 1) {
      replaceAnswers(state);
    }
  }

  private void replaceAnswers(SubjectState state) {
    UUID subject = state.subjectId().value();
    database
        .sql("delete from consent_search where subject_id = :subject")
        .param("subject", subject)
        .update();
    for (Map.Entry<PurposeId, ConsentAnswer> entry : state.consents().entrySet()) {
      Row row = row(entry.getValue());
      database
          .sql(
              """
              insert into consent_search (subject_id, purpose_id, answer, policy_version, effective_at, expires_at)
              values (:subject, :purpose, :answer, :policy, :effectiveAt, :expiresAt)
              """)
          .param("subject", subject)
          .param("purpose", entry.getKey().value())
          .param("answer", row.answer())
          .param("policy", row.policyVersion())
          .param("effectiveAt", entry.getValue().effectiveAt().atOffset(ZoneOffset.UTC))
          .param(
              "expiresAt",
              row.expiresAt() == null ? null : row.expiresAt().atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  private record Row(String answer, @Nullable String policyVersion, @Nullable Instant expiresAt) {}

  private static Row row(ConsentAnswer answer) {
    return switch (answer) {
      case ConsentAnswer.Given given ->
          new Row("GIVEN", given.terms().policyVersion().value(), given.terms().expiresAt());
      case ConsentAnswer.Refused refused -> new Row("REFUSED", null, null);
      case ConsentAnswer.Withdrawn withdrawn -> new Row("WITHDRAWN", null, null);
      case ConsentAnswer.NeverAsked none -> new Row("NEVER_ASKED", null, null);
    };
  }
}
