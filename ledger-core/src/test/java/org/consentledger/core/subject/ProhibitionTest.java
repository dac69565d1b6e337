package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.PAPER;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.PROHIBITION;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;
import static org.consentledger.core.testing.SubjectCommands.liftProhibition;
import static org.consentledger.core.testing.SubjectCommands.overrideProhibition;
import static org.consentledger.core.testing.SubjectCommands.prohibit;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.prohibited;
import static org.consentledger.core.testing.SubjectEvents.prohibitionLifted;
import static org.consentledger.core.testing.SubjectEvents.prohibitionOverridden;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.util.List;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.ProhibitionEvent.ProhibitionSet;
import org.consentledger.core.subject.SubjectCommand.SetProhibition;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PublicInterest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProhibitionTest {

  private static final SubjectEvent SET = prohibited(ProhibitionKind.TRANSFER, EARLIER, EMAIL);

  @ParameterizedTest
  @EnumSource
  void clause_8_6_the_person_prohibits_for_all_data_or_for_some(ProhibitionKind kind) {
    subject().given(registered()).when(prohibit(kind)).then(prohibited(kind, NOW));
    subject()
        .given(registered())
        .when(prohibit(kind, EMAIL, PHONE))
        .then(prohibited(kind, NOW, EMAIL, PHONE));
  }

  @Test
  void clause_8_6_conditions_are_kept_by_reference() {
    subject()
        .given(registered())
        .when(
            new SetProhibition(SUBJECT, PROHIBITION, ProhibitionKind.CONDITIONS, set(EMAIL), PAPER))
        .then(
            new ProhibitionSet(
                SUBJECT, PROHIBITION, ProhibitionKind.CONDITIONS, set(EMAIL), PAPER, NOW));
  }

  @Test
  void clause_8_6_conditions_that_nobody_said_are_refused() {
    subject()
        .given(registered())
        .when(new SetProhibition(SUBJECT, PROHIBITION, ProhibitionKind.CONDITIONS, set(), null))
        .thenRefused(new Refusal.ConditionsMissing());
  }

  @Test
  void clause_2_8_a_category_that_nobody_knows_is_not_prohibited() {
    Category own = new Category("LOYALTY_CARD");
    subject()
        .given(registered())
        .when(prohibit(ProhibitionKind.TRANSFER, EMAIL, own))
        .thenRefused(new Refusal.CategoryUnknown());
    subject()
        .given(registered(NEWSLETTER, EARLIER, own))
        .when(prohibit(ProhibitionKind.TRANSFER, EMAIL, own))
        .then(prohibited(ProhibitionKind.TRANSFER, NOW, EMAIL, own));
  }

  @Test
  void clause_8_6_a_second_prohibition_stands_beside_the_first() {
    subject()
        .given(registered(), prohibited(id(1), ProhibitionKind.TRANSFER, EARLIER, EMAIL))
        .when(prohibit(ProhibitionKind.TRANSFER, EMAIL))
        .then(prohibited(ProhibitionKind.TRANSFER, NOW, EMAIL));
  }

  @Test
  void clause_8_6_the_person_takes_a_prohibition_back_once() {
    subject().given(registered(), SET).when(liftProhibition()).then(prohibitionLifted(NOW));
    subject()
        .given(registered(), SET, prohibitionLifted(EARLIER))
        .when(liftProhibition())
        .thenRefused(new Refusal.ProhibitionUnknown());
  }

  @Test
  void clause_8_6_a_prohibition_that_was_never_set_is_neither_lifted_nor_overridden() {
    subject()
        .given(registered(), prohibited(id(1), ProhibitionKind.TRANSFER, EARLIER))
        .when(liftProhibition())
        .thenRefused(new Refusal.ProhibitionUnknown());
    subject()
        .given(registered(), prohibited(id(1), ProhibitionKind.TRANSFER, EARLIER))
        .when(overrideProhibition(PublicInterest.STATE))
        .thenRefused(new Refusal.ProhibitionUnknown());
  }

  @ParameterizedTest
  @EnumSource
  void clause_8_6_a_public_interest_overrides_a_prohibition_once(PublicInterest interest) {
    subject()
        .given(registered(), SET)
        .when(overrideProhibition(interest))
        .then(prohibitionOverridden(interest, NOW));
    subject()
        .given(registered(), SET, prohibitionOverridden(PublicInterest.STATE, EARLIER))
        .when(overrideProhibition(interest))
        .thenNothingChanges();
  }

  @Test
  void clause_8_6_what_was_taken_back_is_not_overridden() {
    subject()
        .given(registered(), SET, prohibitionLifted(EARLIER))
        .when(overrideProhibition(PublicInterest.STATE))
        .thenRefused(new Refusal.ProhibitionUnknown());
  }

  @Test
  void clause_8_6_a_prohibition_that_is_overridden_is_kept_and_may_be_taken_back() {
    SubjectEvent overridden = prohibitionOverridden(PublicInterest.STATE, NOW);
    SubjectState state = SubjectState.evolve(null, registered(), id(1));
    state = SubjectState.evolve(state, SET, id(2));
    state = SubjectState.evolve(state, overridden, id(3));
    assertThat(state.circumstances().prohibitions())
        .containsExactly(
            new Prohibition(
                id(2), PROHIBITION, ProhibitionKind.TRANSFER, set(EMAIL), EARLIER, id(3)));
    subject()
        .given(registered(), SET, prohibitionOverridden(PublicInterest.STATE, EARLIER))
        .when(liftProhibition())
        .then(prohibitionLifted(NOW));
  }

  @ParameterizedTest
  @EnumSource
  void clause_3_2_no_prohibition_forbids_what_the_law_orders(ProhibitionKind kind) {
    Prohibition prohibition = new Prohibition(id(1), PROHIBITION, kind, set(), EARLIER, null);
    for (ProcessingAction action : ProcessingAction.values()) {
      if (action.isOrderedByLaw()) {
        assertThat(prohibition.forbids(action, true)).as("%s", action).isFalse();
        assertThat(prohibition.setsConditionsFor(action, true)).as("%s", action).isFalse();
      }
    }
  }

  @Test
  void a_prohibition_comes_after_all_that_a_clock_ahead_recorded() {
    SubjectEvent ahead = consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(40));
    subject()
        .given(registered(), ahead)
        .when(prohibit(ProhibitionKind.TRANSFER))
        .then(prohibited(ProhibitionKind.TRANSFER, NOW.plusSeconds(40).plusNanos(1000)));
    subject()
        .given(registered(), SET, ahead)
        .when(liftProhibition())
        .then(prohibitionLifted(NOW.plusSeconds(40).plusNanos(1000)));
    subject()
        .given(registered(), SET, ahead)
        .when(overrideProhibition(PublicInterest.PUBLIC))
        .then(prohibitionOverridden(PublicInterest.PUBLIC, NOW.plusSeconds(40).plusNanos(1000)));
  }

  @Test
  void clause_2_14_after_the_end_of_the_data_nothing_is_prohibited_lifted_or_overridden() {
    for (SubjectCommand command :
        List.of(
            prohibit(ProhibitionKind.TRANSFER),
            liftProhibition(),
            overrideProhibition(PublicInterest.STATE))) {
      subject()
          .given(registered(), SET, destroyed(EARLIER))
          .when(command)
          .thenRefused(new Refusal.SubjectDestroyed());
      subject()
          .given(registered(), SET, anonymised(EARLIER))
          .when(command)
          .thenRefused(new Refusal.SubjectAnonymised());
    }
  }
}
