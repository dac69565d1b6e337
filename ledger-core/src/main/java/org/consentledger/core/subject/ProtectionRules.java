package org.consentledger.core.subject;

import static org.consentledger.core.subject.Moments.effectiveAt;
import static org.consentledger.core.subject.Moments.requireActive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.HoldEvent.HeldForAuthority;
import org.consentledger.core.subject.HoldEvent.HoldLifted;
import org.consentledger.core.subject.HoldEvent.HoldPlaced;
import org.consentledger.core.subject.ProhibitionEvent.ProhibitionLifted;
import org.consentledger.core.subject.ProhibitionEvent.ProhibitionOverridden;
import org.consentledger.core.subject.ProhibitionEvent.ProhibitionSet;
import org.consentledger.core.subject.SubjectCommand.HoldForAuthority;
import org.consentledger.core.subject.SubjectCommand.LiftHold;
import org.consentledger.core.subject.SubjectCommand.LiftProhibition;
import org.consentledger.core.subject.SubjectCommand.OverrideProhibition;
import org.consentledger.core.subject.SubjectCommand.PlaceHold;
import org.consentledger.core.subject.SubjectCommand.ReleaseForAuthority;
import org.consentledger.core.subject.SubjectCommand.SetProhibition;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.ProhibitionKind;

/**
 * The rules of what protects data from being used, or from being destroyed: the person's
 * prohibitions (clause 8.6) and legal holds (clause 5.7).
 */
final class ProtectionRules {

  private ProtectionRules() {}

  /**
   * Clause 8.6: a prohibition takes effect at once, for the categories that it names. Conditions
   * that nobody can read would bind nobody.
   */
  static List<SubjectEvent> prohibit(
      SubjectState subject, SetProhibition command, Registers registers, Instant now) {
    requireActive(subject);
    for (Category category : command.categories()) {
      if (!subject.categories().contains(category) && !registers.knows(category)) {
        throw new Refused(new Refusal.CategoryUnknown());
      }
    }
    if (command.kind() == ProhibitionKind.CONDITIONS && command.conditionsReference() == null) {
      throw new Refused(new Refusal.ConditionsMissing());
    }
    return List.of(
        new ProhibitionSet(
            command.subjectId(),
            command.prohibitionId(),
            command.kind(),
            command.categories(),
            command.conditionsReference(),
            effectiveAt(null, subject, now)));
  }

  /** Clause 8.6: only a prohibition that stands can be taken back. */
  static List<SubjectEvent> lift(SubjectState subject, LiftProhibition command, Instant now) {
    requireActive(subject);
    requireProhibition(subject, command.prohibitionId());
    return List.of(
        new ProhibitionLifted(
            command.subjectId(), command.prohibitionId(), effectiveAt(null, subject, now)));
  }

  /** Clause 8.6: a public interest overrides the prohibition, once; the prohibition is kept. */
  static List<SubjectEvent> override(
      SubjectState subject, OverrideProhibition command, Instant now) {
    requireActive(subject);
    if (requireProhibition(subject, command.prohibitionId()).isOverridden()) {
      return List.of();
    }
    return List.of(
        new ProhibitionOverridden(
            command.subjectId(),
            command.prohibitionId(),
            command.interest(),
            command.citationReference(),
            command.approverReference(),
            effectiveAt(null, subject, now)));
  }

  private static Prohibition requireProhibition(SubjectState subject, UUID prohibitionId) {
    return subject
        .circumstances()
        .prohibition(prohibitionId)
        .orElseThrow(() -> new Refused(new Refusal.ProhibitionUnknown()));
  }

  /** Clause 5.7: a hold keeps the data that there is. */
  static List<SubjectEvent> hold(SubjectState subject, PlaceHold command, Instant now) {
    requireActive(subject);
    return List.of(
        new HoldPlaced(
            command.subjectId(),
            command.holdId(),
            command.citationReference(),
            effectiveAt(null, subject, now)));
  }

  /** Clause 5.7: what is due is disposed of after its last hold. */
  static List<SubjectEvent> release(SubjectState subject, LiftHold command, Instant now) {
    requireActive(subject);
    Hold hold =
        subject
            .circumstances()
            .hold(command.holdId())
            .orElseThrow(() -> new Refused(new Refusal.HoldUnknown()));
    if (hold.isForAuthority()) {
      throw new Refused(new Refusal.AuthorityRequestPending());
    }
    return List.of(
        new HoldLifted(command.subjectId(), command.holdId(), effectiveAt(null, subject, now)));
  }

  /** Clause 3.2: what the authorised body asks about is kept; of what is gone there is no more. */
  static List<SubjectEvent> holdForAuthority(
      SubjectState subject, HoldForAuthority command, Instant now) {
    return subject.isActive()
        ? List.of(
            new HeldForAuthority(
                command.subjectId(),
                command.holdId(),
                command.requestId(),
                effectiveAt(null, subject, now)))
        : List.of();
  }

  /** Clause 3.2: with the answer, the data is as free to go as it was before the request. */
  static List<SubjectEvent> releaseForAuthority(
      SubjectState subject, ReleaseForAuthority command, Instant now) {
    return subject.circumstances().holdFor(command.requestId()).stream()
        .<SubjectEvent>map(
            hold ->
                new HoldLifted(command.subjectId(), hold.holdId(), effectiveAt(null, subject, now)))
        .toList();
  }
}
