package org.consentledger.api.mailing;

import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.SubjectCommand;
import org.consentledger.core.subject.SubjectCommand.DemandCessation;
import org.consentledger.core.subject.SubjectCommand.WithdrawConsent;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.Decisions;
import org.springframework.stereotype.Component;

/**
 * Ends the letters for a purpose as the person wishes (clauses 4.1, 8.4): consent is withdrawn, and
 * where they would go on by another ground, cessation is demanded. What is done twice happens once.
 */
@Component
final class Unsubscription {

  /** Who says so: whoever has the letter. */
  static final String ACTOR = "unsubscribe-link";

  private final Commands commands;
  private final Decisions decisions;
  private final Clock clock;

  Unsubscription(Commands commands, Decisions decisions, Clock clock) {
    this.commands = commands;
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * Ends the letters.
   *
   * @return whether they end; what the law orders goes on
   */
  boolean isDone(SubjectId subject, PurposeId purpose) {
    carryOut(new WithdrawConsent(subject, purpose, Channel.EMAIL, null));
    if (isPermitted(subject, purpose)) {
      carryOut(new DemandCessation(subject, new TreeSet<>(Set.of(purpose)), null));
    }
    return !isPermitted(subject, purpose);
  }

  private boolean isPermitted(SubjectId subject, PurposeId purpose) {
    return decisions
        .now(new Decisions.Asked(subject, LetterPermit.question(purpose)), clock.instant())
        .isPermitted();
  }

  private void carryOut(SubjectCommand command) {
    try {
      commands.execute(command, ACTOR, null, Attachment.none());
    } catch (Refused nothingToEnd) {
      // There is no consent, or nobody any more.
    }
  }
}
