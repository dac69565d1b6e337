package org.consentledger.core.subject;

import static org.consentledger.core.subject.Moments.effectiveAt;
import static org.consentledger.core.subject.Moments.requireActive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.RegistrationEvent.AccuracyConfirmed;
import org.consentledger.core.subject.RegistrationEvent.PersonalDataRectified;
import org.consentledger.core.subject.RegistrationEvent.SubjectRegistered;
import org.consentledger.core.subject.RestrictionEvent.ProcessingBlocked;
import org.consentledger.core.subject.RestrictionEvent.ProcessingUnblocked;
import org.consentledger.core.subject.SubjectCommand.BlockProcessing;
import org.consentledger.core.subject.SubjectCommand.ConfirmAccuracy;
import org.consentledger.core.subject.SubjectCommand.RectifyPersonalData;
import org.consentledger.core.subject.SubjectCommand.RegisterSubject;
import org.consentledger.core.subject.SubjectCommand.UnblockProcessing;
import org.consentledger.core.vocabulary.Category;

/**
 * The rules of taking data in, correcting, confirming and blocking it (clauses 2.2, 4.1, 4.2,
 * 5.2–5.6).
 */
final class DataRules {

  private DataRules() {}

  /**
   * Clauses 5.2, 5.4, 5.5: data is collected for a predetermined purpose, and no category that it
   * does not need.
   */
  static List<SubjectEvent> register(RegisterSubject command, Registers registers, Instant now) {
    if (command.purposeId() != null) {
      PurposeState purpose = registers.purpose(command.purposeId());
      if (purpose.isRetiredAt(now)) {
        throw new Refused(new Refusal.PurposeRetired());
      }
      if (!purpose.latest().definition().categories().containsAll(command.categories())) {
        throw new Refused(new Refusal.CategoryOutsidePurpose());
      }
    } else if (!command.categories().isEmpty()) {
      throw new Refused(new Refusal.PurposeMissing());
    }
    return List.of(
        new SubjectRegistered(
            command.subjectId(),
            command.purposeId(),
            command.source(),
            command.language(),
            command.categories(),
            command.accuracyAttestation(),
            command.aboutAnotherPerson(),
            now));
  }

  /**
   * Clauses 4.1, 8.3: data that is held, or that its purpose needs, may be corrected and completed.
   * Clause 2.2: correcting and unblocking happen together, so that data is never briefly usable and
   * wrong.
   */
  static List<SubjectEvent> rectify(
      SubjectState subject, RectifyPersonalData command, Registers registers, Instant now) {
    requireActive(subject);
    Instant at = effectiveAt(null, subject, now);
    if (!mayBeHeld(subject, registers, at).containsAll(command.categories())) {
      throw new Refused(new Refusal.CategoryOutsidePurpose());
    }
    List<SubjectEvent> events = new ArrayList<>();
    if (!command.categories().isEmpty()) {
      events.add(
          new PersonalDataRectified(
              command.subjectId(), command.categories(), command.reason(), at));
    }
    if (command.unblock() && !subject.restrictions().isSettled(command.unblockScope(), false)) {
      events.add(
          new ProcessingUnblocked(
              command.subjectId(), command.unblockScope(), command.reason(), at));
    }
    return List.copyOf(events);
  }

  private static SortedSet<Category> mayBeHeld(
      SubjectState subject, Registers registers, Instant at) {
    SortedSet<Category> categories = new TreeSet<>(subject.categories());
    if (subject.purposeId() != null) {
      categories.addAll(registers.purpose(subject.purposeId()).latest().definition().categories());
    }
    for (ConsentAnswer answer : subject.consents().values()) {
      if (answer instanceof ConsentAnswer.Given given) {
        categories.addAll(given.terms().categories());
      }
    }
    for (ClaimedGround ground : subject.circumstances().grounds()) {
      if (ground.holdsAt(at)) {
        categories.addAll(ground.claim().categories());
      }
    }
    return categories;
  }

  /** Clause 2.2: a block takes effect at once. */
  static List<SubjectEvent> block(
      SubjectState subject, BlockProcessing command, Registers registers, Instant now) {
    requireActive(subject);
    requireKnown(command.scope(), subject, registers);
    if (subject.restrictions().isSettled(command.scope(), true)) {
      return List.of();
    }
    return List.of(
        new ProcessingBlocked(
            command.subjectId(),
            command.scope(),
            command.reason(),
            effectiveAt(null, subject, now)));
  }

  /** Clause 2.2: what is free again is exactly the scope; a wider block goes on around it. */
  static List<SubjectEvent> unblock(
      SubjectState subject, UnblockProcessing command, Registers registers, Instant now) {
    requireActive(subject);
    requireKnown(command.scope(), subject, registers);
    if (subject.restrictions().isSettled(command.scope(), false)) {
      return List.of();
    }
    return List.of(
        new ProcessingUnblocked(
            command.subjectId(),
            command.scope(),
            command.reason(),
            effectiveAt(null, subject, now)));
  }

  /**
   * Clauses 2.8, 5.2: a purpose or a category that nobody has determined is a slip of the pen. To
   * accept it would let the sender believe that something is blocked.
   */
  private static void requireKnown(Scope scope, SubjectState subject, Registers registers) {
    scope.purposes().forEach(registers::purpose);
    for (Category category : scope.categories()) {
      if (!subject.categories().contains(category) && !registers.knows(category)) {
        throw new Refused(new Refusal.CategoryUnknown());
      }
    }
  }

  /** Clauses 4.2, 5.6: whoever confirms the data makes its next review due later. */
  static List<SubjectEvent> confirm(SubjectState subject, ConfirmAccuracy command, Instant now) {
    requireActive(subject);
    return List.of(
        new AccuracyConfirmed(
            command.subjectId(), command.attestation(), effectiveAt(null, subject, now)));
  }
}
