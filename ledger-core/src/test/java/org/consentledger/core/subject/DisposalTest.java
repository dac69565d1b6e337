package org.consentledger.core.subject;

import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.SubjectCommands.anonymise;
import static org.consentledger.core.testing.SubjectCommands.destroy;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.blocked;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import org.consentledger.core.refusal.Refusal;
import org.junit.jupiter.api.Test;

class DisposalTest {

  @Test
  void clause_2_5_a_subject_is_anonymised() {
    subject().given(registered()).when(anonymise()).then(anonymised(NOW));
  }

  @Test
  void clause_2_5_a_subject_is_anonymised_once() {
    subject().given(registered(), anonymised(EARLIER)).when(anonymise()).thenNothingChanges();
  }

  @Test
  void clause_2_14_what_was_destroyed_cannot_be_anonymised() {
    subject()
        .given(registered(), destroyed(EARLIER))
        .when(anonymise())
        .thenRefused(new Refusal.SubjectDestroyed());
  }

  @Test
  void clause_2_14_a_subject_is_destroyed() {
    subject().given(registered()).when(destroy()).then(destroyed(NOW));
  }

  @Test
  void clause_2_14_what_was_anonymised_may_still_be_destroyed() {
    subject().given(registered(), anonymised(EARLIER)).when(destroy()).then(destroyed(NOW));
  }

  @Test
  void clause_2_14_a_subject_is_destroyed_once() {
    subject().given(registered(), destroyed(EARLIER)).when(destroy()).thenNothingChanges();
  }

  @Test
  void clause_2_2_blocked_data_is_destroyed_on_request() {
    subject()
        .given(registered(), blocked(Scope.EVERYTHING, EARLIER))
        .when(destroy())
        .then(destroyed(NOW));
  }

  @Test
  void an_end_comes_after_all_that_a_clock_ahead_recorded() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(40)))
        .when(destroy())
        .then(destroyed(NOW.plusSeconds(40).plusNanos(1000)));
    subject()
        .given(registered(), consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(40)))
        .when(anonymise())
        .then(anonymised(NOW.plusSeconds(40).plusNanos(1000)));
  }
}
