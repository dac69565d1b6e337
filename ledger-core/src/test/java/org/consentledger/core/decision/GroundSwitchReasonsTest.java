package org.consentledger.core.decision;

import static org.consentledger.core.decision.Asking.given;
import static org.consentledger.core.decision.DecisionAssert.assertThatDecision;
import static org.consentledger.core.testing.ClaimBuilder.A_YEAR_LATER;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.Evidence.switchOf;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.groundClaimed;
import static org.consentledger.core.testing.SubjectEvents.registered;

import java.time.Instant;
import org.consentledger.core.testing.RegistersBuilder;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A ground that the operator may not use carries nothing (section 7). */
class GroundSwitchReasonsTest {

  private static final Instant LATER = NOW.plusSeconds(60);

  private static RegistersBuilder restingOn(LegalGround... grounds) {
    return registers().purpose(NEWSLETTER, definition().restingOn(grounds));
  }

  private static Asking onContract(RegistersBuilder registers) {
    return given(registered(), groundClaimed(LegalGround.CONTRACT)).in(registers);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"CONSENT"})
  void clause_7_GROUND_SWITCHED_OFF_denies_from_its_moment_on(LegalGround ground) {
    Asking asking =
        given(registered(), groundClaimed(ground))
            .in(restingOn(ground).ground(ground, false, NOW, EARLIER));
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(ProcessingAction.USE, EMAIL))
        .isPermitted(ground, ReasonCode.valueOf("ON_" + ground))
        .isValidUntil(NOW);
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.GROUND_SWITCHED_OFF)
        .restsOn(switchOf(ground, NOW));
  }

  @Test
  void section_7_a_ground_that_is_allowed_again_carries_again_until_it_is_switched_off_next() {
    Asking asking =
        onContract(
            restingOn(LegalGround.CONTRACT)
                .ground(LegalGround.CONTRACT, false, EARLIER)
                .ground(LegalGround.CONTRACT, true, NOW)
                .ground(LegalGround.CONTRACT, false, LATER, NOW));
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.GROUND_SWITCHED_OFF)
        .restsOn(switchOf(LegalGround.CONTRACT, EARLIER));
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE, EMAIL))
        .isPermitted(LegalGround.CONTRACT, ReasonCode.ON_CONTRACT)
        .isValidUntil(LATER);
    assertThatDecision(asking.at(LATER).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.GROUND_SWITCHED_OFF);
  }

  @Test
  void section_7_a_switch_that_is_called_off_or_comes_after_the_term_ends_nothing_early() {
    assertThatDecision(
            onContract(
                    restingOn(LegalGround.CONTRACT)
                        .ground(LegalGround.CONTRACT, false, LATER, EARLIER)
                        .ground(LegalGround.CONTRACT, true, NOW))
                .may(ProcessingAction.USE, EMAIL))
        .isPermitted(LegalGround.CONTRACT, ReasonCode.ON_CONTRACT)
        .isValidUntil(A_YEAR_LATER);
    assertThatDecision(
            onContract(
                    restingOn(LegalGround.CONTRACT)
                        .ground(LegalGround.CONTRACT, false, A_YEAR_LATER.plusNanos(1), EARLIER))
                .may(ProcessingAction.USE, EMAIL))
        .isPermitted(LegalGround.CONTRACT, ReasonCode.ON_CONTRACT)
        .isValidUntil(A_YEAR_LATER);
  }

  @Test
  void section_7_a_switch_concerns_its_own_ground_and_never_consent() {
    RegistersBuilder registers =
        restingOn(LegalGround.CONSENT, LegalGround.CONTRACT, LegalGround.JUSTICE)
            .ground(LegalGround.CONTRACT, false, EARLIER);
    assertThatDecision(
            given(registered(), groundClaimed(LegalGround.CONTRACT), consentGiven(NEWSLETTER))
                .in(registers)
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
    assertThatDecision(
            given(registered(), groundClaimed(LegalGround.JUSTICE))
                .in(registers)
                .may(ProcessingAction.USE, EMAIL))
        .isPermitted(LegalGround.JUSTICE, ReasonCode.ON_JUSTICE);
  }
}
