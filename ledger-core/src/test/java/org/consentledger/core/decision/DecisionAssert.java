package org.consentledger.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** What tests say about decisions. */
record DecisionAssert(Decision decision) {

  static DecisionAssert assertThatDecision(Decision decision) {
    return new DecisionAssert(decision);
  }

  /** Denied, for these reasons and no other, on no ground, without an end. */
  DecisionAssert isDeniedBecause(ReasonCode... codes) {
    assertThat(decision.verdict()).isEqualTo(Decision.Verdict.DENY);
    assertThat(decision.isPermitted()).isFalse();
    assertThat(decision.ground()).isNull();
    assertThat(decision.validUntil()).isNull();
    assertThat(decision.reasons())
        .extracting(Decision.Reason::code)
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(codes));
    return this;
  }

  DecisionAssert isPermittedByConsent() {
    return isPermitted(LegalGround.CONSENT, ReasonCode.CONSENT_GIVEN);
  }

  DecisionAssert isOrderedByLaw() {
    return isPermitted(LegalGround.LEGAL_OBLIGATION, ReasonCode.ORDERED_BY_LAW);
  }

  DecisionAssert isPermitted(LegalGround ground, ReasonCode... codes) {
    assertThat(decision.reasons()).extracting(Decision.Reason::code).containsExactly(codes);
    assertThat(decision.verdict()).isEqualTo(Decision.Verdict.PERMIT);
    assertThat(decision.isPermitted()).isTrue();
    assertThat(decision.ground()).isEqualTo(ground);
    return this;
  }

  DecisionAssert restsOn(UUID... evidence) {
    assertThat(decision.evidence()).containsExactly(evidence);
    return this;
  }

  DecisionAssert isUnderPolicy(@Nullable PolicyVersion policy) {
    assertThat(decision.policyVersion()).isEqualTo(policy);
    return this;
  }

  DecisionAssert isValidUntil(@Nullable Instant end) {
    assertThat(decision.validUntil()).isEqualTo(end);
    return this;
  }
}
