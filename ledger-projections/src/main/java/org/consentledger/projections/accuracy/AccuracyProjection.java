package org.consentledger.projections.accuracy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.DisposalEvent;
import org.consentledger.core.subject.RegistrationEvent;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.streaming.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes since when data is known to be accurate. It copies what is true instead of folding events,
 * so that it may take events in again. When a review is due is left to the question, so that a
 * changed age needs no other row.
 */
public final class AccuracyProjection implements Projection {

  /** The name of the projection. */
  public static final String NAME = "accuracy";

  private final JdbcClient database;
  private final CurrentSubjects subjects;

  /** Writes to this database what these states say. */
  public AccuracyProjection(JdbcClient database, CurrentSubjects subjects) {
    this.database = database;
    this.subjects = subjects;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void project(List<RecordedEvent> events) {
    Set<SubjectId> touched =
        events.stream()
            .map(RecordedEvent::payload)
            .filter(AccuracyProjection::bearsOnAccuracy)
            .map(event -> ((SubjectEvent) event).subjectId())
            .collect(Collectors.toSet());
    if (!touched.isEmpty()) {
      replace(subjects.findAll(touched).values());
    }
  }

  private static boolean bearsOnAccuracy(Object event) {
    return event instanceof RegistrationEvent || event instanceof DisposalEvent;
  }

  private void replace(Collection<CurrentSubject> current) {
    List<UUID> held = new ArrayList<>();
    List<Long> versions = new ArrayList<>();
    List<String> moments = new ArrayList<>();
    List<UUID> others = new ArrayList<>();
    List<Long> otherVersions = new ArrayList<>();
    for (CurrentSubject subject : current) {
      Instant accurateAt = accurateAt(subject.state());
      if (accurateAt != null) {
        held.add(subject.state().subjectId().value());
        versions.add(subject.version());
        moments.add(accurateAt.toString());
      } else {
        others.add(subject.state().subjectId().value());
        otherVersions.add(subject.version());
      }
    }
    write(held, versions, moments);
    remove(others, otherVersions);
  }

  /** None where there is nothing to look through. */
  private static @Nullable Instant accurateAt(SubjectState state) {
    return state.isActive() && !state.categories().isEmpty()
        ? state.circumstances().accurateAt()
        : null;
  }

  private void write(List<UUID> held, List<Long> versions, List<String> moments) {
    if (!held.isEmpty()) {
      database
          .sql(
              """
              insert into accuracy (subject_id, version, accurate_at)
              select * from unnest(:subjects::uuid[], :versions::bigint[], :moments::text[]::timestamptz[])
              on conflict (subject_id) do update set version = excluded.version, accurate_at = excluded.accurate_at
              where accuracy.version <= excluded.version
              """)
          .param("subjects", held.toArray(UUID[]::new))
          .param("versions", versions.toArray(Long[]::new))
          .param("moments", moments.toArray(String[]::new))
          .update();
    }
  }

  private void remove(List<UUID> others, List<Long> versions) {
    if (!others.isEmpty()) {
      database
          .sql(
              """
              delete from accuracy using unnest(:subjects::uuid[], :versions::bigint[]) as gone (subject_id, version)
              where accuracy.subject_id = gone.subject_id and accuracy.version <= gone.version
              """)
          .param("subjects", others.toArray(UUID[]::new))
          .param("versions", versions.toArray(Long[]::new))
          .update();
    }
  }
}
