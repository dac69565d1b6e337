package org.consentledger.projections.due;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.Retention;
import org.consentledger.projections.current.SubjectMoments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each subject of whom it is known when something is due. */
final class DueRows {

  private final SubjectMoments moments;

  DueRows(JdbcClient database) {
    this.moments = new SubjectMoments(database, "retention_due", "due_at");
  }

  /**
   * Writes what these states and registers come to, in two round trips at most, whatever their
   * number.
   */
  void replace(Collection<CurrentSubject> subjects, Registers registers, Instant now) {
    moments.replace(subjects, subject -> firstDue(subject, registers, now));
  }

  private static Optional<Instant> firstDue(
      CurrentSubject subject, Registers registers, Instant now) {
    if (!subject.state().isActive()) {
      return Optional.empty();
    }
    return Retention.of(subject.state(), registers, now).stream()
        .map(Retention.Due::dueAt)
        .min(Comparator.naturalOrder())
        .or(() -> waiting(subject, now));
  }

  /** What waits and is not due any more is looked at again at once, to be called off. */
  private static Optional<Instant> waiting(CurrentSubject subject, Instant now) {
    return subject.state().circumstances().disposal() != null
            && subject.state().circumstances().disposal().isDue()
        ? Optional.of(now)
        : Optional.empty();
  }
}
