package org.consentledger.core.decision;

import static org.consentledger.core.decision.Asking.given;
import static org.consentledger.core.decision.DecisionAssert.assertThatDecision;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.IIN;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NEXT_POLICY;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.set;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.blocked;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentRefused;
import static org.consentledger.core.testing.SubjectEvents.consentRenewed;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.SubjectEvents.unblocked;
import static org.consentledger.core.testing.TermsBuilder.terms;

import org.consentledger.core.subject.Scope;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.RecipientKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** How reasons go together. */
class DecideTest {

  @Test
  void denied_for_five_reasons_lists_all_five() {
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER),
                    blocked(Scope.EVERYTHING, NOW),
                    consentWithdrawn(NEWSLETTER, NOW))
                .in(
                    registers()
                        .purpose(
                            NEWSLETTER,
                            definition().allowing(ProcessingAction.STORE).build(),
                            EARLIER)
                        .retired(NEWSLETTER, NOW))
                .may(ProcessingAction.USE, EMAIL, IIN))
        .isDeniedBecause(
            ReasonCode.PURPOSE_RETIRED,
            ReasonCode.ACTION_OUTSIDE_PURPOSE,
            ReasonCode.CATEGORY_OUTSIDE_PURPOSE,
            ReasonCode.BLOCKED,
            ReasonCode.CONSENT_WITHDRAWN);
  }

  @Test
  void denied_on_a_consent_for_everything_at_once_lists_everything() {
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(
                        NEWSLETTER, terms().covering(EMAIL).until(EARLIER.plusSeconds(9)), EARLIER))
                .in(
                    registers()
                        .materialPolicy(NEXT_POLICY, EARLIER.plusSeconds(60), null)
                        .recipient(PRINTER, "DE", RecipientKind.THIRD_PARTY, false, EARLIER))
                .to(PRINTER)
                .may(ProcessingAction.TRANSFER, PHONE))
        .isDeniedBecause(
            ReasonCode.CONSENT_EXPIRED,
            ReasonCode.CONSENT_POLICY_OUTDATED,
            ReasonCode.CATEGORY_OUTSIDE_CONSENT,
            ReasonCode.ASSURANCE_MISSING,
            ReasonCode.NOTICE_MISSING,
            ReasonCode.TRANSFER_OUTSIDE_CONSENT,
            ReasonCode.CROSS_BORDER_OUTSIDE_CONSENT,
            ReasonCode.RECIPIENT_WITHOUT_CONTRACT);
  }

  @Test
  void a_subject_and_a_purpose_that_nobody_knows_are_both_named() {
    assertThatDecision(
            given().in(registers().retired(NEWSLETTER, EARLIER)).may(ProcessingAction.USE, IIN))
        .isDeniedBecause(
            ReasonCode.SUBJECT_UNKNOWN,
            ReasonCode.PURPOSE_RETIRED,
            ReasonCode.CATEGORY_OUTSIDE_PURPOSE);
  }

  @ParameterizedTest
  @EnumSource(names = {"RECTIFY", "UPDATE", "ALTER", "RESTRICT", "ERASE", "ANONYMISE", "DESTRUCT"})
  void clause_3_2_what_the_law_orders_needs_no_consent(ProcessingAction action) {
    assertThatDecision(given(registered(), consentRefused(NEWSLETTER, NOW)).may(action, EMAIL))
        .isOrderedByLaw()
        .isValidUntil(null);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"RECTIFY", "UPDATE", "ALTER", "RESTRICT", "ERASE", "ANONYMISE", "DESTRUCT"})
  void clause_5_1_everything_else_needs_a_consent(ProcessingAction action) {
    assertThatDecision(
            given(registered())
                .in(registers().purpose(NEWSLETTER, definition().distributing()))
                .to(PRINTER)
                .may(action, EMAIL))
        .isDeniedBecause(ReasonCode.CONSENT_MISSING);
  }

  @ParameterizedTest
  @EnumSource(names = {"RECTIFY", "UPDATE", "ALTER", "RESTRICT", "ERASE", "ANONYMISE", "DESTRUCT"})
  void clause_9_1_what_the_law_orders_must_still_be_the_purposes(ProcessingAction action) {
    assertThatDecision(
            given(registered())
                .in(
                    registers()
                        .purpose(
                            NEWSLETTER,
                            definition().allowing(ProcessingAction.STORE).build(),
                            EARLIER)
                        .retired(NEWSLETTER, NOW))
                .may(action, IIN))
        .isDeniedBecause(
            ReasonCode.PURPOSE_RETIRED,
            ReasonCode.ACTION_OUTSIDE_PURPOSE,
            ReasonCode.CATEGORY_OUTSIDE_PURPOSE);
  }

  @ParameterizedTest
  @EnumSource(names = {"RECTIFY", "UPDATE", "ALTER", "STORE"})
  void clause_2_2_blocked_data_may_be_stored_and_rectified(ProcessingAction action) {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER), blocked(Scope.EVERYTHING, NOW))
                .may(action, EMAIL))
        .isOrderedByLaw();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {
        "RECTIFY",
        "UPDATE",
        "ALTER",
        "STORE",
        "TRANSFER",
        "DISCLOSE",
        "MAKE_AVAILABLE",
        "DISSEMINATE"
      })
  void clause_2_2_with_blocked_data_nothing_else_may_be_done(ProcessingAction action) {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER), blocked(Scope.EVERYTHING, NOW))
                .may(action, EMAIL))
        .isDeniedBecause(ReasonCode.BLOCKED);
  }

  @Test
  void clause_2_2_what_is_blocked_is_stored_without_consent() {
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER),
                    blocked(Scope.EVERYTHING, NOW),
                    consentWithdrawn(NEWSLETTER, NOW))
                .may(ProcessingAction.STORE, EMAIL))
        .isOrderedByLaw();
  }

  @Test
  void clause_2_2_what_is_not_blocked_is_not_stored_without_consent() {
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER),
                    blocked(Scope.of(set(PHONE)), NOW),
                    consentWithdrawn(NEWSLETTER, NOW))
                .may(ProcessingAction.STORE, EMAIL))
        .isDeniedBecause(ReasonCode.CONSENT_WITHDRAWN);
  }

  @Test
  void clause_2_2_what_was_freed_is_usable_and_the_rest_is_not() {
    Asking asking =
        given(
            registered(),
            consentGiven(NEWSLETTER),
            blocked(Scope.EVERYTHING, EARLIER),
            unblocked(Scope.of(set(EMAIL)), NOW));
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL)).isPermittedByConsent();
    assertThatDecision(asking.may(ProcessingAction.USE, PHONE)).isDeniedBecause(ReasonCode.BLOCKED);
    assertThatDecision(asking.may(ProcessingAction.USE)).isDeniedBecause(ReasonCode.BLOCKED);
  }

  @Test
  void clause_2_2_a_block_for_one_purpose_leaves_another_alone() {
    Asking asking =
        given(
            registered(),
            consentGiven(NEWSLETTER),
            consentGiven(SURVEY),
            blocked(new Scope(set(), set(NEWSLETTER)), NOW));
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL)).isDeniedBecause(ReasonCode.BLOCKED);
    assertThatDecision(asking.forPurpose(SURVEY).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
  }

  @Test
  void clause_5_5_no_categories_means_all_that_the_purpose_needs() {
    assertThatDecision(given(registered(), consentGiven(NEWSLETTER)).may(ProcessingAction.USE))
        .isPermittedByConsent();
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER, terms().covering(EMAIL), EARLIER))
                .may(ProcessingAction.USE))
        .isDeniedBecause(ReasonCode.CATEGORY_OUTSIDE_CONSENT);
  }

  @Test
  void clause_7_1_consent_does_not_cover_what_the_purpose_came_to_need_later() {
    Asking asking =
        given(registered(), consentGiven(NEWSLETTER))
            .in(
                registers()
                    .purpose(NEWSLETTER, definition().needing(EMAIL, PHONE, IIN).build(), NOW));
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(ProcessingAction.USE))
        .isPermittedByConsent();
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE))
        .isDeniedBecause(ReasonCode.CATEGORY_OUTSIDE_CONSENT);
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE, EMAIL)).isPermittedByConsent();
  }

  @Test
  void clause_5_1_a_decision_about_the_past_uses_the_purpose_as_it_was_then() {
    Asking asking =
        given(registered(), consentGiven(NEWSLETTER))
            .in(
                registers()
                    .purpose(
                        NEWSLETTER, definition().restingOn(LegalGround.CONTRACT).build(), NOW));
    assertThatDecision(asking.at(NOW.minusSeconds(1)).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.NO_GROUND);
  }

  @Test
  void clause_8_4_the_latest_answer_in_the_world_counts_in_whichever_order_they_were_recorded() {
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER),
                    consentWithdrawn(NEWSLETTER, NOW),
                    consentGiven(NEWSLETTER, terms(), NOW.minusSeconds(1)))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.CONSENT_WITHDRAWN);
  }

  @Test
  void clause_12_2_a_renewed_consent_is_under_the_policy_of_the_renewal() {
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER),
                    consentRenewed(NEWSLETTER, terms().under(NEXT_POLICY), NOW))
                .in(registers().materialPolicy(NEXT_POLICY, EARLIER, null))
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent()
        .isUnderPolicy(NEXT_POLICY);
  }

  @Test
  void clause_12_2_without_a_re_consent_date_consents_end_when_the_new_policy_begins() {
    Asking asking =
        given(registered(), consentGiven(NEWSLETTER))
            .in(registers().materialPolicy(NEXT_POLICY, NOW, null));
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent()
        .isValidUntil(NOW);
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.CONSENT_POLICY_OUTDATED);
  }

  @Test
  void clause_12_2_a_re_consent_date_before_the_new_policy_ends_nothing_early() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER))
                .in(registers().materialPolicy(NEXT_POLICY, NOW.plusSeconds(1), EARLIER))
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent()
        .isValidUntil(NOW.plusSeconds(1));
  }

  @Test
  void clause_12_2_a_new_policy_that_changes_nothing_of_substance_ends_no_consent() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER))
                .in(registers().policy(NEXT_POLICY, EARLIER))
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent()
        .isValidUntil(null);
  }

  @Test
  void clause_12_2_of_two_new_policies_the_one_that_ends_consents_first_counts() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER))
                .in(
                    registers()
                        .materialPolicy(NEXT_POLICY, EARLIER, NOW.plusSeconds(60))
                        .materialPolicy(new PolicyVersion("2026-03"), NOW.plusSeconds(5), null))
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent()
        .isValidUntil(NOW.plusSeconds(5));
  }

  @Test
  void a_permission_holds_until_the_earlier_of_the_term_and_the_re_consent_date() {
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER, terms().until(NOW.plusSeconds(3)), EARLIER))
                .in(registers().materialPolicy(NEXT_POLICY, EARLIER, NOW.plusSeconds(60)))
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent()
        .isValidUntil(NOW.plusSeconds(3));
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER, terms().until(NOW.plusSeconds(90)), EARLIER))
                .in(registers().materialPolicy(NEXT_POLICY, EARLIER, NOW.plusSeconds(60)))
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent()
        .isValidUntil(NOW.plusSeconds(60));
  }

  @Test
  void clause_2_5_not_even_the_law_orders_anything_about_nobody() {
    assertThatDecision(given(registered(), anonymised(NOW)).may(ProcessingAction.ERASE, EMAIL))
        .isDeniedBecause(ReasonCode.SUBJECT_ANONYMISED);
  }
}
