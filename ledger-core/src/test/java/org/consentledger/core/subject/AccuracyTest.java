package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PAPER;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectCommands.confirmAccuracy;
import static org.consentledger.core.testing.SubjectEvents.accuracyConfirmed;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.blocked;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.rectified;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.SubjectEvents.unblocked;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.time.Instant;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.RequestReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccuracyTest {

  private static final Instant LATER = NOW.plusSeconds(100);

  @Test
  void clause_4_2_data_is_confirmed_by_somebody_or_by_the_person() {
    subject().given(registered()).when(confirmAccuracy(PAPER)).then(accuracyConfirmed(PAPER, NOW));
    subject().given(registered()).when(confirmAccuracy(null)).then(accuracyConfirmed(null, NOW));
  }

  @Test
  void clause_5_6_data_is_confirmed_as_often_as_somebody_does() {
    subject()
        .given(registered(), accuracyConfirmed(PAPER, NOW.minusSeconds(1)))
        .when(confirmAccuracy(PAPER))
        .then(accuracyConfirmed(PAPER, NOW));
  }

  @Test
  void clause_5_6_blocked_data_is_confirmed() {
    subject()
        .given(registered(), blocked(Scope.EVERYTHING, EARLIER))
        .when(confirmAccuracy(null))
        .then(accuracyConfirmed(null, NOW));
  }

  @Test
  void a_confirmation_comes_after_all_that_a_clock_ahead_recorded() {
    subject()
        .given(registered(), consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(40)))
        .when(confirmAccuracy(null))
        .then(accuracyConfirmed(null, NOW.plusSeconds(40).plusNanos(1000)));
  }

  @Test
  void clause_2_14_what_is_gone_cannot_be_confirmed() {
    subject()
        .given(registered(), destroyed(EARLIER))
        .when(confirmAccuracy(null))
        .thenRefused(new Refusal.SubjectDestroyed());
    subject()
        .given(registered(), anonymised(EARLIER))
        .when(confirmAccuracy(null))
        .thenRefused(new Refusal.SubjectAnonymised());
  }

  private static @Nullable Instant accurateAfter(SubjectEvent... events) {
    SubjectState state = SubjectState.evolve(null, registered(), id(1));
    for (SubjectEvent event : events) {
      state = SubjectState.evolve(state, event, id(2));
    }
    return state.circumstances().accurateAt();
  }

  @Test
  void clause_5_6_data_was_accurate_when_it_was_taken_in_corrected_or_confirmed() {
    assertThat(accurateAfter()).isEqualTo(EARLIER);
    assertThat(accurateAfter(rectified(RequestReason.OUTDATED, NOW, EMAIL))).isEqualTo(NOW);
    assertThat(accurateAfter(accuracyConfirmed(null, NOW))).isEqualTo(NOW);
  }

  @Test
  void clause_5_6_the_latest_counts_in_whichever_order_they_were_recorded() {
    assertThat(
            accurateAfter(
                accuracyConfirmed(null, LATER), rectified(RequestReason.OUTDATED, NOW, EMAIL)))
        .isEqualTo(LATER);
    assertThat(
            accurateAfter(
                rectified(RequestReason.OUTDATED, LATER, EMAIL), accuracyConfirmed(null, NOW)))
        .isEqualTo(LATER);
  }

  @Test
  void clause_5_6_what_says_nothing_about_accuracy_leaves_it_alone() {
    assertThat(
            accurateAfter(
                consentGiven(NEWSLETTER, terms(), NOW),
                blocked(Scope.EVERYTHING, NOW),
                unblocked(Scope.EVERYTHING, NOW)))
        .isEqualTo(EARLIER);
  }

  @Test
  void clause_5_6_of_what_is_gone_nothing_is_accurate() {
    assertThat(accurateAfter(anonymised(NOW))).isNull();
    assertThat(accurateAfter(destroyed(NOW))).isNull();
  }
}
