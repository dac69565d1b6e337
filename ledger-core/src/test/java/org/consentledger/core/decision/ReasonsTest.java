package org.consentledger.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.decision.Asking.given;
import static org.consentledger.core.decision.DecisionAssert.assertThatDecision;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.evidenceOf;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.RegistersBuilder.retirementOf;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.COURIER;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.IIN;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NEXT_POLICY;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.blocked;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentRefused;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.disposalRequested;
import static org.consentledger.core.testing.SubjectEvents.due;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.time.LocalDate;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One test for each reason that has to do with the person, the purpose or a consent. */
class ReasonsTest {

  @Test
  void clause_7_1_CONSENT_GIVEN_permits() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER)).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent()
        .restsOn(id(2))
        .isUnderPolicy(POLICY)
        .isValidUntil(null);
  }

  @Test
  void clause_3_2_ORDERED_BY_LAW_permits_without_consent() {
    assertThatDecision(given(registered()).may(ProcessingAction.ERASE, EMAIL))
        .isOrderedByLaw()
        .isUnderPolicy(null)
        .isValidUntil(null);
  }

  @Test
  void clause_2_10_SUBJECT_UNKNOWN_denies() {
    assertThatDecision(given().may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.SUBJECT_UNKNOWN);
  }

  @Test
  void clause_2_5_SUBJECT_ANONYMISED_denies() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER), anonymised(NOW))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.SUBJECT_ANONYMISED)
        .restsOn(id(3));
  }

  @Test
  void clause_2_14_SUBJECT_DESTROYED_denies() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER), destroyed(NOW))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.SUBJECT_DESTROYED)
        .restsOn(id(3));
  }

  @Test
  void clause_5_2_PURPOSE_UNKNOWN_denies() {
    assertThatDecision(
            given(registered())
                .forPurpose(new PurposeId("unheard-of"))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.PURPOSE_UNKNOWN);
  }

  @Test
  void clause_5_2_PURPOSE_UNKNOWN_denies_before_the_purpose_is_in_force() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER))
                .at(BEGINNING.minusNanos(1))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.PURPOSE_UNKNOWN);
  }

  @Test
  void clause_8_9_PURPOSE_RETIRED_denies_from_its_moment_on() {
    Asking asking =
        given(registered(), consentGiven(NEWSLETTER)).in(registers().retired(NEWSLETTER, NOW));
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.PURPOSE_RETIRED)
        .restsOn(retirementOf(NEWSLETTER));
  }

  @Test
  void clause_9_1_ACTION_OUTSIDE_PURPOSE_denies() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER, terms().toVersion(2), EARLIER))
                .in(
                    registers()
                        .purpose(
                            NEWSLETTER,
                            definition().allowing(ProcessingAction.STORE).build(),
                            EARLIER))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.ACTION_OUTSIDE_PURPOSE)
        .restsOn(evidenceOf(NEWSLETTER, 2));
  }

  @Test
  void clause_5_5_CATEGORY_OUTSIDE_PURPOSE_denies() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER)).may(ProcessingAction.USE, EMAIL, IIN))
        .isDeniedBecause(ReasonCode.CATEGORY_OUTSIDE_PURPOSE)
        .restsOn(evidenceOf(NEWSLETTER, 1));
  }

  @Test
  void clause_2_2_BLOCKED_denies_while_any_of_the_data_is_blocked() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER), blocked(Scope.of(set(PHONE)), NOW))
                .may(ProcessingAction.USE, EMAIL, PHONE))
        .isDeniedBecause(ReasonCode.BLOCKED)
        .restsOn(id(3));
  }

  @Test
  void
      clause_5_1_NO_GROUND_denies_where_consent_is_no_ground_of_the_purpose_and_none_was_claimed() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER))
                .in(
                    registers()
                        .purpose(
                            NEWSLETTER,
                            definition().restingOn(LegalGround.CONTRACT).build(),
                            EARLIER))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.NO_GROUND)
        .restsOn(evidenceOf(NEWSLETTER, 2));
  }

  @Test
  void clause_7_1_CONSENT_MISSING_denies() {
    assertThatDecision(given(registered()).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.CONSENT_MISSING);
  }

  @Test
  void clause_7_1_CONSENT_REFUSED_denies() {
    assertThatDecision(
            given(registered(), consentRefused(NEWSLETTER, NOW)).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.CONSENT_REFUSED)
        .restsOn(id(2));
  }

  @Test
  void clause_8_4_CONSENT_WITHDRAWN_denies() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER), consentWithdrawn(NEWSLETTER, NOW))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.CONSENT_WITHDRAWN)
        .restsOn(id(3));
  }

  @Test
  void clause_8_9_CONSENT_EXPIRED_denies_from_the_end_of_the_term_on() {
    Asking asking = given(registered(), consentGiven(NEWSLETTER, terms().until(NOW), EARLIER));
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent()
        .isValidUntil(NOW);
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.CONSENT_EXPIRED)
        .restsOn(id(2))
        .isUnderPolicy(POLICY);
  }

  @Test
  void clause_12_2_CONSENT_POLICY_OUTDATED_denies_from_the_re_consent_date_on() {
    Asking asking =
        given(registered(), consentGiven(NEWSLETTER))
            .in(registers().materialPolicy(NEXT_POLICY, EARLIER.plusSeconds(60), NOW));
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent()
        .isValidUntil(NOW);
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.CONSENT_POLICY_OUTDATED)
        .restsOn(id(2), evidenceOf(NEXT_POLICY));
  }

  @Test
  void clause_7_1_ACTION_OUTSIDE_CONSENT_denies_what_the_purpose_came_to_allow_later() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER))
                .in(
                    registers()
                        .purpose(
                            NEWSLETTER,
                            definition().allowing(ProcessingAction.STORE).build(),
                            BEGINNING)
                        .purpose(NEWSLETTER, definition().build(), EARLIER))
                .at(NOW)
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER, terms().toVersion(2), EARLIER))
                .in(
                    registers()
                        .purpose(
                            NEWSLETTER,
                            definition().allowing(ProcessingAction.STORE).build(),
                            BEGINNING)
                        .purpose(NEWSLETTER, definition().build(), EARLIER))
                .at(NOW)
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.ACTION_OUTSIDE_CONSENT)
        .restsOn(id(2));
  }

  @Test
  void clause_7_1_CATEGORY_OUTSIDE_CONSENT_denies() {
    assertThatDecision(
            given(registered(), consentGiven(NEWSLETTER, terms().covering(EMAIL), EARLIER))
                .may(ProcessingAction.USE, EMAIL, PHONE))
        .isDeniedBecause(ReasonCode.CATEGORY_OUTSIDE_CONSENT)
        .restsOn(id(2));
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSFER", "DISCLOSE", "MAKE_AVAILABLE"})
  void clause_8_2_TRANSFER_OUTSIDE_CONSENT_denies(ProcessingAction action) {
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER, terms().allowing(false, true, true), EARLIER))
                .to(PRINTER)
                .may(action, EMAIL))
        .isDeniedBecause(ReasonCode.TRANSFER_OUTSIDE_CONSENT);
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER, terms().allowing(true, false, false), EARLIER))
                .to(PRINTER)
                .may(action, EMAIL))
        .isPermittedByConsent();
  }

  @Test
  void clause_8_2_RECIPIENT_OUTSIDE_CONSENT_denies() {
    Asking asking =
        given(
            registered(),
            consentGiven(NEWSLETTER, terms().allowing(true, false, false, PRINTER), EARLIER));
    assertThatDecision(asking.to(COURIER).may(ProcessingAction.TRANSFER, EMAIL))
        .isDeniedBecause(ReasonCode.RECIPIENT_OUTSIDE_CONSENT)
        .restsOn(id(2));
    assertThatDecision(asking.to(PRINTER).may(ProcessingAction.TRANSFER, EMAIL))
        .isPermittedByConsent();
  }

  @Test
  void clause_8_2_consent_that_names_no_recipients_allows_any() {
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER, terms().allowing(true, false, false), EARLIER))
                .to(COURIER)
                .may(ProcessingAction.TRANSFER, EMAIL))
        .isPermittedByConsent();
  }

  @Test
  void clause_10_1_CROSS_BORDER_OUTSIDE_CONSENT_denies_abroad_and_not_at_home() {
    Asking asking =
        given(registered(), consentGiven(NEWSLETTER, terms().allowing(true, false, false), EARLIER))
            .in(
                registers()
                    .recipient(PRINTER, "DE", RecipientKind.PROCESSOR)
                    .assured(PRINTER, LocalDate.of(2026, 2, 1))
                    .noticed(PRINTER, LocalDate.of(2026, 2, 2)));
    assertThatDecision(asking.to(PRINTER).toCountry("DE").may(ProcessingAction.TRANSFER, EMAIL))
        .isDeniedBecause(ReasonCode.CROSS_BORDER_OUTSIDE_CONSENT)
        .restsOn(id(2));
    assertThatDecision(asking.to(COURIER).toCountry("KZ").may(ProcessingAction.TRANSFER, EMAIL))
        .isPermittedByConsent();
  }

  @Test
  void clause_2_9_DISTRIBUTION_OUTSIDE_CONSENT_denies_whatever_else_is_allowed() {
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER, terms().allowing(true, true, false), EARLIER))
                .in(registers().purpose(NEWSLETTER, definition().distributing()))
                .may(ProcessingAction.DISSEMINATE, EMAIL))
        .isDeniedBecause(ReasonCode.DISTRIBUTION_OUTSIDE_CONSENT)
        .restsOn(id(2));
    assertThatDecision(
            given(
                    registered(),
                    consentGiven(NEWSLETTER, terms().allowing(false, false, true), EARLIER))
                .in(registers().purpose(NEWSLETTER, definition().distributing()))
                .may(ProcessingAction.DISSEMINATE, EMAIL))
        .isPermittedByConsent();
  }

  @Test
  void clause_5_7_DISPOSAL_PENDING_denies_all_but_keeping_and_what_the_law_orders() {
    Asking asking =
        given(
            registered(),
            consentGiven(NEWSLETTER),
            disposalRequested(DisposalMethod.DESTROY, DisposalApproval.OFFICER, NOW));
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.DISPOSAL_PENDING)
        .restsOn(id(3));
    assertThatDecision(asking.may(ProcessingAction.STORE, EMAIL)).isPermittedByConsent();
    assertThatDecision(asking.may(ProcessingAction.RECTIFY, EMAIL)).isOrderedByLaw();
  }

  @Test
  void clause_5_7_DISPOSAL_PENDING_denies_what_is_about_to_go_and_nothing_else() {
    Asking asking =
        given(
            registered(),
            consentGiven(NEWSLETTER),
            due(
                DisposalMethod.DESTROY,
                DisposalApproval.OFFICER,
                DisposalGround.CONSENT_EXPIRED,
                EARLIER,
                NOW,
                NOW,
                PHONE));
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL)).isPermittedByConsent();
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL, PHONE))
        .isDeniedBecause(ReasonCode.DISPOSAL_PENDING);
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_clause_and_a_sentence(ReasonCode code) {
    assertThat(code.clause()).matches("[0-9]{1,2}(\\.[0-9]{1,2})?");
    assertThat(code.detail()).endsWith(".");
  }
}
