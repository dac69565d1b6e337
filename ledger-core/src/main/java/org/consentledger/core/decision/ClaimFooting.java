package org.consentledger.core.decision;

import static org.consentledger.core.decision.ReasonCode.CATEGORY_OUTSIDE_GROUND;
import static org.consentledger.core.decision.ReasonCode.GROUND_ENDED;
import static org.consentledger.core.decision.ReasonCode.GROUND_EXPIRED;
import static org.consentledger.core.decision.ReasonCode.GROUND_OUTSIDE_PURPOSE;
import static org.consentledger.core.decision.ReasonCode.GROUND_SWITCHED_OFF;
import static org.consentledger.core.decision.ReasonCode.MARKETING_NEEDS_CONSENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.decision.Decision.Reason;
import org.consentledger.core.subject.ClaimedGround;
import org.consentledger.core.vocabulary.LegalGround;

/**
 * A claimed ground (clauses 7.2 to 7.7): it stands, the purpose rests on it, it covers the act. Of
 * one that was ended nothing more is said.
 */
final class ClaimFooting {

  private final Matter matter;
  private final ClaimedGround ground;
  private final List<Reason> against = new ArrayList<>();

  private ClaimFooting(Matter matter, ClaimedGround ground) {
    this.matter = matter;
    this.ground = ground;
  }

  static Footing of(Matter matter, ClaimedGround ground) {
    return new ClaimFooting(matter, ground).footing();
  }

  private Footing footing() {
    LegalGround kind = ground.claim().ground();
    if (ground.end() == null) {
      itsTermMustNotBeOver();
      thePurposeMustRestOnIt(kind);
      itMustBeAllowed(kind);
      if (!kind.outlastsCessation()) {
        against.addAll(Stops.endWhatBeganBefore(ground.effectiveAt(), matter));
      }
      theDataMustBeCovered();
      against.addAll(Transfers.outsideGround(matter, ground));
    } else {
      speaksAgainst(GROUND_ENDED, ground.end());
    }
    return new Footing(kind, reason(kind), ground.eventId(), null, until(kind), against);
  }

  /** Section 6 and clause 4.1: the purpose lists its grounds; marketing has consent alone. */
  private void thePurposeMustRestOnIt(LegalGround kind) {
    UUID purpose = matter.purpose().evidence();
    if (matter.purpose().definition().marketing()) {
      against.add(new Reason(MARKETING_NEEDS_CONSENT, List.of(purpose)));
    } else if (!matter.purpose().definition().grounds().contains(kind)) {
      against.add(new Reason(GROUND_OUTSIDE_PURPOSE, List.of(purpose)));
    }
  }

  /** Section 7: each ground but consent can be switched off. */
  private void itMustBeAllowed(LegalGround kind) {
    matter
        .registers()
        .switchedOffBy(kind, matter.moment())
        .ifPresent(event -> speaksAgainst(GROUND_SWITCHED_OFF, event));
  }

  /** A switch that is settled for a moment to come may end it before its term. */
  private Instant until(LegalGround kind) {
    Instant end = ground.claim().validUntil();
    return matter
        .registers()
        .nextSwitchOff(kind, matter.moment())
        .filter(off -> off.isBefore(end))
        .orElse(end);
  }

  /** Clause 8.9: a ground ends with its term. */
  private void itsTermMustNotBeOver() {
    if (ground.isExpired(matter.moment())) {
      speaksAgainst(GROUND_EXPIRED, ground.eventId());
    }
  }

  /** Clause 5.5: a ground covers the data that it was claimed for, no more. */
  private void theDataMustBeCovered() {
    boolean covered =
        matter.asked().stream()
            .filter(matter.purpose().definition().categories()::contains)
            .allMatch(ground.claim().categories()::contains);
    if (!covered) {
      speaksAgainst(CATEGORY_OUTSIDE_GROUND, ground.eventId());
    }
  }

  private void speaksAgainst(ReasonCode code, UUID evidence) {
    against.add(new Reason(code, List.of(evidence)));
  }

  private static ReasonCode reason(LegalGround ground) {
    return switch (ground) {
      case CONSENT -> ReasonCode.CONSENT_GIVEN;
      case LEGAL_OBLIGATION -> ReasonCode.ON_LEGAL_OBLIGATION;
      case JUSTICE -> ReasonCode.ON_JUSTICE;
      case CONTRACT -> ReasonCode.ON_CONTRACT;
      case LEGITIMATE_INTEREST -> ReasonCode.ON_LEGITIMATE_INTEREST;
      case PUBLIC_INTEREST -> ReasonCode.ON_PUBLIC_INTEREST;
      case MADE_PUBLIC_BY_SUBJECT -> ReasonCode.ON_MADE_PUBLIC_BY_SUBJECT;
      case MANDATORY_DISCLOSURE -> ReasonCode.ON_MANDATORY_DISCLOSURE;
    };
  }
}
