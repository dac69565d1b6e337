package org.consentledger.core.decision;

import static org.consentledger.core.decision.Asking.given;
import static org.consentledger.core.decision.DecisionAssert.assertThatDecision;
import static org.consentledger.core.testing.ClaimBuilder.A_YEAR_LATER;
import static org.consentledger.core.testing.ClaimBuilder.claim;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectEvents.blocked;
import static org.consentledger.core.testing.SubjectEvents.cessationDemanded;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.groundClaimed;
import static org.consentledger.core.testing.SubjectEvents.groundEnded;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.testing.RegistersBuilder;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.junit.jupiter.api.Test;

/** How consent and other grounds go together: which one carries, and what is said if none does. */
class SeveralGroundsTest {

  private static final RegistersBuilder ALL_GROUNDS =
      registers().purpose(NEWSLETTER, definition().restingOn(LegalGround.values()));

  private static Asking asking(SubjectEvent... past) {
    return given(past).in(ALL_GROUNDS);
  }

  @Test
  void clause_7_1_consent_carries_before_all_other_grounds() {
    assertThatDecision(
            asking(
                    registered(),
                    groundClaimed(LegalGround.LEGAL_OBLIGATION),
                    consentGiven(NEWSLETTER))
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent()
        .restsOn(id(3))
        .isUnderPolicy(POLICY)
        .isValidUntil(null);
  }

  @Test
  void clause_3_1_after_a_withdrawal_another_ground_carries_and_only_it_is_named() {
    assertThatDecision(
            asking(
                    registered(),
                    consentGiven(NEWSLETTER),
                    groundClaimed(LegalGround.CONTRACT),
                    consentWithdrawn(NEWSLETTER, NOW))
                .may(ProcessingAction.USE, EMAIL))
        .isPermitted(LegalGround.CONTRACT, ReasonCode.ON_CONTRACT)
        .restsOn(id(3))
        .isUnderPolicy(null)
        .isValidUntil(A_YEAR_LATER);
  }

  @Test
  void section_7_of_other_grounds_the_first_in_the_policys_order_carries() {
    assertThatDecision(
            asking(
                    registered(),
                    groundClaimed(claim(LegalGround.PUBLIC_INTEREST).named(id(701)), NOW),
                    groundClaimed(claim(LegalGround.CONTRACT).named(id(702)), EARLIER),
                    groundClaimed(claim(LegalGround.MANDATORY_DISCLOSURE).named(id(703)), NOW))
                .may(ProcessingAction.USE, EMAIL))
        .isPermitted(LegalGround.CONTRACT, ReasonCode.ON_CONTRACT)
        .restsOn(id(3));
  }

  @Test
  void section_7_of_two_claims_of_one_ground_the_later_carries_in_whichever_order_recorded() {
    SubjectEvent old =
        groundClaimed(
            claim(LegalGround.CONTRACT).named(id(701)).until(NOW.plusSeconds(9)), EARLIER);
    SubjectEvent young =
        groundClaimed(
            claim(LegalGround.CONTRACT).named(id(702)).until(NOW.plusSeconds(5)),
            EARLIER.plusSeconds(1));
    assertThatDecision(asking(registered(), old, young).may(ProcessingAction.USE, EMAIL))
        .isPermitted(LegalGround.CONTRACT, ReasonCode.ON_CONTRACT)
        .restsOn(id(3))
        .isValidUntil(NOW.plusSeconds(5));
    assertThatDecision(asking(registered(), young, old).may(ProcessingAction.USE, EMAIL))
        .isPermitted(LegalGround.CONTRACT, ReasonCode.ON_CONTRACT)
        .restsOn(id(2))
        .isValidUntil(NOW.plusSeconds(5));
  }

  @Test
  void clause_5_5_a_ground_that_covers_less_makes_way_for_one_that_covers_the_data() {
    Asking asking =
        asking(
            registered(),
            consentGiven(NEWSLETTER, terms().covering(EMAIL), EARLIER),
            groundClaimed(claim(LegalGround.JUSTICE).covering(PHONE), EARLIER));
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL)).isPermittedByConsent();
    assertThatDecision(asking.may(ProcessingAction.USE, PHONE))
        .isPermitted(LegalGround.JUSTICE, ReasonCode.ON_JUSTICE);
    // No ground covers both, and the grounds are not added up.
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL, PHONE))
        .isDeniedBecause(ReasonCode.CATEGORY_OUTSIDE_CONSENT, ReasonCode.CATEGORY_OUTSIDE_GROUND);
  }

  @Test
  void where_all_grounds_fail_all_that_speaks_against_each_is_named() {
    assertThatDecision(
            asking(
                    registered(),
                    groundClaimed(claim(LegalGround.CONTRACT).covering(PHONE), EARLIER),
                    groundClaimed(
                        claim(LegalGround.PUBLIC_INTEREST).named(id(701)).until(NOW), EARLIER),
                    cessationDemanded(NOW))
                .to(PRINTER)
                .may(ProcessingAction.TRANSFER, EMAIL))
        .isDeniedBecause(
            ReasonCode.CONSENT_MISSING,
            ReasonCode.CATEGORY_OUTSIDE_GROUND,
            ReasonCode.TRANSFER_NEEDS_CONSENT,
            ReasonCode.GROUND_EXPIRED,
            ReasonCode.CESSATION_DEMANDED);
  }

  @Test
  void one_reason_that_several_grounds_fail_for_is_named_once_with_all_its_evidence() {
    assertThatDecision(
            asking(
                    registered(),
                    consentWithdrawn(NEWSLETTER, EARLIER),
                    groundClaimed(claim(LegalGround.JUSTICE).until(NOW), EARLIER),
                    groundClaimed(claim(LegalGround.CONTRACT).named(id(701)).until(NOW), EARLIER))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.CONSENT_WITHDRAWN, ReasonCode.GROUND_EXPIRED)
        .restsOn(id(2), id(3), id(4));
  }

  @Test
  void clause_8_9_of_a_ground_that_was_ended_nothing_more_is_said() {
    assertThatDecision(
            asking(
                    registered(),
                    consentWithdrawn(NEWSLETTER, EARLIER),
                    groundClaimed(claim(LegalGround.CONTRACT).covering(PHONE).until(NOW), EARLIER),
                    groundEnded(NOW))
                .to(PRINTER)
                .may(ProcessingAction.TRANSFER, EMAIL))
        .isDeniedBecause(ReasonCode.CONSENT_WITHDRAWN, ReasonCode.GROUND_ENDED)
        .restsOn(id(2), id(4));
  }

  @Test
  void where_something_else_forbids_it_a_ground_that_carries_is_not_spoken_against() {
    assertThatDecision(
            asking(
                    registered(),
                    groundClaimed(LegalGround.CONTRACT),
                    consentWithdrawn(NEWSLETTER, EARLIER),
                    blocked(Scope.EVERYTHING, NOW))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.BLOCKED);
  }
}
