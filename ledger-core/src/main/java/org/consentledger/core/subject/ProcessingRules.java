package org.consentledger.core.subject;

import static org.consentledger.core.subject.Moments.effectiveAt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.consentledger.core.decision.Decide;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.Question;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.ProcessingEvent.ProcessingRecorded;
import org.consentledger.core.subject.SubjectCommand.RecordProcessing;
import org.consentledger.core.vocabulary.Category;

/** The rule of acting on personal data: ask first, and record what was permitted (clause 5.1). */
final class ProcessingRules {

  private ProcessingRules() {}

  /**
   * Clause 5.1: an act is recorded if the decision for this moment permits it, and refused with
   * that decision if not. State, decision and record belong to one version of the subject, so that
   * no withdrawal comes between them.
   */
  static List<SubjectEvent> record(
      SubjectState subject, RecordProcessing command, Registers registers, Instant now) {
    Instant moment = effectiveAt(null, subject, now);
    Decision decision = Decide.decide(subject, registers, command.question(), moment);
    if (!decision.isPermitted()) {
      throw new Refused(new Refusal.ProcessingDenied(decision));
    }
    Question question = command.question();
    ProcessingAct act =
        new ProcessingAct(
            question.purposeId(),
            question.action(),
            categories(question, registers, moment),
            question.recipientId(),
            question.country(),
            command.channel(),
            command.automated(),
            command.overNetwork());
    ProcessingPermission permission =
        new ProcessingPermission(
            Objects.requireNonNull(decision.ground(), "what is permitted has a ground"),
            decision.evidence(),
            decision.policyVersion());
    return List.of(new ProcessingRecorded(command.subjectId(), act, permission, moment));
  }

  /** The data that was named; none named means all that the purpose needs, and it says which. */
  private static SortedSet<Category> categories(
      Question question, Registers registers, Instant moment) {
    return question.categories().isEmpty()
        ? registers
            .purpose(question.purposeId())
            .inForceAt(moment)
            .orElseThrow()
            .definition()
            .categories()
        : question.categories();
  }
}
