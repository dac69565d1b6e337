package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectCommands.expireConsent;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.consentExpired;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentRenewed;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.subject.ConsentEvent.ConsentExpired;
import org.junit.jupiter.api.Test;

/** The end of a consent's term (clause 8.9): time brings it, and it is recorded once. */
class ExpiryTest {

  private static final Instant END = EARLIER.plusSeconds(60);
  private static final UUID CONSENT = id(1);
  private static final UUID EXPIRY = id(2);

  private static SubjectState after(SubjectEvent... events) {
    SubjectState state = SubjectState.evolve(null, registered(), id(0));
    for (int i = 0; i < events.length; i++) {
      state = SubjectState.evolve(state, events[i], id(i + 1));
    }
    return state;
  }

  private static List<ConsentEvent> expired(SubjectState state) {
    return ConsentRules.expire(state, expireConsent(NEWSLETTER), NOW);
  }

  @Test
  void clause_8_9_a_consent_past_its_end_is_recorded_as_expired_at_its_end() {
    assertThat(expired(after(consentGiven(NEWSLETTER, terms().until(END), EARLIER))))
        .containsExactly(consentExpired(NEWSLETTER, CONSENT, END));
  }

  @Test
  void clause_8_9_the_very_moment_of_the_end_is_past_it() {
    assertThat(expired(after(consentGiven(NEWSLETTER, terms().until(NOW), EARLIER))))
        .containsExactly(consentExpired(NEWSLETTER, CONSENT, NOW));
  }

  @Test
  void clause_8_9_an_expiry_is_recorded_once() {
    ConsentExpired recorded = consentExpired(NEWSLETTER, CONSENT, END);
    SubjectState state = after(consentGiven(NEWSLETTER, terms().until(END), EARLIER), recorded);
    assertThat(expired(state)).isEmpty();
    assertThat(state.consent(NEWSLETTER))
        .isEqualTo(new ConsentAnswer.Given(CONSENT, terms().until(END).build(), EARLIER, EXPIRY));
  }

  @Test
  void clause_8_9_a_renewed_consent_expires_again() {
    Instant renewed = END.plusSeconds(60);
    assertThat(
            expired(
                after(
                    consentGiven(NEWSLETTER, terms().until(END), EARLIER),
                    consentExpired(NEWSLETTER, CONSENT, END),
                    consentRenewed(NEWSLETTER, terms().until(renewed.plusSeconds(60)), renewed))))
        .containsExactly(consentExpired(NEWSLETTER, id(3), renewed.plusSeconds(60)));
  }

  @Test
  void clause_8_9_an_expiry_says_nothing_of_a_later_consent() {
    SubjectState state =
        after(
            consentGiven(NEWSLETTER, terms().until(END), EARLIER),
            consentRenewed(NEWSLETTER, terms(), EARLIER.plusSeconds(1)),
            consentExpired(NEWSLETTER, CONSENT, END));
    assertThat(state.consent(NEWSLETTER))
        .isEqualTo(new ConsentAnswer.Given(id(2), terms().build(), EARLIER.plusSeconds(1), null));
  }

  @Test
  void clause_8_9_before_its_end_or_without_one_nothing_expires() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER, terms().until(NOW.plusNanos(1000)), EARLIER))
        .when(expireConsent(NEWSLETTER))
        .thenNothingChanges();
    subject()
        .given(registered(), consentGiven(NEWSLETTER))
        .when(expireConsent(NEWSLETTER))
        .thenNothingChanges();
  }

  @Test
  void clause_8_9_what_was_withdrawn_or_never_given_does_not_expire() {
    subject()
        .given(
            registered(),
            consentGiven(NEWSLETTER, terms().until(END), EARLIER),
            consentWithdrawn(NEWSLETTER, EARLIER.plusSeconds(1)))
        .when(expireConsent(NEWSLETTER))
        .thenNothingChanges();
    subject().given(registered()).when(expireConsent(SURVEY)).thenNothingChanges();
  }

  @Test
  void clause_2_14_nothing_expires_after_the_end_of_the_data() {
    subject()
        .given(
            registered(),
            consentGiven(NEWSLETTER, terms().until(END), EARLIER),
            destroyed(NOW.minusSeconds(1)))
        .when(expireConsent(NEWSLETTER))
        .thenNothingChanges();
    subject()
        .given(
            registered(),
            consentGiven(NEWSLETTER, terms().until(END), EARLIER),
            anonymised(NOW.minusSeconds(1)))
        .when(expireConsent(NEWSLETTER))
        .thenNothingChanges();
  }
}
