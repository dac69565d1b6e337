package org.consentledger.core.decision;

import static org.consentledger.core.decision.ReasonCode.ACTION_OUTSIDE_CONSENT;
import static org.consentledger.core.decision.ReasonCode.CATEGORY_OUTSIDE_CONSENT;
import static org.consentledger.core.decision.ReasonCode.CONSENT_EXPIRED;
import static org.consentledger.core.decision.ReasonCode.CONSENT_GIVEN;
import static org.consentledger.core.decision.ReasonCode.CONSENT_MISSING;
import static org.consentledger.core.decision.ReasonCode.CONSENT_POLICY_OUTDATED;
import static org.consentledger.core.decision.ReasonCode.CONSENT_REFUSED;
import static org.consentledger.core.decision.ReasonCode.CONSENT_WITHDRAWN;
import static org.consentledger.core.decision.ReasonCode.SENDING_SUSPENDED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.decision.Decision.Reason;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.Suspension;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** Consent as a ground (clause 7.1): the person's latest answer is yes, and it covers the act. */
final class ConsentFooting {

  private final Matter matter;
  private final List<Reason> against = new ArrayList<>();

  private ConsentFooting(Matter matter) {
    this.matter = matter;
  }

  static Footing of(Matter matter) {
    return new ConsentFooting(matter).on(matter.subject().consent(matter.question().purposeId()));
  }

  private Footing on(ConsentAnswer answer) {
    return switch (answer) {
      case ConsentAnswer.NeverAsked none -> no(CONSENT_MISSING);
      case ConsentAnswer.Refused refused -> no(CONSENT_REFUSED, refused.eventId());
      case ConsentAnswer.Withdrawn withdrawn -> no(CONSENT_WITHDRAWN, withdrawn.eventId());
      case ConsentAnswer.Given given -> onConsent(given);
    };
  }

  private Footing onConsent(ConsentAnswer.Given given) {
    PolicyVersion policy = given.terms().policyVersion();
    Optional<PolicyState> newPolicy = matter.registers().endsConsentsUnder(policy);
    @Nullable Instant reconsentBy =
        newPolicy.flatMap(PolicyState::endsEarlierConsentsAt).orElse(null);
    theTermMustNotBeOver(given);
    thePolicyMustNotHaveChanged(given, newPolicy, reconsentBy);
    against.addAll(Stops.endWhatBeganBefore(given.effectiveAt(), matter));
    sendingMustNotBeSuspended(given);
    theActionMustBeCovered(given);
    theDataMustBeCovered(given);
    against.addAll(Transfers.outsideConsent(matter, given));
    return new Footing(
        LegalGround.CONSENT,
        CONSENT_GIVEN,
        given.eventId(),
        policy,
        earlier(given.terms().expiresAt(), reconsentBy),
        against);
  }

  /** Clause 8.9: a consent ends with its term. */
  private void theTermMustNotBeOver(ConsentAnswer.Given given) {
    if (given.isExpired(matter.moment())) {
      speaksAgainst(CONSENT_EXPIRED, given.eventId());
    }
  }

  /**
   * Clause 12.2: after a material change, consent under the old policy holds until its re-consent
   * date.
   */
  private void thePolicyMustNotHaveChanged(
      ConsentAnswer.Given given, Optional<PolicyState> newPolicy, @Nullable Instant reconsentBy) {
    if (newPolicy.isPresent() && reconsentBy != null && !matter.moment().isBefore(reconsentBy)) {
      speaksAgainst(CONSENT_POLICY_OUTDATED, given.eventId(), newPolicy.get().evidence());
    }
  }

  /**
   * Clause 8.4: while nobody knows whether the person withdrew, their consent carries no letter and
   * no call. Whoever consents after that has answered.
   */
  private void sendingMustNotBeSuspended(ConsentAnswer.Given given) {
    List<UUID> suspensions =
        matter.subject().circumstances().suspensions().stream()
            .filter(suspension -> !given.effectiveAt().isAfter(suspension.effectiveAt()))
            .map(Suspension::eventId)
            .toList();
    if (!suspensions.isEmpty() && matter.reachesThePerson()) {
      against.add(new Reason(SENDING_SUSPENDED, suspensions));
    }
  }

  /** Clause 7.1: a consent covers the actions that the purpose had when it was given, no more. */
  private void theActionMustBeCovered(ConsentAnswer.Given given) {
    boolean covered =
        matter
            .registers()
            .findPurpose(matter.question().purposeId())
            .flatMap(purpose -> purpose.version(given.terms().purposeVersion()))
            .filter(
                consented -> consented.definition().actions().contains(matter.question().action()))
            .isPresent();
    boolean allowedNow =
        matter.purpose().definition().actions().contains(matter.question().action());
    if (!covered && allowedNow) { // where the purpose does not allow it either, that says enough
      speaksAgainst(ACTION_OUTSIDE_CONSENT, given.eventId());
    }
  }

  /** Clause 7.1: a consent covers the data that it lists, no more. */
  private void theDataMustBeCovered(ConsentAnswer.Given given) {
    boolean covered =
        matter.asked().stream()
            .filter(matter.purpose().definition().categories()::contains)
            .allMatch(given.terms().categories()::contains);
    if (!covered) {
      speaksAgainst(CATEGORY_OUTSIDE_CONSENT, given.eventId());
    }
  }

  private void speaksAgainst(ReasonCode code, UUID... evidence) {
    against.add(new Reason(code, List.of(evidence)));
  }

  private static Footing no(ReasonCode code, UUID... evidence) {
    return new Footing(
        LegalGround.CONSENT,
        CONSENT_GIVEN,
        null,
        null,
        null,
        List.of(new Reason(code, List.of(evidence))));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
