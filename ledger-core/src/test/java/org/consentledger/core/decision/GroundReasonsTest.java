package org.consentledger.core.decision;

import static org.consentledger.core.decision.Asking.given;
import static org.consentledger.core.decision.DecisionAssert.assertThatDecision;
import static org.consentledger.core.testing.ClaimBuilder.A_YEAR_LATER;
import static org.consentledger.core.testing.ClaimBuilder.claim;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.evidenceOf;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.IIN;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.groundClaimed;
import static org.consentledger.core.testing.SubjectEvents.groundEnded;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import org.consentledger.core.testing.DefinitionBuilder;
import org.consentledger.core.testing.RegistersBuilder;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** One test for each reason that has to do with a ground other than consent. */
class GroundReasonsTest {

  private static RegistersBuilder newsletter(DefinitionBuilder definition) {
    return registers().purpose(NEWSLETTER, definition);
  }

  private static RegistersBuilder restingOn(LegalGround... grounds) {
    return newsletter(definition().restingOn(grounds));
  }

  private static void assertPermits(LegalGround ground, ReasonCode code) {
    assertThatDecision(
            given(registered(), groundClaimed(ground))
                .in(restingOn(ground))
                .may(ProcessingAction.USE, EMAIL))
        .isPermitted(ground, code)
        .restsOn(id(2))
        .isUnderPolicy(null)
        .isValidUntil(A_YEAR_LATER);
    assertThatDecision(given(registered()).in(restingOn(ground)).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.NO_GROUND);
  }

  @Test
  void clause_7_2_ON_LEGAL_OBLIGATION_permits() {
    assertPermits(LegalGround.LEGAL_OBLIGATION, ReasonCode.ON_LEGAL_OBLIGATION);
  }

  @Test
  void clause_7_3_ON_JUSTICE_permits() {
    assertPermits(LegalGround.JUSTICE, ReasonCode.ON_JUSTICE);
  }

  @Test
  void clause_7_4_ON_CONTRACT_permits() {
    assertPermits(LegalGround.CONTRACT, ReasonCode.ON_CONTRACT);
  }

  @Test
  void clause_7_5_ON_LEGITIMATE_INTEREST_permits() {
    assertPermits(LegalGround.LEGITIMATE_INTEREST, ReasonCode.ON_LEGITIMATE_INTEREST);
  }

  @Test
  void clause_7_5_ON_PUBLIC_INTEREST_permits() {
    assertPermits(LegalGround.PUBLIC_INTEREST, ReasonCode.ON_PUBLIC_INTEREST);
  }

  @Test
  void clause_7_6_ON_MADE_PUBLIC_BY_SUBJECT_permits() {
    assertPermits(LegalGround.MADE_PUBLIC_BY_SUBJECT, ReasonCode.ON_MADE_PUBLIC_BY_SUBJECT);
  }

  @Test
  void clause_7_7_ON_MANDATORY_DISCLOSURE_permits() {
    assertPermits(LegalGround.MANDATORY_DISCLOSURE, ReasonCode.ON_MANDATORY_DISCLOSURE);
  }

  @Test
  void clause_5_1_NO_GROUND_denies_where_a_ground_was_claimed_for_another_purpose_only() {
    assertThatDecision(
            given(
                    registered(),
                    groundClaimed(claim(LegalGround.CONTRACT).forPurpose(SURVEY), EARLIER))
                .in(restingOn(LegalGround.CONTRACT))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.NO_GROUND)
        .restsOn(evidenceOf(NEWSLETTER, 2));
  }

  @Test
  void clause_4_1_MARKETING_NEEDS_CONSENT_denies_whatever_else_was_claimed() {
    Asking asking =
        given(registered(), groundClaimed(LegalGround.CONTRACT))
            .in(newsletter(definition().restingOn(LegalGround.CONTRACT).marketing()));
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.MARKETING_NEEDS_CONSENT)
        .restsOn(evidenceOf(NEWSLETTER, 2));
  }

  @Test
  void clause_4_1_marketing_is_permitted_on_consent() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER), groundClaimed(LegalGround.CONTRACT))
                .in(
                    newsletter(
                        definition()
                            .restingOn(LegalGround.CONSENT, LegalGround.CONTRACT)
                            .marketing()))
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
  }

  @Test
  void clause_6_GROUND_OUTSIDE_PURPOSE_denies_since_the_purpose_no_longer_rests_on_it() {
    Asking asking =
        given(registered(), groundClaimed(LegalGround.CONTRACT))
            .in(
                restingOn(LegalGround.CONTRACT)
                    .purpose(NEWSLETTER, definition().restingOn(LegalGround.JUSTICE).build(), NOW));
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(ProcessingAction.USE, EMAIL))
        .isPermitted(LegalGround.CONTRACT, ReasonCode.ON_CONTRACT);
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.GROUND_OUTSIDE_PURPOSE)
        .restsOn(evidenceOf(NEWSLETTER, 3));
  }

  @Test
  void clause_8_9_GROUND_ENDED_denies() {
    assertThatDecision(
            given(registered(), groundClaimed(LegalGround.CONTRACT), groundEnded(NOW))
                .in(restingOn(LegalGround.CONTRACT))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.GROUND_ENDED)
        .restsOn(id(3));
  }

  @Test
  void clause_8_9_GROUND_EXPIRED_denies_from_the_end_of_the_term_on() {
    Asking asking =
        given(registered(), groundClaimed(claim(LegalGround.CONTRACT).until(NOW), EARLIER))
            .in(restingOn(LegalGround.CONTRACT));
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(ProcessingAction.USE, EMAIL))
        .isPermitted(LegalGround.CONTRACT, ReasonCode.ON_CONTRACT)
        .isValidUntil(NOW);
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.GROUND_EXPIRED)
        .restsOn(id(2));
  }

  @Test
  void clause_5_5_CATEGORY_OUTSIDE_GROUND_denies() {
    Asking asking =
        given(registered(), groundClaimed(claim(LegalGround.CONTRACT).covering(EMAIL), EARLIER))
            .in(restingOn(LegalGround.CONTRACT));
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL))
        .isPermitted(LegalGround.CONTRACT, ReasonCode.ON_CONTRACT);
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL, PHONE))
        .isDeniedBecause(ReasonCode.CATEGORY_OUTSIDE_GROUND)
        .restsOn(id(2));
    assertThatDecision(asking.may(ProcessingAction.USE))
        .isDeniedBecause(ReasonCode.CATEGORY_OUTSIDE_GROUND);
  }

  @Test
  void clause_5_5_data_that_the_purpose_does_not_need_is_named_once() {
    assertThatDecision(
            given(registered(), groundClaimed(LegalGround.CONTRACT))
                .in(restingOn(LegalGround.CONTRACT))
                .may(ProcessingAction.USE, EMAIL, IIN))
        .isDeniedBecause(ReasonCode.CATEGORY_OUTSIDE_PURPOSE);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"CONTRACT", "LEGITIMATE_INTEREST", "PUBLIC_INTEREST", "MADE_PUBLIC_BY_SUBJECT"})
  void clause_8_2_TRANSFER_NEEDS_CONSENT_denies_what_is_no_legal_duty(LegalGround ground) {
    Asking asking = given(registered(), groundClaimed(ground)).in(restingOn(ground)).to(PRINTER);
    for (ProcessingAction action :
        new ProcessingAction[] {
          ProcessingAction.TRANSFER, ProcessingAction.DISCLOSE, ProcessingAction.MAKE_AVAILABLE
        }) {
      assertThatDecision(asking.may(action, EMAIL))
          .isDeniedBecause(ReasonCode.TRANSFER_NEEDS_CONSENT)
          .restsOn(id(2));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LEGAL_OBLIGATION", "JUSTICE", "MANDATORY_DISCLOSURE"})
  void clause_8_2_a_legal_duty_permits_a_transfer(LegalGround ground) {
    Asking asking = given(registered(), groundClaimed(ground)).in(restingOn(ground)).to(PRINTER);
    for (ProcessingAction action :
        new ProcessingAction[] {
          ProcessingAction.TRANSFER, ProcessingAction.DISCLOSE, ProcessingAction.MAKE_AVAILABLE
        }) {
      assertThatDecision(asking.may(action, EMAIL))
          .isPermitted(ground, ReasonCode.valueOf("ON_" + ground));
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"CONSENT", "MANDATORY_DISCLOSURE"})
  void clause_2_9_DISTRIBUTION_NEEDS_CONSENT_denies_on_any_other_ground(LegalGround ground) {
    assertThatDecision(
            given(registered(), groundClaimed(ground))
                .in(newsletter(definition().restingOn(ground).distributing()))
                .may(ProcessingAction.DISSEMINATE, EMAIL))
        .isDeniedBecause(ReasonCode.DISTRIBUTION_NEEDS_CONSENT)
        .restsOn(id(2));
  }

  @Test
  void clause_7_7_what_the_law_demands_to_be_disclosed_is_distributed_without_consent() {
    assertThatDecision(
            given(registered(), groundClaimed(LegalGround.MANDATORY_DISCLOSURE))
                .in(
                    newsletter(
                        definition().restingOn(LegalGround.MANDATORY_DISCLOSURE).distributing()))
                .may(ProcessingAction.DISSEMINATE, EMAIL))
        .isPermitted(LegalGround.MANDATORY_DISCLOSURE, ReasonCode.ON_MANDATORY_DISCLOSURE);
  }

  @Test
  void clause_2_9_DISTRIBUTION_OUTSIDE_PURPOSE_denies_with_consent_to_everything_else() {
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER, terms().allowing(true, true, true), EARLIER))
                .may(ProcessingAction.DISSEMINATE, EMAIL))
        .isDeniedBecause(ReasonCode.DISTRIBUTION_OUTSIDE_PURPOSE)
        .restsOn(evidenceOf(NEWSLETTER, 1));
  }
}
