package org.consentledger.projections.search;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
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

  /**
   * Three round trips at most, however many events; in the order of identifiers, so that none
   * deadlocks.
   */
  @Override
  public void project(List<RecordedEvent> events) {
    Set<SubjectId> told =
        events.stream()
            .filter(event -> event.payload() instanceof SubjectEvent)
            .map(event -> ((SubjectEvent) event.payload()).subjectId())
            .collect(Collectors.toSet());
    if (told.isEmpty()) {
      return;
    }
    List<CurrentSubject> current =
        subjects.findAll(told).values().stream()
            .sorted(Comparator.comparing(subject -> subject.state().subjectId().value()))
            .toList();
    Set<UUID> written = replaceSubjects(current);
    if (written.isEmpty()) {
      return; // taken in before
    }
    replaceAnswers(
        current.stream()
            .map(CurrentSubject::state)
            .filter(state -> written.contains(state.subjectId().value()))
            .toList());
  }

  /** Those that were written: a newer version is not replaced. */
  private Set<UUID> replaceSubjects(List<CurrentSubject> current) {
    List<SubjectState> states = current.stream().map(CurrentSubject::state).toList();
    return new HashSet<>(
        database
            .sql(
                """
                insert into subject_search (subject_id, version, status, language, restricted, registered_at)
                select * from unnest(:subjects::uuid[], :versions::bigint[], :statuses::text[], :languages::text[],
                  :restricted::boolean[], :registered::text[]::timestamptz[])
                on conflict (subject_id) do update
                  set version = excluded.version, status = excluded.status, language = excluded.language,
                      restricted = excluded.restricted, registered_at = excluded.registered_at
                  where subject_search.version <= excluded.version
                returning subject_id
                """)
            .param("subjects", array(states, UUID[]::new, state -> state.subjectId().value()))
            .param("versions", array(current, Long[]::new, CurrentSubject::version))
            .param("statuses", array(states, String[]::new, state -> state.status().name()))
            .param("languages", array(states, String[]::new, SearchProjection::language))
            .param(
                "restricted",
                array(states, Boolean[]::new, state -> state.restrictions().isAnythingBlocked()))
            .param(
                "registered",
                array(states, String[]::new, state -> state.registeredAt().toString()))
            .query(UUID.class)
            .list());
  }

  private static @Nullable String language(SubjectState state) {
    return state.language() == null ? null : state.language().code();
  }

  /** Only what has changed is written: an answer stays as it is while its person gives others. */
  private void replaceAnswers(List<SubjectState> states) {
    List<Row> rows = states.stream().flatMap(SearchProjection::rows).toList();
    database
        .sql(
            """
            with told (subject_id, purpose_id, answer, policy_version, effective_at, expires_at) as materialized (
              select * from unnest(:subjects::uuid[], :purposes::text[], :answers::text[], :policies::text[],
                :effective::text[]::timestamptz[], :expires::text[]::timestamptz[])
            ), changed as (
              select told.* from told left join consent_search as known using (subject_id, purpose_id)
              where (known.answer, known.policy_version, known.effective_at, known.expires_at)
                is distinct from (told.answer, told.policy_version, told.effective_at, told.expires_at)
            ), gone as (
              delete from consent_search as known
              where subject_id = any(:written)
                and not exists (select from told
                  where told.subject_id = known.subject_id and told.purpose_id = known.purpose_id)
            )
            insert into consent_search (subject_id, purpose_id, answer, policy_version, effective_at, expires_at)
            select * from changed
            on conflict (subject_id, purpose_id) do update
              set answer = excluded.answer, policy_version = excluded.policy_version,
                  effective_at = excluded.effective_at, expires_at = excluded.expires_at
            """)
        .param("written", array(states, UUID[]::new, state -> state.subjectId().value()))
        .param("subjects", array(rows, UUID[]::new, Row::subject))
        .param("purposes", array(rows, String[]::new, row -> row.purpose().value()))
        .param("answers", array(rows, String[]::new, Row::answer))
        .param("policies", array(rows, String[]::new, Row::policyVersion))
        .param("effective", array(rows, String[]::new, row -> row.effectiveAt().toString()))
        .param("expires", array(rows, String[]::new, Row::expires))
        .update();
  }

  private static <T, V> V[] array(
      List<T> items, IntFunction<V[]> empty, Function<T, ? extends @Nullable V> value) {
    return items.stream().map(value).toArray(empty);
  }

  private static Stream<Row> rows(SubjectState state) {
    UUID subject = state.subjectId().value();
    return state.consents().entrySet().stream()
        .map(entry -> row(subject, entry.getKey(), entry.getValue()));
  }

  private record Row(
      UUID subject,
      PurposeId purpose,
      String answer,
      @Nullable String policyVersion,
      Instant effectiveAt,
      @Nullable Instant expiresAt) {

    @Nullable String expires() {
      return expiresAt == null ? null : expiresAt.toString();
    }
  }

  private static Row row(UUID subject, PurposeId purpose, ConsentAnswer answer) {
    Instant at = answer.effectiveAt();
    return switch (answer) {
      case ConsentAnswer.Given given ->
          new Row(
              subject,
              purpose,
              "GIVEN",
              given.terms().policyVersion().value(),
              at,
              given.terms().expiresAt());
      case ConsentAnswer.Refused refused -> new Row(subject, purpose, "REFUSED", null, at, null);
      case ConsentAnswer.Withdrawn gone -> new Row(subject, purpose, "WITHDRAWN", null, at, null);
      case ConsentAnswer.NeverAsked none ->
          new Row(subject, purpose, "NEVER_ASKED", null, at, null);
    };
  }
}
