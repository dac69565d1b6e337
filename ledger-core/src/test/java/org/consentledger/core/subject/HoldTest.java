package org.consentledger.core.subject;

import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectCommands.anonymise;
import static org.consentledger.core.testing.SubjectCommands.destroy;
import static org.consentledger.core.testing.SubjectCommands.liftHold;
import static org.consentledger.core.testing.SubjectCommands.placeHold;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.disposalRequested;
import static org.consentledger.core.testing.SubjectEvents.holdLifted;
import static org.consentledger.core.testing.SubjectEvents.holdPlaced;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.util.List;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.junit.jupiter.api.Test;

class HoldTest {

  @Test
  void clause_5_7_a_hold_is_placed_and_others_beside_it() {
    subject().given(registered()).when(placeHold()).then(holdPlaced(NOW));
    subject()
        .given(registered(), holdPlaced(id(1), EARLIER))
        .when(placeHold())
        .then(holdPlaced(NOW));
  }

  @Test
  void clause_5_7_a_hold_is_lifted_once() {
    subject().given(registered(), holdPlaced(EARLIER)).when(liftHold()).then(holdLifted(NOW));
    subject()
        .given(registered(), holdPlaced(EARLIER), holdLifted(EARLIER))
        .when(liftHold())
        .thenRefused(new Refusal.HoldUnknown());
  }

  @Test
  void clause_5_7_a_hold_that_was_never_placed_is_not_lifted() {
    subject()
        .given(registered(), holdPlaced(id(1), EARLIER))
        .when(liftHold())
        .thenRefused(new Refusal.HoldUnknown());
  }

  @Test
  void clause_5_7_what_is_held_is_neither_anonymised_nor_destroyed() {
    for (SubjectCommand command : List.of(anonymise(), destroy())) {
      subject()
          .given(registered(), holdPlaced(EARLIER))
          .when(command)
          .thenRefused(new Refusal.LegalHold());
      subject()
          .given(registered(), holdPlaced(EARLIER), holdPlaced(id(1), EARLIER), holdLifted(EARLIER))
          .when(command)
          .thenRefused(new Refusal.LegalHold());
    }
  }

  @Test
  void clause_5_7_after_the_last_hold_data_is_anonymised_and_destroyed() {
    subject()
        .given(registered(), holdPlaced(EARLIER), holdLifted(EARLIER))
        .when(anonymise())
        .then(disposalRequested(DisposalMethod.ANONYMISE, NOW), anonymised(NOW));
    subject()
        .given(
            registered(),
            holdPlaced(EARLIER),
            holdPlaced(id(1), EARLIER),
            holdLifted(EARLIER),
            holdLifted(id(1), EARLIER))
        .when(destroy())
        .then(disposalRequested(DisposalMethod.DESTROY, NOW), destroyed(NOW));
  }

  @Test
  void a_hold_comes_after_all_that_a_clock_ahead_recorded() {
    SubjectEvent ahead = consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(40));
    subject()
        .given(registered(), ahead)
        .when(placeHold())
        .then(holdPlaced(NOW.plusSeconds(40).plusNanos(1000)));
    subject()
        .given(registered(), holdPlaced(EARLIER), ahead)
        .when(liftHold())
        .then(holdLifted(NOW.plusSeconds(40).plusNanos(1000)));
  }

  @Test
  void clause_2_14_what_is_gone_cannot_be_held() {
    for (SubjectCommand command : List.of(placeHold(), liftHold())) {
      subject()
          .given(registered(), destroyed(EARLIER))
          .when(command)
          .thenRefused(new Refusal.SubjectDestroyed());
      subject()
          .given(registered(), anonymised(EARLIER))
          .when(command)
          .thenRefused(new Refusal.SubjectAnonymised());
    }
  }
}
