package org.consentledger.projections.accuracy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.subject.DisposalEvent;
import org.consentledger.core.subject.RegistrationEvent;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.current.SubjectMoments;
import org.consentledger.projections.streaming.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes since when data is known to be accurate. It copies what is true instead of folding events,
 * so that it may take events in again. When a review is due is left to the question, so that a
 * changed age needs no other row.
 */
public final class AccuracyProjection implements Projection {

  /** The name of the projection. */
  public static final String NAME = "accuracy";

  private final SubjectMoments moments;
  private final CurrentSubjects subjects;

  /** Writes to this database what these states say. */
  public AccuracyProjection(JdbcClient database, CurrentSubjects subjects) {
    this.moments = new SubjectMoments(database, "accuracy", "accurate_at");
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
      moments.replace(subjects.findAll(touched).values(), it -> accurateAt(it.state()));
    }
  }

  private static boolean bearsOnAccuracy(Object event) {
    return event instanceof RegistrationEvent || event instanceof DisposalEvent;
  }

  /** None where there is nothing to look through. */
  private static Optional<Instant> accurateAt(SubjectState state) {
    return state.isActive() && !state.categories().isEmpty()
        ? Optional.ofNullable(state.circumstances().accurateAt())
        : Optional.empty();
  }
}
