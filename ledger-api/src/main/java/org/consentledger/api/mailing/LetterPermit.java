package org.consentledger.api.mailing;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.consentledger.core.decision.Question;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.SubjectCommand.RecordProcessing;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.Decisions;
import org.springframework.stereotype.Component;

/**
 * Asks whether a letter may be sent, when it is about to be, and records that it is (clauses 5.1,
 * 9.1). Whoever asks has begun the handover, so that no answered withdrawal comes between.
 */
@Component
final class LetterPermit {

  /** Who sends: the ledger itself. */
  static final String ACTOR = "ledger";

  private final Commands commands;
  private final Decisions decisions;
  private final Letters letters;
  private final Clock clock;

  LetterPermit(Commands commands, Decisions decisions, Letters letters, Clock clock) {
    this.commands = commands;
    this.decisions = decisions;
    this.letters = letters;
    this.clock = clock;
  }

  /** What sending a letter is: using an address for a purpose. */
  static Question question(PurposeId purpose) {
    return new Question(
        purpose,
        ProcessingAction.USE,
        new TreeSet<>(Set.of(IdentifierKind.EMAIL.category())),
        null,
        null,
        Collections.emptySortedSet());
  }

  /**
   * Whether it may be sent. Where it may, its row says already that it is being sent, so that
   * whatever happens from now on, nobody sends it again unless a mail server says that it has not
   * left.
   */
  boolean isGiven(Letters.Entry letter, SubjectId subject, PurposeId purpose) {
    return letter.tries() == 0
        ? isRecorded(letter, subject, purpose)
        : isStillPermitted(subject, purpose) && letters.beginAgain(letter.letterId());
  }

  /** One record a letter: decided, recorded and begun in one transaction. */
  private boolean isRecorded(Letters.Entry letter, SubjectId subject, PurposeId purpose) {
    try {
      commands.execute(
          new RecordProcessing(subject, question(purpose), Channel.EMAIL, true, true, null, false),
          ACTOR,
          null,
          new Attachment(List.of(Letters.beginning(letter.letterId())), appended -> List.of()));
      return true;
    } catch (Refused denied) {
      return false;
    }
  }

  private boolean isStillPermitted(SubjectId subject, PurposeId purpose) {
    return decisions
        .now(new Decisions.Asked(subject, question(purpose)), clock.instant())
        .isPermitted();
  }
}
