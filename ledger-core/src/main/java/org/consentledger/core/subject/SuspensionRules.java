package org.consentledger.core.subject;

import static org.consentledger.core.subject.Moments.effectiveAt;
import static org.consentledger.core.subject.Moments.requireActive;

import java.time.Instant;
import java.util.List;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.SubjectCommand.ResumeSending;
import org.consentledger.core.subject.SubjectCommand.SuspendSending;
import org.consentledger.core.subject.SuspensionEvent.SendingResumed;
import org.consentledger.core.subject.SuspensionEvent.SendingSuspended;

/**
 * The rules of the pause between a withdrawal that may be one and the word of whoever looked at it
 * (clause 8.4). Anybody may forge a letter; all that it can do is that no letters are sent.
 */
final class SuspensionRules {

  private SuspensionRules() {}

  /** Clause 8.4: sending stops at once, whatever else has stopped it. */
  static List<SubjectEvent> suspend(SubjectState subject, SuspendSending command, Instant now) {
    requireActive(subject);
    if (subject.circumstances().suspension(command.suspensionId()).isPresent()) {
      return List.of(); // asked twice, done once
    }
    return List.of(
        new SendingSuspended(
            command.subjectId(), command.suspensionId(), effectiveAt(null, subject, now)));
  }

  /** Clause 8.4: sending goes on after the last suspension, where a consent still carries it. */
  static List<SubjectEvent> resume(SubjectState subject, ResumeSending command, Instant now) {
    requireActive(subject);
    if (subject.circumstances().suspension(command.suspensionId()).isEmpty()) {
      throw new Refused(new Refusal.SuspensionUnknown());
    }
    return List.of(
        new SendingResumed(
            command.subjectId(), command.suspensionId(), effectiveAt(null, subject, now)));
  }
}
