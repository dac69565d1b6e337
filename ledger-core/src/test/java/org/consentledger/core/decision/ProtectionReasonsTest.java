package org.consentledger.core.decision;

import static org.consentledger.core.decision.Asking.given;
import static org.consentledger.core.decision.DecisionAssert.assertThatDecision;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.evidenceOf;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.groundClaimed;
import static org.consentledger.core.testing.SubjectEvents.holdLifted;
import static org.consentledger.core.testing.SubjectEvents.holdPlaced;
import static org.consentledger.core.testing.SubjectEvents.prohibited;
import static org.consentledger.core.testing.SubjectEvents.prohibitionLifted;
import static org.consentledger.core.testing.SubjectEvents.prohibitionOverridden;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.SubjectEvents.sendingResumed;
import static org.consentledger.core.testing.SubjectEvents.sendingSuspended;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.util.List;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.testing.DefinitionBuilder;
import org.consentledger.core.testing.RegistersBuilder;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PublicInterest;
import org.consentledger.core.vocabulary.PurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What protects data whatever the ground: holds, prohibitions, purposes that do not mix. */
class ProtectionReasonsTest {

  private static final PurposeId SCORING = new PurposeId("scoring");
  private static final RegistersBuilder DISTRIBUTION =
      registers().purpose(NEWSLETTER, definition().distributing());

  /**
   * Somebody who consented to everything, for both purposes, and what happened then; data that is
   * handed on goes to the printer.
   */
  private static Asking consented(SubjectEvent... then) {
    SubjectEvent[] past = new SubjectEvent[3 + then.length];
    past[0] = registered();
    past[1] = consentGiven(NEWSLETTER, terms().allowing(true, true, true), EARLIER);
    past[2] = consentGiven(SURVEY, terms().allowing(true, true, true), EARLIER);
    System.arraycopy(then, 0, past, 3, then.length);
    return given(past).to(PRINTER);
  }

  @ParameterizedTest
  @EnumSource(names = {"ERASE", "ANONYMISE", "DESTRUCT"})
  void clause_5_7_LEGAL_HOLD_denies_the_end_of_data(ProcessingAction action) {
    assertThatDecision(consented(holdPlaced(NOW)).may(action, EMAIL))
        .isDeniedBecause(ReasonCode.LEGAL_HOLD)
        .restsOn(id(4));
    assertThatDecision(consented(holdPlaced(NOW), holdLifted(NOW)).may(action, EMAIL))
        .isOrderedByLaw();
    assertThatDecision(
            consented(holdPlaced(NOW), holdPlaced(id(1), NOW), holdLifted(NOW)).may(action, EMAIL))
        .isDeniedBecause(ReasonCode.LEGAL_HOLD)
        .restsOn(id(5));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"ERASE", "ANONYMISE", "DESTRUCT"})
  void clause_5_7_a_hold_leaves_everything_else_alone(ProcessingAction action) {
    DecisionAssert decision =
        assertThatDecision(consented(holdPlaced(NOW)).in(DISTRIBUTION).may(action, EMAIL));
    if (action.isOrderedByLaw()) {
      decision.isOrderedByLaw();
    } else {
      decision.isPermittedByConsent();
    }
  }

  @Test
  void clause_8_4_SENDING_SUSPENDED_denies_every_letter_and_call() {
    for (Category contact : List.of(EMAIL, PHONE)) {
      assertThatDecision(consented(sendingSuspended(NOW)).may(ProcessingAction.USE, contact))
          .isDeniedBecause(ReasonCode.SENDING_SUSPENDED)
          .restsOn(id(4));
    }
    assertThatDecision(consented(sendingSuspended(NOW)).may(ProcessingAction.USE))
        .isDeniedBecause(ReasonCode.SENDING_SUSPENDED);
    assertThatDecision(
            consented(sendingSuspended(NOW), sendingResumed(NOW)).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
    assertThatDecision(
            consented(sendingSuspended(NOW), sendingSuspended(id(1), NOW), sendingResumed(NOW))
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.SENDING_SUSPENDED)
        .restsOn(id(5));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"USE"})
  void clause_8_4_a_suspension_pauses_letters_and_nothing_else(ProcessingAction action) {
    DecisionAssert decision =
        assertThatDecision(consented(sendingSuspended(NOW)).in(DISTRIBUTION).may(action, EMAIL));
    if (action.isOrderedByLaw()) {
      decision.isOrderedByLaw();
    } else {
      decision.isPermittedByConsent();
    }
  }

  @Test
  void clause_8_4_whoever_consents_after_a_suspension_has_answered() {
    assertThatDecision(
            consented(
                    sendingSuspended(EARLIER),
                    consentGiven(NEWSLETTER, terms().allowing(true, true, true), NOW))
                .may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
  }

  @Test
  void clause_5_3_INCOMPATIBLE_PURPOSES_denies_whichever_of_them_says_so() {
    RegistersBuilder registers =
        registers().purpose(NEWSLETTER, definition().incompatibleWith(SURVEY));
    assertThatDecision(
            consented().in(registers).joinedWith(SURVEY).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.INCOMPATIBLE_PURPOSES)
        .restsOn(evidenceOf(NEWSLETTER, 2));
    assertThatDecision(
            consented()
                .in(registers)
                .forPurpose(SURVEY)
                .joinedWith(NEWSLETTER)
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.INCOMPATIBLE_PURPOSES)
        .restsOn(evidenceOf(NEWSLETTER, 2));
  }

  @Test
  void clause_5_3_INCOMPATIBLE_PURPOSES_denies_a_join_of_two_that_do_not_mix_with_each_other() {
    assertThatDecision(
            consented()
                .in(registers().purpose(SCORING, definition().incompatibleWith(SURVEY)))
                .joinedWith(SURVEY, SCORING)
                .may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.INCOMPATIBLE_PURPOSES)
        .restsOn(evidenceOf(SCORING, 1));
  }

  @Test
  void clause_5_3_what_is_held_for_another_purpose_alone_is_used_alone() {
    RegistersBuilder registers =
        registers()
            .purpose(NEWSLETTER, definition().incompatibleWith(SURVEY))
            .purpose(SCORING, definition());
    assertThatDecision(consented().in(registers).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
    assertThatDecision(
            consented().in(registers).joinedWith(SCORING).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
    assertThatDecision(
            consented().in(registers).joinedWith(NEWSLETTER).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
  }

  @Test
  void clause_5_3_purposes_are_incompatible_since_they_were_declared_so() {
    Asking asking =
        consented()
            .in(registers().purpose(SURVEY, definition().incompatibleWith(NEWSLETTER).build(), NOW))
            .joinedWith(SURVEY);
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.INCOMPATIBLE_PURPOSES);
  }

  @Test
  void clause_5_2_nothing_is_joined_with_what_is_held_for_a_purpose_that_nobody_determined() {
    assertThatDecision(consented().joinedWith(SCORING).may(ProcessingAction.USE, EMAIL))
        .isDeniedBecause(ReasonCode.PURPOSE_UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSFER", "DISCLOSE", "DISSEMINATE"})
  void clause_8_6_PROHIBITED_BY_SUBJECT_denies_a_transfer(ProcessingAction action) {
    assertThatDecision(
            consented(prohibited(ProhibitionKind.TRANSFER, NOW))
                .in(DISTRIBUTION)
                .may(action, EMAIL))
        .isDeniedBecause(ReasonCode.PROHIBITED_BY_SUBJECT)
        .restsOn(id(4));
  }

  @Test
  void clause_8_6_a_prohibited_transfer_touches_neither_access_nor_anything_else() {
    for (ProcessingAction action : ProcessingAction.values()) {
      if (action == ProcessingAction.MAKE_AVAILABLE
          || !(action.isTransferring() || action.isOrderedByLaw())) {
        assertThatDecision(
                consented(prohibited(ProhibitionKind.TRANSFER, NOW))
                    .in(DISTRIBUTION)
                    .may(action, EMAIL))
            .isPermittedByConsent();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "COLLECT",
        "RECORD",
        "STRUCTURE",
        "ACCUMULATE",
        "USE",
        "TRANSFER",
        "DISCLOSE",
        "DISSEMINATE"
      })
  void clause_8_6_PROHIBITED_BY_SUBJECT_denies_processing_for_distribution(
      ProcessingAction action) {
    assertThatDecision(
            consented(prohibited(ProhibitionKind.PROCESSING, NOW))
                .in(DISTRIBUTION)
                .may(action, EMAIL))
        .isDeniedBecause(ReasonCode.PROHIBITED_BY_SUBJECT);
  }

  @ParameterizedTest
  @EnumSource(names = {"STORE", "RETRIEVE", "MAKE_AVAILABLE"})
  void clause_8_6_prohibited_processing_does_not_touch_access(ProcessingAction action) {
    assertThatDecision(
            consented(prohibited(ProhibitionKind.PROCESSING, NOW))
                .in(DISTRIBUTION)
                .may(action, EMAIL))
        .isPermittedByConsent();
  }

  @ParameterizedTest
  @EnumSource(names = {"RECTIFY", "UPDATE", "ALTER", "RESTRICT", "ERASE", "ANONYMISE", "DESTRUCT"})
  void clause_3_2_what_the_law_orders_cannot_be_prohibited(ProcessingAction action) {
    assertThatDecision(
            consented(prohibited(ProhibitionKind.PROCESSING, NOW))
                .in(DISTRIBUTION)
                .may(action, EMAIL))
        .isOrderedByLaw();
  }

  @Test
  void clause_8_6_prohibited_processing_concerns_distribution_only() {
    Asking asking = consented(prohibited(ProhibitionKind.PROCESSING, NOW));
    assertThatDecision(asking.may(ProcessingAction.USE, EMAIL)).isPermittedByConsent();
    assertThatDecision(asking.may(ProcessingAction.TRANSFER, EMAIL)).isPermittedByConsent();
  }

  @Test
  void clause_8_6_prohibited_processing_forbids_distribution_for_any_purpose() {
    assertThatDecision(
            consented(prohibited(ProhibitionKind.PROCESSING, NOW))
                .may(ProcessingAction.DISSEMINATE, EMAIL))
        .isDeniedBecause(ReasonCode.DISTRIBUTION_OUTSIDE_PURPOSE, ReasonCode.PROHIBITED_BY_SUBJECT);
  }

  @Test
  void clause_8_6_a_prohibition_protects_the_categories_that_it_names() {
    Asking asking = consented(prohibited(ProhibitionKind.TRANSFER, NOW, PHONE)).in(DISTRIBUTION);
    assertThatDecision(asking.may(ProcessingAction.TRANSFER, EMAIL)).isPermittedByConsent();
    assertThatDecision(asking.may(ProcessingAction.TRANSFER, EMAIL, PHONE))
        .isDeniedBecause(ReasonCode.PROHIBITED_BY_SUBJECT);
    assertThatDecision(asking.may(ProcessingAction.TRANSFER))
        .isDeniedBecause(ReasonCode.PROHIBITED_BY_SUBJECT);
  }

  @Test
  void clause_8_6_no_ground_opens_what_is_prohibited() {
    assertThatDecision(
            given(
                    registered(),
                    groundClaimed(LegalGround.LEGAL_OBLIGATION),
                    prohibited(ProhibitionKind.TRANSFER, NOW))
                .in(
                    registers()
                        .purpose(NEWSLETTER, definition().restingOn(LegalGround.LEGAL_OBLIGATION)))
                .to(PRINTER)
                .may(ProcessingAction.TRANSFER, EMAIL))
        .isDeniedBecause(ReasonCode.PROHIBITED_BY_SUBJECT);
  }

  @ParameterizedTest
  @EnumSource
  void clause_8_6_a_public_interest_opens_what_is_prohibited(PublicInterest interest) {
    assertThatDecision(
            consented(
                    prohibited(ProhibitionKind.TRANSFER, EARLIER),
                    prohibitionOverridden(interest, NOW))
                .may(ProcessingAction.TRANSFER, EMAIL))
        .isPermittedByConsent();
  }

  @Test
  void clause_8_6_what_was_prohibited_is_permitted_after_the_person_took_it_back() {
    assertThatDecision(
            consented(prohibited(ProhibitionKind.TRANSFER, EARLIER), prohibitionLifted(NOW))
                .may(ProcessingAction.TRANSFER, EMAIL))
        .isPermittedByConsent();
  }

  @Test
  void clause_8_6_one_of_two_prohibitions_that_is_overridden_leaves_the_other() {
    assertThatDecision(
            consented(
                    prohibited(ProhibitionKind.TRANSFER, EARLIER),
                    prohibited(id(1), ProhibitionKind.TRANSFER, EARLIER, EMAIL),
                    prohibitionOverridden(PublicInterest.STATE, NOW))
                .may(ProcessingAction.TRANSFER, EMAIL))
        .isDeniedBecause(ReasonCode.PROHIBITED_BY_SUBJECT)
        .restsOn(id(5));
  }

  private static DecisionAssert onConditions(
      DefinitionBuilder definition, ProcessingAction action, SubjectEvent... more) {
    return assertThatDecision(
        consented(more).in(registers().purpose(NEWSLETTER, definition)).may(action, EMAIL));
  }

  @ParameterizedTest
  @EnumSource(names = {"USE", "TRANSFER", "DISCLOSE", "DISSEMINATE"})
  void clause_8_6_CONDITIONS_APPLY_permits_and_says_so(ProcessingAction action) {
    onConditions(
            definition().distributing(), action, prohibited(ProhibitionKind.CONDITIONS, NOW, EMAIL))
        .isPermitted(LegalGround.CONSENT, ReasonCode.CONSENT_GIVEN, ReasonCode.CONDITIONS_APPLY)
        .restsOn(id(2), id(4));
  }

  @ParameterizedTest
  @EnumSource(names = {"RETRIEVE", "MAKE_AVAILABLE", "STORE"})
  void clause_8_6_conditions_do_not_touch_access(ProcessingAction action) {
    onConditions(definition().distributing(), action, prohibited(ProhibitionKind.CONDITIONS, NOW))
        .isPermittedByConsent();
  }

  @Test
  void clause_8_6_conditions_concern_what_is_handed_on_or_is_for_distribution() {
    onConditions(definition(), ProcessingAction.USE, prohibited(ProhibitionKind.CONDITIONS, NOW))
        .isPermittedByConsent();
    onConditions(
            definition(), ProcessingAction.TRANSFER, prohibited(ProhibitionKind.CONDITIONS, NOW))
        .isPermitted(LegalGround.CONSENT, ReasonCode.CONSENT_GIVEN, ReasonCode.CONDITIONS_APPLY);
  }

  @Test
  void clause_8_6_conditions_on_other_data_or_taken_back_or_overridden_do_not_apply() {
    onConditions(
            definition().distributing(),
            ProcessingAction.USE,
            prohibited(ProhibitionKind.CONDITIONS, NOW, PHONE))
        .isPermittedByConsent();
    onConditions(
            definition().distributing(),
            ProcessingAction.USE,
            prohibited(ProhibitionKind.CONDITIONS, EARLIER),
            prohibitionLifted(NOW))
        .isPermittedByConsent();
    onConditions(
            definition().distributing(),
            ProcessingAction.USE,
            prohibited(ProhibitionKind.CONDITIONS, EARLIER),
            prohibitionOverridden(PublicInterest.PUBLIC, NOW))
        .isPermittedByConsent();
  }
}
