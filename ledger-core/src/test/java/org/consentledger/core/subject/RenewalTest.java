package org.consentledger.core.subject;

import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NEXT_POLICY;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectCommands.renewConsent;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentRefused;
import static org.consentledger.core.testing.SubjectEvents.consentRenewed;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.junit.jupiter.api.Test;

class RenewalTest {

  @Test
  void clause_12_2_a_consent_is_renewed_under_the_policy_in_force() {
    subject(registers().policy(NEXT_POLICY, EARLIER.plusSeconds(60)))
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER))
        .then(consentRenewed(NEWSLETTER, terms().under(NEXT_POLICY), NOW));
  }

  @Test
  void clause_12_2_a_policy_that_is_not_in_force_yet_does_not_count() {
    subject(registers().policy(NEXT_POLICY, NOW.plusSeconds(60)))
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER))
        .then(consentRenewed(NEWSLETTER, terms().under(POLICY), NOW));
  }

  @Test
  void clause_12_2_a_late_renewal_is_under_the_policy_that_was_in_force_then() {
    subject(registers().policy(NEXT_POLICY, NOW.minusSeconds(60)))
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER, EARLIER.plusSeconds(1), null))
        .then(consentRenewed(NEWSLETTER, terms().under(POLICY), EARLIER.plusSeconds(1)));
  }

  @Test
  void clause_12_2_the_policy_that_is_named_counts() {
    subject(registers().policy(NEXT_POLICY, EARLIER))
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER, POLICY, Language.KK, null))
        .then(
            consentRenewed(
                NEWSLETTER, terms().in(Language.KK, "c".repeat(64)).through(Channel.EMAIL), NOW));
  }

  @Test
  void clause_12_3_the_hash_that_is_named_counts() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER, POLICY, Language.EN, "e".repeat(64)))
        .then(
            consentRenewed(
                NEWSLETTER, terms().in(Language.EN, "e".repeat(64)).through(Channel.EMAIL), NOW));
  }

  @Test
  void clause_12_3_a_renewal_in_a_language_without_a_text_is_refused() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER, POLICY, Language.EN, null))
        .thenRefused(new Refusal.PolicyTextMissing());
  }

  @Test
  void clause_12_2_a_renewal_under_a_policy_that_was_never_published_is_refused() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER, new PolicyVersion("never"), Language.RU, "e".repeat(64)))
        .thenRefused(new Refusal.PolicyUnknown());
  }

  @Test
  void clause_12_2_what_was_consented_to_is_renewed_and_no_more() {
    subject()
        .given(
            registered(),
            consentGiven(
                NEWSLETTER,
                terms()
                    .covering(EMAIL)
                    .allowing(true, false, false, PRINTER)
                    .byRepresentative(id(7)),
                EARLIER))
        .when(renewConsent(NEWSLETTER))
        .then(
            consentRenewed(
                NEWSLETTER,
                terms()
                    .covering(EMAIL)
                    .allowing(true, false, false, PRINTER)
                    .byRepresentative(id(7)),
                NOW));
  }

  @Test
  void clause_7_1_a_renewal_is_to_the_newest_version_of_the_purpose() {
    subject(registers().purpose(NEWSLETTER, definition().needing(EMAIL).build(), EARLIER))
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER))
        .then(consentRenewed(NEWSLETTER, terms().toVersion(2), NOW));
  }

  @Test
  void clause_12_2_a_consent_whose_term_is_over_is_renewed_for_the_purposes_term() {
    subject(registers().purpose(NEWSLETTER, definition().consentHolding("P1D").build(), BEGINNING))
        .given(
            registered(),
            consentGiven(
                NEWSLETTER, terms().toVersion(2).until(EARLIER.plusSeconds(86_400)), EARLIER))
        .when(renewConsent(NEWSLETTER))
        .then(consentRenewed(NEWSLETTER, terms().toVersion(2).until(NOW.plusSeconds(86_400)), NOW));
  }

  @Test
  void clause_12_2_a_term_agreed_with_the_person_alone_is_agreed_again_as_long_as_before() {
    subject()
        .given(
            registered(), consentGiven(NEWSLETTER, terms().until(EARLIER.plusSeconds(90)), EARLIER))
        .when(renewConsent(NEWSLETTER))
        .then(consentRenewed(NEWSLETTER, terms().until(NOW.plusSeconds(90)), NOW));
  }

  @Test
  void clause_12_2_a_term_that_is_named_counts() {
    subject()
        .given(
            registered(), consentGiven(NEWSLETTER, terms().until(EARLIER.plusSeconds(90)), EARLIER))
        .when(renewConsent(NEWSLETTER, null, NOW.plusSeconds(7)))
        .then(consentRenewed(NEWSLETTER, terms().until(NOW.plusSeconds(7)), NOW));
  }

  @Test
  void clause_8_9_a_renewal_that_ends_before_it_begins_is_refused() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER, null, NOW))
        .thenRefused(new Refusal.ExpiryBeforeBeginning());
  }

  @Test
  void clause_8_4_what_was_withdrawn_is_not_renewed() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER), consentWithdrawn(NEWSLETTER, EARLIER))
        .when(renewConsent(NEWSLETTER))
        .thenRefused(new Refusal.NothingToRenew());
  }

  @Test
  void clause_8_4_what_was_refused_is_not_renewed() {
    subject()
        .given(registered(), consentRefused(NEWSLETTER, EARLIER))
        .when(renewConsent(NEWSLETTER))
        .thenRefused(new Refusal.NothingToRenew());
  }

  @Test
  void clause_8_4_what_was_never_given_is_not_renewed() {
    subject()
        .given(registered())
        .when(renewConsent(NEWSLETTER))
        .thenRefused(new Refusal.NothingToRenew());
  }

  @Test
  void clause_8_4_a_renewal_older_than_the_consent_is_refused() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER, EARLIER.minusSeconds(1), null))
        .thenRefused(new Refusal.LaterAnswerStands(EARLIER));
  }

  @Test
  void a_renewal_that_has_not_happened_yet_is_refused() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER, NOW.plusSeconds(61), null))
        .thenRefused(new Refusal.EffectiveInFuture());
  }

  @Test
  void an_undated_renewal_comes_after_a_consent_of_a_clock_that_was_ahead() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(20)))
        .when(renewConsent(NEWSLETTER))
        .then(consentRenewed(NEWSLETTER, terms(), NOW.plusSeconds(20).plusNanos(1000)));
  }

  @Test
  void clause_8_9_consent_to_a_retired_purpose_is_not_renewed() {
    subject(registers().retired(NEWSLETTER, NOW))
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER))
        .thenRefused(new Refusal.PurposeRetired());
  }

  @Test
  void clause_6_consent_to_a_purpose_that_no_longer_rests_on_consent_is_not_renewed() {
    subject(
            registers()
                .purpose(
                    NEWSLETTER,
                    definition().restingOn(LegalGround.LEGAL_OBLIGATION).build(),
                    EARLIER))
        .given(registered(), consentGiven(NEWSLETTER))
        .when(renewConsent(NEWSLETTER))
        .thenRefused(new Refusal.ConsentOutsidePurpose());
  }

  @Test
  void clause_5_2_consent_to_a_purpose_that_nobody_determined_is_not_renewed() {
    subject()
        .given(registered())
        .when(renewConsent(new PurposeId("unheard-of")))
        .thenRefused(new Refusal.PurposeUnknown());
  }

  @Test
  void clause_2_14_nothing_is_renewed_after_destruction() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER), destroyed(EARLIER))
        .when(renewConsent(NEWSLETTER))
        .thenRefused(new Refusal.SubjectDestroyed());
  }

  @Test
  void clause_2_5_nothing_is_renewed_after_anonymisation() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER), anonymised(EARLIER))
        .when(renewConsent(NEWSLETTER))
        .thenRefused(new Refusal.SubjectAnonymised());
  }
}
