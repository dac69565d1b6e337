package org.consentledger.core.subject;

import static org.consentledger.core.vocabulary.LegalGround.CONTRACT;
import static org.consentledger.core.vocabulary.LegalGround.JUSTICE;
import static org.consentledger.core.vocabulary.LegalGround.LEGAL_OBLIGATION;
import static org.consentledger.core.vocabulary.LegalGround.MANDATORY_DISCLOSURE;
import static org.consentledger.core.vocabulary.ProcessingAction.DISCLOSE;
import static org.consentledger.core.vocabulary.ProcessingAction.DISSEMINATE;
import static org.consentledger.core.vocabulary.ProcessingAction.MAKE_AVAILABLE;
import static org.consentledger.core.vocabulary.ProcessingAction.TRANSFER;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;

/** Clauses 7.2 to 7.7 of {@link PermissionModel}: what a ground that was claimed carries. */
final class ClaimModel {

  /** Clause 3.1: what goes on although the person wants it to stop. */
  private static final Set<LegalGround> BINDING =
      EnumSet.of(LEGAL_OBLIGATION, JUSTICE, CONTRACT, MANDATORY_DISCLOSURE);

  /** Clause 8.2: what the law in force makes the operator do. */
  private static final Set<LegalGround> DUTIES =
      EnumSet.of(LEGAL_OBLIGATION, JUSTICE, MANDATORY_DISCLOSURE);

  private ClaimModel() {}

  static Set<ReasonCode> against(Fact.Claimed claimed, Known known) {
    if (known.any(Fact.ClaimEnded.class, it -> it.name().equals(claimed.name()))) {
      // What has ended carries nothing, so that nothing more need be said.
      return EnumSet.of(ReasonCode.GROUND_ENDED);
    }
    Fact.Determined purpose = known.purpose().orElseThrow();
    Set<ReasonCode> no = EnumSet.noneOf(ReasonCode.class);
    if (purpose.marketing()) {
      no.add(ReasonCode.MARKETING_NEEDS_CONSENT);
    } else if (!purpose.grounds().contains(claimed.ground())) {
      no.add(ReasonCode.GROUND_OUTSIDE_PURPOSE);
    }
    if (isSwitchedOff(claimed.ground(), known)) {
      no.add(ReasonCode.GROUND_SWITCHED_OFF);
    }
    if (claimed.until().compareTo(known.moment()) <= 0) {
      no.add(ReasonCode.GROUND_EXPIRED);
    }
    if (!BINDING.contains(claimed.ground())) {
      no.addAll(StopModel.endedSince(claimed.at(), known));
    }
    for (Category category : known.data()) {
      if (purpose.categories().contains(category) && !claimed.categories().contains(category)) {
        no.add(ReasonCode.CATEGORY_OUTSIDE_GROUND);
      }
    }
    ProcessingAction action = known.asked().action();
    if (action == DISSEMINATE && claimed.ground() != MANDATORY_DISCLOSURE) {
      no.add(ReasonCode.DISTRIBUTION_NEEDS_CONSENT);
    }
    if (EnumSet.of(TRANSFER, DISCLOSE, MAKE_AVAILABLE).contains(action)
        && !DUTIES.contains(claimed.ground())) {
      no.add(ReasonCode.TRANSFER_NEEDS_CONSENT);
    }
    return no;
  }

  /** Section 7: of all that was said for this moment, what was said last. */
  private static boolean isSwitchedOff(LegalGround ground, Known known) {
    return known
        .all(Fact.Switched.class)
        .filter(it -> it.ground() == ground && !it.at().isAfter(known.moment()))
        .max(Comparator.comparing(Fact.Switched::number))
        .filter(it -> !it.allowed())
        .isPresent();
  }

  static ReasonCode permits(LegalGround ground) {
    return ReasonCode.valueOf("ON_" + ground.name());
  }
}
