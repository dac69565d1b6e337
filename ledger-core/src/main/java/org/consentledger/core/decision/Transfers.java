package org.consentledger.core.decision;

import static org.consentledger.core.decision.ReasonCode.CROSS_BORDER_OUTSIDE_CONSENT;
import static org.consentledger.core.decision.ReasonCode.DISTRIBUTION_NEEDS_CONSENT;
import static org.consentledger.core.decision.ReasonCode.DISTRIBUTION_OUTSIDE_CONSENT;
import static org.consentledger.core.decision.ReasonCode.RECIPIENT_OUTSIDE_CONSENT;
import static org.consentledger.core.decision.ReasonCode.RECIPIENT_WITHOUT_CONTRACT;
import static org.consentledger.core.decision.ReasonCode.TRANSFER_NEEDS_CONSENT;
import static org.consentledger.core.decision.ReasonCode.TRANSFER_OUTSIDE_CONSENT;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.decision.Decision.Reason;
import org.consentledger.core.subject.ClaimedGround;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;

/** The rules of handing data on (clauses 2.9, 2.11, 8.2, section 10). */
final class Transfers {

  private Transfers() {}

  /** Clauses 2.9, 8.2, 10.1: a consent must say so, and may say to whom. */
  static List<Reason> outsideConsent(Matter matter, ConsentAnswer.Given given) {
    Question question = matter.question();
    ConsentConditions conditions = given.terms().conditions();
    UUID evidence = given.eventId();
    List<Reason> against = new ArrayList<>();
    boolean distributes = question.action() == ProcessingAction.DISSEMINATE;
    if (distributes && !conditions.publication()) {
      against.add(new Reason(DISTRIBUTION_OUTSIDE_CONSENT, List.of(evidence)));
    }
    boolean handsOver = matter.handsOver();
    if (handsOver && !conditions.thirdPartyTransfer()) {
      against.add(new Reason(TRANSFER_OUTSIDE_CONSENT, List.of(evidence)));
    }
    if (handsOver
        && !conditions.recipients().isEmpty()
        && (question.recipientId() == null
            || !conditions.recipients().contains(question.recipientId()))) {
      against.add(new Reason(RECIPIENT_OUTSIDE_CONSENT, List.of(evidence)));
    }
    if (matter.crossesBorder() && !conditions.crossBorder()) {
      against.add(new Reason(CROSS_BORDER_OUTSIDE_CONSENT, List.of(evidence)));
    }
    against.addAll(withoutContract(matter));
    return against;
  }

  /** Clause 8.2: where no law makes it a duty, there is a civil-law contract with the recipient. */
  private static List<Reason> withoutContract(Matter matter) {
    return matter
        .recipient()
        .filter(recipient -> matter.handsOver() && !recipient.hasContract())
        .map(
            recipient ->
                List.of(new Reason(RECIPIENT_WITHOUT_CONTRACT, List.of(recipient.evidence()))))
        .orElse(List.of());
  }

  /** Clauses 2.9, 8.2: without consent, data is handed on only where the law makes it a duty. */
  static List<Reason> outsideGround(Matter matter, ClaimedGround claimed) {
    LegalGround ground = claimed.claim().ground();
    ProcessingAction action = matter.question().action();
    if (action == ProcessingAction.DISSEMINATE) {
      return ground == LegalGround.MANDATORY_DISCLOSURE
          ? List.of()
          : List.of(new Reason(DISTRIBUTION_NEEDS_CONSENT, List.of(claimed.eventId())));
    }
    return action.isTransferring() && !ground.isLegalDuty()
        ? List.of(new Reason(TRANSFER_NEEDS_CONSENT, List.of(claimed.eventId())))
        : List.of();
  }
}
