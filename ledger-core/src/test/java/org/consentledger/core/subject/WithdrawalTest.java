package org.consentledger.core.subject;

import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.SubjectCommands.withdraw;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentRefused;
import static org.consentledger.core.testing.SubjectEvents.consentRenewed;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.testing.RegistersBuilder;
import org.consentledger.core.vocabulary.PurposeId;
import org.junit.jupiter.api.Test;

class WithdrawalTest {

  @Test
  void clause_8_4_a_given_consent_is_withdrawn_from_now_on() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(withdraw(NEWSLETTER))
        .then(consentWithdrawn(NEWSLETTER, NOW));
  }

  @Test
  void clause_8_4_a_renewed_consent_is_withdrawn_like_any_other() {
    subject()
        .given(
            registered(),
            consentGiven(NEWSLETTER),
            consentRenewed(NEWSLETTER, terms(), EARLIER.plusSeconds(60)))
        .when(withdraw(NEWSLETTER))
        .then(consentWithdrawn(NEWSLETTER, NOW));
  }

  @Test
  void clause_8_4_even_a_consent_whose_term_is_over_is_withdrawn() {
    subject()
        .given(
            registered(), consentGiven(NEWSLETTER, terms().until(EARLIER.plusSeconds(60)), EARLIER))
        .when(withdraw(NEWSLETTER))
        .then(consentWithdrawn(NEWSLETTER, NOW));
  }

  @Test
  void clause_8_4_withdrawing_twice_changes_nothing() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER), consentWithdrawn(NEWSLETTER, EARLIER))
        .when(withdraw(NEWSLETTER))
        .thenNothingChanges();
  }

  @Test
  void clause_8_4_a_withdrawal_concerns_its_own_purpose_only() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(withdraw(SURVEY))
        .thenRefused(new Refusal.NothingToWithdraw());
  }

  @Test
  void clause_8_4_nothing_can_be_withdrawn_where_nobody_was_asked() {
    subject()
        .given(registered())
        .when(withdraw(NEWSLETTER))
        .thenRefused(new Refusal.NothingToWithdraw());
  }

  @Test
  void clause_8_4_nothing_can_be_withdrawn_where_consent_was_refused() {
    subject()
        .given(registered(), consentRefused(NEWSLETTER, EARLIER))
        .when(withdraw(NEWSLETTER))
        .thenRefused(new Refusal.NothingToWithdraw());
  }

  @Test
  void clause_8_4_consent_to_a_retired_purpose_is_still_withdrawn() {
    subject(RegistersBuilder.registers().retired(NEWSLETTER, NOW.minusSeconds(60)))
        .given(registered(), consentGiven(NEWSLETTER))
        .when(withdraw(NEWSLETTER))
        .then(consentWithdrawn(NEWSLETTER, NOW));
  }

  @Test
  void clause_8_4_a_withdrawal_by_letter_counts_from_the_day_of_the_letter() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(withdraw(NEWSLETTER, EARLIER.plusSeconds(1)))
        .then(consentWithdrawn(NEWSLETTER, EARLIER.plusSeconds(1)));
  }

  @Test
  void clause_8_4_a_withdrawal_at_the_very_moment_of_the_consent_is_taken() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(withdraw(NEWSLETTER, EARLIER))
        .then(consentWithdrawn(NEWSLETTER, EARLIER));
  }

  @Test
  void clause_8_4_a_withdrawal_older_than_the_consent_is_not_answered_with_success() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(withdraw(NEWSLETTER, EARLIER.minusSeconds(1)))
        .thenRefused(new Refusal.LaterAnswerStands(EARLIER));
  }

  @Test
  void clause_8_4_an_undated_withdrawal_comes_after_a_consent_of_a_clock_that_was_ahead() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(45)))
        .when(withdraw(NEWSLETTER))
        .then(consentWithdrawn(NEWSLETTER, NOW.plusSeconds(45).plusNanos(1000)));
  }

  @Test
  void clause_8_4_what_has_not_happened_yet_is_not_recorded_as_withdrawn() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(withdraw(NEWSLETTER, NOW.plusSeconds(61)))
        .thenRefused(new Refusal.EffectiveInFuture());
  }

  @Test
  void clause_5_2_a_purpose_that_nobody_determined_has_no_consent_to_withdraw() {
    subject()
        .given(registered())
        .when(withdraw(new PurposeId("unheard-of")))
        .thenRefused(new Refusal.PurposeUnknown());
  }

  @Test
  void clause_2_14_nothing_is_withdrawn_after_destruction() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER), destroyed(EARLIER))
        .when(withdraw(NEWSLETTER))
        .thenRefused(new Refusal.SubjectDestroyed());
  }

  @Test
  void clause_2_5_nothing_is_withdrawn_after_anonymisation() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER), anonymised(EARLIER))
        .when(withdraw(NEWSLETTER))
        .thenRefused(new Refusal.SubjectAnonymised());
  }
}
