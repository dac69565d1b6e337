package org.consentledger.core.decision;

import static org.consentledger.core.decision.Asking.given;
import static org.consentledger.core.decision.DecisionAssert.assertThatDecision;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.Evidence.descriptionOf;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.COURIER;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.groundClaimed;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.time.Instant;
import java.time.LocalDate;
import org.consentledger.core.testing.RegistersBuilder;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RecipientKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** To whom data may be handed: somebody named, known, informed about where that is, and bound. */
class TransferReasonsTest {

  private static final RecipientId STRANGER = new RecipientId("stranger");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);

  /** When these days begin in Kazakhstan. */
  private static final Instant MONDAY_BEGINS = Instant.parse("2026-03-08T19:00:00Z");

  private static final Instant TUESDAY_BEGINS = Instant.parse("2026-03-09T19:00:00Z");

  /** Somebody who consented to everything. */
  private static Asking consented() {
    return given(
        registered(), consentGiven(NEWSLETTER, terms().allowing(true, true, true), EARLIER));
  }

  /** The printer has moved to Germany. */
  private static RegistersBuilder abroad() {
    return registers().recipient(PRINTER, "DE", RecipientKind.PROCESSOR, true, EARLIER);
  }

  private static RegistersBuilder prepared() {
    return abroad().assured(PRINTER, MONDAY).noticed(PRINTER, MONDAY);
  }

  private static Asking obliged(LegalGround ground, RegistersBuilder registers) {
    return given(registered(), groundClaimed(ground))
        .in(registers.purpose(NEWSLETTER, definition().restingOn(ground)));
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSFER", "DISCLOSE", "MAKE_AVAILABLE"})
  void clause_2_11_RECIPIENT_MISSING_denies_what_is_handed_to_nobody(ProcessingAction action) {
    assertThatDecision(consented().may(action, EMAIL))
        .isDeniedBecause(ReasonCode.RECIPIENT_MISSING)
        .restsOn();
    assertThatDecision(consented().to(PRINTER).may(action, EMAIL)).isPermittedByConsent();
    assertThatDecision(obliged(LegalGround.LEGAL_OBLIGATION, registers()).may(action, EMAIL))
        .isDeniedBecause(ReasonCode.RECIPIENT_MISSING);
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSFER", "DISCLOSE", "MAKE_AVAILABLE", "DISSEMINATE", "USE", "STORE"})
  void clause_2_13_RECIPIENT_MISSING_names_nobody_abroad(ProcessingAction action) {
    Asking asking = consented().in(registers().purpose(NEWSLETTER, definition().distributing()));
    assertThatDecision(asking.toCountry("DE").may(action, EMAIL))
        .isDeniedBecause(ReasonCode.RECIPIENT_MISSING);
  }

  @Test
  void clause_2_11_who_distributes_or_hands_nothing_on_names_no_recipient() {
    Asking asking = consented().in(registers().purpose(NEWSLETTER, definition().distributing()));
    for (ProcessingAction action : ProcessingAction.values()) {
      boolean toSomebody = action.isTransferring() && action != ProcessingAction.DISSEMINATE;
      if (!toSomebody && !action.isOrderedByLaw()) {
        assertThatDecision(asking.may(action, EMAIL)).isPermittedByConsent();
        assertThatDecision(asking.toCountry("KZ").may(action, EMAIL)).isPermittedByConsent();
        assertThatDecision(asking.to(STRANGER).may(action, EMAIL)).isPermittedByConsent();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSFER", "DISCLOSE", "MAKE_AVAILABLE"})
  void clause_8_5_RECIPIENT_UNKNOWN_denies_until_it_is_described(ProcessingAction action) {
    Asking asking =
        consented()
            .in(registers().recipient(STRANGER, "KZ", RecipientKind.THIRD_PARTY, true, NOW))
            .to(STRANGER);
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(action, EMAIL))
        .isDeniedBecause(ReasonCode.RECIPIENT_UNKNOWN)
        .restsOn();
    assertThatDecision(asking.at(NOW).may(action, EMAIL)).isPermittedByConsent();
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSFER", "DISCLOSE", "MAKE_AVAILABLE"})
  void clause_2_13_RECIPIENT_COUNTRY_DIFFERS_denies(ProcessingAction action) {
    Asking asking = consented().in(prepared()).to(PRINTER);
    assertThatDecision(asking.toCountry("DE").may(action, EMAIL)).isPermittedByConsent();
    for (String other : new String[] {"KZ", "US"}) {
      assertThatDecision(asking.toCountry(other).may(action, EMAIL))
          .isDeniedBecause(ReasonCode.RECIPIENT_COUNTRY_DIFFERS)
          .restsOn(descriptionOf(PRINTER, 2));
    }
  }

  @Test
  void clause_2_13_what_goes_abroad_to_somebody_at_home_is_not_prepared_either() {
    assertThatDecision(
            consented().to(COURIER).toCountry("DE").may(ProcessingAction.TRANSFER, EMAIL))
        .isDeniedBecause(
            ReasonCode.RECIPIENT_COUNTRY_DIFFERS,
            ReasonCode.ASSURANCE_MISSING,
            ReasonCode.NOTICE_MISSING);
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSFER", "DISCLOSE", "MAKE_AVAILABLE"})
  void clause_10_2_ASSURANCE_MISSING_denies_until_its_day_begins_in_kazakhstan(
      ProcessingAction action) {
    Asking asking =
        consented()
            .in(abroad().noticed(PRINTER, MONDAY).assured(PRINTER, TUESDAY))
            .to(PRINTER); // whoever filed the notice too early has not prepared anything
    assertThatDecision(asking.at(TUESDAY_BEGINS.minusNanos(1)).may(action, EMAIL))
        .isDeniedBecause(ReasonCode.ASSURANCE_MISSING)
        .restsOn(descriptionOf(PRINTER, 2));
    assertThatDecision(asking.at(TUESDAY_BEGINS).may(action, EMAIL)).isPermittedByConsent();
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSFER", "DISCLOSE", "MAKE_AVAILABLE"})
  void clause_10_1_NOTICE_MISSING_denies_until_its_day_begins_in_kazakhstan(
      ProcessingAction action) {
    Asking asking =
        consented().in(abroad().assured(PRINTER, MONDAY).noticed(PRINTER, TUESDAY)).to(PRINTER);
    assertThatDecision(asking.at(MONDAY_BEGINS.minusNanos(1)).may(action, EMAIL))
        .isDeniedBecause(ReasonCode.ASSURANCE_MISSING, ReasonCode.NOTICE_MISSING);
    assertThatDecision(asking.at(TUESDAY_BEGINS.minusNanos(1)).may(action, EMAIL))
        .isDeniedBecause(ReasonCode.NOTICE_MISSING)
        .restsOn(descriptionOf(PRINTER, 2));
    assertThatDecision(asking.at(TUESDAY_BEGINS).may(action, EMAIL)).isPermittedByConsent();
  }

  @Test
  void clause_10_1_whoever_moves_abroad_needs_both_anew() {
    Asking asking =
        consented()
            .in(prepared().recipient(PRINTER, "US", RecipientKind.PROCESSOR, true, NOW))
            .to(PRINTER);
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(ProcessingAction.TRANSFER, EMAIL))
        .isPermittedByConsent();
    assertThatDecision(asking.at(NOW).may(ProcessingAction.TRANSFER, EMAIL))
        .isDeniedBecause(ReasonCode.ASSURANCE_MISSING, ReasonCode.NOTICE_MISSING)
        .restsOn(descriptionOf(PRINTER, 3));
  }

  @ParameterizedTest
  @EnumSource(names = {"LEGAL_OBLIGATION", "JUSTICE", "MANDATORY_DISCLOSURE"})
  void clause_10_1_a_legal_duty_does_not_open_the_border(LegalGround ground) {
    assertThatDecision(obliged(ground, abroad()).to(PRINTER).may(ProcessingAction.TRANSFER, EMAIL))
        .isDeniedBecause(ReasonCode.ASSURANCE_MISSING, ReasonCode.NOTICE_MISSING);
    assertThatDecision(
            obliged(ground, prepared()).to(PRINTER).may(ProcessingAction.TRANSFER, EMAIL))
        .isPermitted(ground, ReasonCode.valueOf("ON_" + ground));
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSFER", "DISCLOSE", "MAKE_AVAILABLE"})
  void clause_10_1_a_recipient_abroad_is_across_the_border_though_no_country_is_named(
      ProcessingAction action) {
    Asking asking =
        given(registered(), consentGiven(NEWSLETTER, terms().allowing(true, false, true), EARLIER))
            .in(prepared());
    assertThatDecision(asking.to(PRINTER).may(action, EMAIL))
        .isDeniedBecause(ReasonCode.CROSS_BORDER_OUTSIDE_CONSENT)
        .restsOn(id(2));
    assertThatDecision(asking.to(COURIER).may(action, EMAIL)).isPermittedByConsent();
  }

  @Test
  void clause_10_1_what_is_not_handed_to_a_recipient_abroad_crosses_no_border() {
    assertThatDecision(consented().in(abroad()).to(PRINTER).may(ProcessingAction.USE, EMAIL))
        .isPermittedByConsent();
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSFER", "DISCLOSE", "MAKE_AVAILABLE"})
  void clause_8_2_RECIPIENT_WITHOUT_CONTRACT_denies_since_there_is_none(ProcessingAction action) {
    Asking asking =
        consented()
            .in(registers().recipient(PRINTER, "KZ", RecipientKind.THIRD_PARTY, false, NOW))
            .to(PRINTER);
    assertThatDecision(asking.at(NOW.minusNanos(1)).may(action, EMAIL)).isPermittedByConsent();
    assertThatDecision(asking.at(NOW).may(action, EMAIL))
        .isDeniedBecause(ReasonCode.RECIPIENT_WITHOUT_CONTRACT)
        .restsOn(descriptionOf(PRINTER, 2));
    assertThatDecision(asking.at(NOW).may(ProcessingAction.USE, EMAIL)).isPermittedByConsent();
  }

  @ParameterizedTest
  @EnumSource(names = {"LEGAL_OBLIGATION", "JUSTICE", "MANDATORY_DISCLOSURE"})
  void clause_8_2_a_legal_duty_needs_no_contract(LegalGround ground) {
    RegistersBuilder registers =
        registers().recipient(PRINTER, "KZ", RecipientKind.THIRD_PARTY, false, EARLIER);
    for (ProcessingAction action :
        new ProcessingAction[] {
          ProcessingAction.TRANSFER, ProcessingAction.DISCLOSE, ProcessingAction.MAKE_AVAILABLE
        }) {
      assertThatDecision(obliged(ground, registers).to(PRINTER).may(action, EMAIL))
          .isPermitted(ground, ReasonCode.valueOf("ON_" + ground));
    }
  }
}
