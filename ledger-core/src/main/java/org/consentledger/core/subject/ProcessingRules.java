package org.consentledger.core.subject;

import static org.consentledger.core.subject.Moments.effectiveAt;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.decision.Decide;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.Question;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.ProcessingEvent.ProcessingRecorded;
import org.consentledger.core.subject.ProcessingEvent.UnlawfulProcessingFound;
import org.consentledger.core.subject.SubjectCommand.RecordProcessing;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.ProcessingAction;

/** The rules of acting on personal data: ask first, and record what was permitted (clause 5.1). */
final class ProcessingRules {

  private ProcessingRules() {}

  /**
   * Clause 5.1: an act is recorded if the decision for its moment permits it, and refused with that
   * decision if not. State, decision and record belong to one version of the subject, so that no
   * withdrawal comes between them. An act that is only reported, because it was done already, is
   * recorded as unlawful where nothing permitted it, which ends the processing and starts a term
   * (clause 8.9; law, article 25(2)(8)).
   */
  static List<SubjectEvent> record(
      SubjectState subject,
      RecordProcessing command,
      Registers registers,
      HistoryReader history,
      Deadlines deadlines,
      Instant now) {
    Instant found = effectiveAt(null, subject, now);
    Instant done =
        command.effectiveAt() == null ? found : effectiveAt(command.effectiveAt(), subject, now);
    SubjectState then =
        done.isBefore(subject.latestAt())
            ? history.historyOf(subject.subjectId()).stateAt(done, Instant.MAX)
            : subject;
    Question question = command.question();
    Decision decision = Decide.decide(then, registers, question, done);
    ProcessingAct act = act(command, registers, done);
    if (!decision.isPermitted()) {
      if (!command.report()) {
        throw new Refused(new Refusal.ProcessingDenied(decision));
      }
      return List.of(
          new UnlawfulProcessingFound(
              command.subjectId(),
              act,
              decision.reasons().stream().map(Decision.Reason::code).toList(),
              done,
              deadlines.endOf(found, registers.legalTerm(LegalTermId.UNLAWFUL, found)),
              found));
    }
    requireChannel(command);
    ProcessingPermission permission =
        new ProcessingPermission(
            Objects.requireNonNull(decision.ground(), "what is permitted has a ground"),
            decision.evidence(),
            decision.policyVersion());
    return List.of(new ProcessingRecorded(command.subjectId(), act, permission, done));
  }

  /** Clause 2.12: a distribution names its channel. */
  private static void requireChannel(RecordProcessing command) {
    if (command.question().action() == ProcessingAction.DISSEMINATE && command.channel() == null) {
      throw new Refused(new Refusal.ChannelMissing());
    }
  }

  private static ProcessingAct act(RecordProcessing command, Registers registers, Instant done) {
    Question question = command.question();
    return new ProcessingAct(
        question.purposeId(),
        question.action(),
        categories(question, registers, done),
        question.recipientId(),
        question.country(),
        command.channel(),
        command.automated(),
        command.overNetwork());
  }

  /** The data that was named; none named means all that the purpose needs, and it says which. */
  private static SortedSet<Category> categories(
      Question question, Registers registers, Instant moment) {
    return question.categories().isEmpty()
        ? registers
            .findPurpose(question.purposeId())
            .flatMap(purpose -> purpose.inForceAt(moment))
            .map(version -> version.definition().categories())
            .orElseGet(Collections::emptySortedSet)
        : question.categories();
  }
}
