package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.IIN;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NEXT_POLICY;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;
import static org.consentledger.core.testing.SubjectCommands.giveConsent;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentRefused;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivingConsentTest {

  @Test
  void clause_7_1_consent_pins_the_policy_the_text_and_the_version_of_the_purpose() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).build())
        .then(consentGiven(NEWSLETTER, terms(), NOW));
  }

  @Test
  void clause_7_1_no_categories_means_all_that_the_purpose_needs_now() {
    subject(
            registers()
                .purpose(NEWSLETTER, definition().needing(EMAIL, PHONE, IIN).build(), EARLIER))
        .given(registered())
        .when(giveConsent(NEWSLETTER).build())
        .then(consentGiven(NEWSLETTER, terms().toVersion(2).covering(EMAIL, PHONE, IIN), NOW));
  }

  @Test
  void clause_7_1_consent_may_cover_less_than_the_purpose_needs() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).covering(EMAIL).build())
        .then(consentGiven(NEWSLETTER, terms().covering(EMAIL), NOW));
  }

  @Test
  void clause_5_5_consent_covers_no_category_that_the_purpose_does_not_need() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).covering(EMAIL, IIN).build())
        .thenRefused(new Refusal.CategoryOutsidePurpose());
  }

  @Test
  void clause_7_1_conditions_are_kept_as_they_were_given() {
    subject()
        .given(registered())
        .when(
            giveConsent(NEWSLETTER)
                .allowing(new ConsentConditions(true, false, true, set(PRINTER)))
                .build())
        .then(consentGiven(NEWSLETTER, terms().allowing(true, false, true, PRINTER), NOW));
  }

  @Test
  void clause_12_3_the_hash_that_the_form_names_is_kept() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).shown("d".repeat(64)).build())
        .then(consentGiven(NEWSLETTER, terms().in(Language.RU, "d".repeat(64)), NOW));
  }

  @Test
  void clause_12_3_where_the_form_names_no_hash_it_is_that_of_the_text_in_its_language() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).in(Language.KK).build())
        .then(consentGiven(NEWSLETTER, terms().in(Language.KK, "c".repeat(64)), NOW));
  }

  @Test
  void clause_12_3_consent_in_a_language_without_a_text_is_refused() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).in(Language.EN).build())
        .thenRefused(new Refusal.PolicyTextMissing());
  }

  @Test
  void clause_12_2_consent_under_a_policy_that_was_never_published_is_refused() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).under(NEXT_POLICY).shown("d".repeat(64)).build())
        .thenRefused(new Refusal.PolicyUnknown());
  }

  @Test
  void clause_5_2_consent_to_a_purpose_that_nobody_determined_is_refused() {
    subject()
        .given(registered())
        .when(giveConsent(new PurposeId("unheard-of")).build())
        .thenRefused(new Refusal.PurposeUnknown());
  }

  @Test
  void clause_8_9_consent_to_a_retired_purpose_is_refused_from_that_moment() {
    subject(registers().retired(NEWSLETTER, NOW))
        .given(registered())
        .when(giveConsent(NEWSLETTER).build())
        .thenRefused(new Refusal.PurposeRetired());
  }

  @Test
  void clause_8_9_a_paper_consent_older_than_the_retirement_is_taken() {
    subject(registers().retired(NEWSLETTER, NOW))
        .given(registered())
        .when(giveConsent(NEWSLETTER).at(EARLIER).build())
        .then(consentGiven(NEWSLETTER, terms(), EARLIER));
  }

  @Test
  void clause_6_consent_to_a_purpose_that_does_not_rest_on_consent_is_refused() {
    subject(
            registers()
                .purpose(
                    NEWSLETTER,
                    definition().restingOn(LegalGround.LEGAL_OBLIGATION).build(),
                    EARLIER))
        .given(registered())
        .when(giveConsent(NEWSLETTER).build())
        .thenRefused(new Refusal.ConsentOutsidePurpose());
  }

  @Test
  void clause_3_2_a_representative_without_proof_of_authority_is_refused() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).byRepresentative(null).build())
        .thenRefused(new Refusal.AuthorityMissing());
  }

  @Test
  void clause_3_2_a_representative_with_proof_of_authority_consents() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).byRepresentative(id(7)).build())
        .then(consentGiven(NEWSLETTER, terms().byRepresentative(id(7)), NOW));
  }

  @Test
  void clause_7_1_a_paper_consent_older_than_the_registration_is_taken() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).at(EARLIER.minusSeconds(1)).build())
        .then(consentGiven(NEWSLETTER, terms(), EARLIER.minusSeconds(1)));
  }

  @Test
  void clause_8_4_a_paper_consent_older_than_a_withdrawal_is_history_and_refused_nothing() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER), consentWithdrawn(NEWSLETTER, NOW))
        .when(giveConsent(NEWSLETTER).at(EARLIER.plusSeconds(1)).build())
        .then(consentGiven(NEWSLETTER, terms(), EARLIER.plusSeconds(1)));
  }

  @Test
  void clause_7_1_a_late_consent_covers_the_version_of_the_purpose_that_was_in_force_then() {
    subject(registers().purpose(NEWSLETTER, definition().needing(EMAIL, PHONE, IIN).build(), NOW))
        .given(registered())
        .when(giveConsent(NEWSLETTER).at(EARLIER).build())
        .then(consentGiven(NEWSLETTER, terms(), EARLIER));
  }

  @Test
  void what_a_clock_one_minute_ahead_says_happens_now() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).at(NOW.plusSeconds(60)).build())
        .then(consentGiven(NEWSLETTER, terms(), NOW));
  }

  @Test
  void what_is_further_ahead_has_not_happened_yet() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).at(NOW.plusSeconds(60).plusNanos(1)).build())
        .thenRefused(new Refusal.EffectiveInFuture());
  }

  @Test
  void an_undated_consent_comes_after_a_refusal_of_a_clock_that_was_ahead() {
    subject()
        .given(registered(), consentRefused(NEWSLETTER, NOW.plusSeconds(30)))
        .when(giveConsent(NEWSLETTER).build())
        .then(consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(30).plusNanos(1000)));
  }

  @Test
  void clause_8_9_the_term_that_was_agreed_is_kept() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).until(NOW.plusSeconds(1)).build())
        .then(consentGiven(NEWSLETTER, terms().until(NOW.plusSeconds(1)), NOW));
  }

  @Test
  void clause_8_9_a_consent_that_ends_when_it_begins_is_refused() {
    subject()
        .given(registered())
        .when(giveConsent(NEWSLETTER).until(NOW).build())
        .thenRefused(new Refusal.ExpiryBeforeBeginning());
  }

  @ParameterizedTest(name = "{1} from {0} is {2}")
  @CsvSource({
    // 29 February 2028, half past midnight in Almaty; a year later there is no such day.
    "2028-02-28T19:30:00Z, P1Y, 2029-02-27T19:30:00Z",
    "2028-02-28T19:30:00Z, P4Y, 2032-02-28T19:30:00Z",
    // 31 January: a month later is the last of February.
    "2028-01-31T07:00:00Z, P1M, 2028-02-29T07:00:00Z",
    // Almaty's clock went back an hour on 1 March 2024; ten o'clock stays ten o'clock.
    "2024-02-29T04:00:00Z, P1Y, 2025-02-28T05:00:00Z",
    "2028-02-28T19:30:00Z, PT24H, 2028-02-29T19:30:00Z"
  })
  void clause_8_4_the_purposes_term_is_counted_on_the_calendar_of_almaty(
      Instant given, String term, Instant end) {
    subject(
            registers()
                .purpose(
                    NEWSLETTER,
                    definition().consentHolding(term).build(),
                    Instant.parse("2024-01-01T00:00:00Z")))
        .at(given)
        .given(registered(NEWSLETTER, Instant.parse("2024-01-01T00:00:00Z"), EMAIL))
        .when(giveConsent(NEWSLETTER).build())
        .then(consentGiven(NEWSLETTER, terms().toVersion(2).until(end), given));
  }

  @Test
  void clause_8_4_what_was_agreed_goes_before_the_purposes_term() {
    subject(registers().purpose(NEWSLETTER, definition().consentHolding("P1Y").build(), BEGINNING))
        .given(registered())
        .when(giveConsent(NEWSLETTER).until(NOW.plusSeconds(5)).build())
        .then(consentGiven(NEWSLETTER, terms().toVersion(2).until(NOW.plusSeconds(5)), NOW));
  }

  @Test
  void clause_7_1_saying_yes_again_is_a_new_consent() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(giveConsent(NEWSLETTER).build())
        .then(consentGiven(NEWSLETTER, terms(), NOW));
  }

  @Test
  void clause_2_14_nobody_consents_after_destruction() {
    subject()
        .given(registered(), destroyed(EARLIER))
        .when(giveConsent(NEWSLETTER).build())
        .thenRefused(new Refusal.SubjectDestroyed());
  }

  @Test
  void clause_2_5_nobody_consents_after_anonymisation() {
    subject()
        .given(registered(), anonymised(EARLIER))
        .when(giveConsent(NEWSLETTER).build())
        .thenRefused(new Refusal.SubjectAnonymised());
  }

  @Test
  void clause_8_4_of_two_answers_of_one_date_the_no_stands_in_whichever_order_they_come() {
    SubjectState yesThenNo =
        folded(consentGiven(NEWSLETTER), consentWithdrawn(NEWSLETTER, EARLIER));
    SubjectState noThenYes =
        folded(
            consentGiven(NEWSLETTER),
            consentWithdrawn(NEWSLETTER, EARLIER),
            consentGiven(NEWSLETTER));

    assertThat(yesThenNo.consent(NEWSLETTER)).isInstanceOf(ConsentAnswer.Withdrawn.class);
    assertThat(noThenYes.consent(NEWSLETTER)).isInstanceOf(ConsentAnswer.Withdrawn.class);
  }

  @Test
  void clause_8_4_a_consent_that_is_not_dated_comes_after_a_withdrawal_of_the_same_instant() {
    SubjectFixture.subject()
        .given(registered(), consentWithdrawn(NEWSLETTER, NOW))
        .when(giveConsent(NEWSLETTER).build())
        .result()
        .expectSuccessfulHandlerExecution()
        .expectState(
            subject ->
                assertThat(subject)
                    .extracting("state")
                    .isInstanceOfSatisfying(
                        SubjectState.class,
                        state ->
                            assertThat(state.consent(NEWSLETTER))
                                .isInstanceOf(ConsentAnswer.Given.class)));
  }

  private static SubjectState folded(SubjectEvent... events) {
    SubjectState state = SubjectState.evolve(null, registered(), new UUID(9, 0));
    for (int i = 0; i < events.length; i++) {
      state = SubjectState.evolve(state, events[i], new UUID(9, i + 1));
    }
    return state;
  }
}
