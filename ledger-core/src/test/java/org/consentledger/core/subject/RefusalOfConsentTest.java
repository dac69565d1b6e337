package org.consentledger.core.subject;

import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.SubjectCommands.refuseConsent;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentRefused;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.PurposeId;
import org.junit.jupiter.api.Test;

class RefusalOfConsentTest {

  @Test
  void clause_4_1_who_is_asked_may_say_no() {
    subject()
        .given(registered())
        .when(refuseConsent(NEWSLETTER))
        .then(consentRefused(NEWSLETTER, NOW));
  }

  @Test
  void clause_4_1_a_no_ends_a_yes() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(refuseConsent(NEWSLETTER))
        .then(consentRefused(NEWSLETTER, NOW));
  }

  @Test
  void clause_4_1_a_no_after_a_withdrawal_is_recorded() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER), consentWithdrawn(NEWSLETTER, EARLIER))
        .when(refuseConsent(NEWSLETTER))
        .then(consentRefused(NEWSLETTER, NOW));
  }

  @Test
  void clause_4_1_saying_no_twice_changes_nothing() {
    subject()
        .given(registered(), consentRefused(NEWSLETTER, EARLIER))
        .when(refuseConsent(NEWSLETTER))
        .thenNothingChanges();
  }

  @Test
  void clause_4_1_a_no_to_another_purpose_is_another_no() {
    subject()
        .given(registered(), consentRefused(NEWSLETTER, EARLIER))
        .when(refuseConsent(SURVEY))
        .then(consentRefused(SURVEY, NOW));
  }

  @Test
  void clause_4_1_a_no_on_paper_counts_from_its_date() {
    subject()
        .given(registered())
        .when(refuseConsent(NEWSLETTER, EARLIER.minusSeconds(5)))
        .then(consentRefused(NEWSLETTER, EARLIER.minusSeconds(5)));
  }

  @Test
  void clause_8_4_a_no_older_than_the_yes_that_stands_is_not_answered_with_success() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(refuseConsent(NEWSLETTER, EARLIER.minusSeconds(1)))
        .thenRefused(new Refusal.LaterAnswerStands(EARLIER));
  }

  @Test
  void an_undated_no_comes_after_a_yes_of_a_clock_that_was_ahead() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(59)))
        .when(refuseConsent(NEWSLETTER))
        .then(consentRefused(NEWSLETTER, NOW.plusSeconds(59).plusNanos(1000)));
  }

  @Test
  void a_no_that_has_not_been_said_yet_is_refused() {
    subject()
        .given(registered())
        .when(refuseConsent(NEWSLETTER, NOW.plusSeconds(61)))
        .thenRefused(new Refusal.EffectiveInFuture());
  }

  @Test
  void clause_5_2_a_no_to_a_purpose_that_nobody_determined_is_refused() {
    subject()
        .given(registered())
        .when(refuseConsent(new PurposeId("unheard-of")))
        .thenRefused(new Refusal.PurposeUnknown());
  }

  @Test
  void clause_2_14_nobody_says_no_after_destruction() {
    subject()
        .given(registered(), destroyed(EARLIER))
        .when(refuseConsent(NEWSLETTER))
        .thenRefused(new Refusal.SubjectDestroyed());
  }

  @Test
  void clause_2_5_nobody_says_no_after_anonymisation() {
    subject()
        .given(registered(), anonymised(EARLIER))
        .when(refuseConsent(NEWSLETTER))
        .thenRefused(new Refusal.SubjectAnonymised());
  }
}
