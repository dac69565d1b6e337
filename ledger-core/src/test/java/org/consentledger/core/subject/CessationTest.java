package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.ClaimBuilder.claim;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectCommands.demandCessation;
import static org.consentledger.core.testing.SubjectCommands.demandTransferCessation;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.cessationDemanded;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentRefused;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.groundClaimed;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.SubjectEvents.transferCessationDemanded;
import static org.consentledger.core.testing.SubjectEvents.unlawfulProcessingFound;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.time.Instant;
import java.util.List;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule twice: for the demand to stop, and for the demand to hand nothing on. */
class CessationTest {

  private static final Instant BEFORE = NOW.minusSeconds(100);
  private static final Instant SINCE = NOW.minusSeconds(50);

  enum Demand {
    TO_STOP {
      @Override
      SubjectCommand command(@Nullable Instant at, PurposeId... purposes) {
        return demandCessation(at, purposes);
      }

      @Override
      SubjectEvent event(Instant at, PurposeId... purposes) {
        return cessationDemanded(at, purposes);
      }
    },
    TO_HAND_NOTHING_ON {
      @Override
      SubjectCommand command(@Nullable Instant at, PurposeId... purposes) {
        return demandTransferCessation(at, purposes);
      }

      @Override
      SubjectEvent event(Instant at, PurposeId... purposes) {
        return transferCessationDemanded(at, purposes);
      }
    };

    abstract SubjectCommand command(@Nullable Instant at, PurposeId... purposes);

    abstract SubjectEvent event(Instant at, PurposeId... purposes);

    /** Demanded for all purposes at {@link #BEFORE}, and what happened then. */
    SubjectFixture demanded(SubjectEvent... then) {
      SubjectEvent[] past = new SubjectEvent[2 + then.length];
      past[0] = registered();
      past[1] = event(BEFORE);
      System.arraycopy(then, 0, past, 2, then.length);
      return subject().given(past);
    }
  }

  @ParameterizedTest
  @EnumSource
  void clause_4_1_everything_stops(Demand demand) {
    subject().given(registered()).when(demand.command(null)).then(demand.event(NOW));
  }

  @ParameterizedTest
  @EnumSource
  void clause_4_1_some_purposes_stop_even_such_as_have_ended(Demand demand) {
    subject(registers().purpose(SURVEY, definition()).retired(SURVEY, EARLIER))
        .given(registered())
        .when(demand.command(null, NEWSLETTER, SURVEY))
        .then(demand.event(NOW, NEWSLETTER, SURVEY));
  }

  @ParameterizedTest
  @EnumSource
  void clause_5_2_what_is_for_a_purpose_that_nobody_determined_is_not_stopped(Demand demand) {
    subject()
        .given(registered())
        .when(demand.command(null, NEWSLETTER, new PurposeId("newsleter")))
        .thenRefused(new Refusal.PurposeUnknown());
  }

  @ParameterizedTest
  @EnumSource
  void clause_8_4_a_demand_that_arrives_late_holds_since_it_was_made(Demand demand) {
    subject().given(registered()).when(demand.command(EARLIER)).then(demand.event(EARLIER));
  }

  @ParameterizedTest
  @EnumSource
  void a_demand_cannot_be_dated_in_the_future_but_a_clock_may_be_a_minute_ahead(Demand demand) {
    subject()
        .given(registered())
        .when(demand.command(NOW.plusSeconds(60).plusNanos(1)))
        .thenRefused(new Refusal.EffectiveInFuture());
    subject().given(registered()).when(demand.command(NOW.plusSeconds(60))).then(demand.event(NOW));
  }

  @ParameterizedTest
  @EnumSource
  void a_demand_comes_after_all_that_a_clock_ahead_recorded(Demand demand) {
    subject()
        .given(registered(), consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(40)))
        .when(demand.command(null))
        .then(demand.event(NOW.plusSeconds(40).plusNanos(1000)));
  }

  @ParameterizedTest
  @EnumSource
  void clause_4_1_asked_again_while_nothing_has_begun_since_it_changes_nothing(Demand demand) {
    demand.demanded().when(demand.command(null)).thenNothingChanges();
    demand.demanded().when(demand.command(BEFORE)).thenNothingChanges();
    demand.demanded().when(demand.command(null, NEWSLETTER)).thenNothingChanges();
    subject()
        .given(registered(), demand.event(BEFORE, NEWSLETTER, SURVEY))
        .when(demand.command(null, SURVEY))
        .thenNothingChanges();
  }

  @ParameterizedTest
  @EnumSource
  void clause_4_1_a_demand_for_more_than_what_was_stopped_is_recorded(Demand demand) {
    subject()
        .given(registered(), demand.event(BEFORE, NEWSLETTER))
        .when(demand.command(null, NEWSLETTER, SURVEY))
        .then(demand.event(NOW, NEWSLETTER, SURVEY));
    subject()
        .given(registered(), demand.event(BEFORE, NEWSLETTER, SURVEY))
        .when(demand.command(null))
        .then(demand.event(NOW));
  }

  @ParameterizedTest
  @EnumSource
  void clause_8_9_an_earlier_demand_that_came_to_be_known_late_is_recorded(Demand demand) {
    demand
        .demanded()
        .when(demand.command(BEFORE.minusNanos(1)))
        .then(demand.event(BEFORE.minusNanos(1)));
  }

  @ParameterizedTest
  @EnumSource
  void clause_8_9_what_has_begun_since_is_stopped_again(Demand demand) {
    demand
        .demanded(consentGiven(NEWSLETTER, terms(), SINCE))
        .when(demand.command(null))
        .then(demand.event(NOW));
    demand
        .demanded(consentGiven(NEWSLETTER, terms(), SINCE))
        .when(demand.command(null, NEWSLETTER))
        .then(demand.event(NOW, NEWSLETTER));
    demand
        .demanded(groundClaimed(claim(LegalGround.LEGITIMATE_INTEREST), SINCE))
        .when(demand.command(null, NEWSLETTER))
        .then(demand.event(NOW, NEWSLETTER));
  }

  @ParameterizedTest
  @EnumSource
  void clause_8_9_what_began_no_later_or_elsewhere_or_was_no_yes_changes_nothing(Demand demand) {
    demand
        .demanded(consentGiven(NEWSLETTER, terms(), BEFORE))
        .when(demand.command(null))
        .thenNothingChanges();
    demand
        .demanded(groundClaimed(claim(LegalGround.LEGITIMATE_INTEREST), BEFORE))
        .when(demand.command(null))
        .thenNothingChanges();
    demand
        .demanded(
            consentGiven(SURVEY, terms(), SINCE),
            groundClaimed(claim(LegalGround.LEGITIMATE_INTEREST).forPurpose(SURVEY), SINCE))
        .when(demand.command(null, NEWSLETTER))
        .thenNothingChanges();
    demand
        .demanded(consentRefused(NEWSLETTER, SINCE), consentWithdrawn(SURVEY, SINCE))
        .when(demand.command(null))
        .thenNothingChanges();
  }

  @Test
  void clause_3_2_the_two_demands_do_not_stand_for_each_other() {
    subject()
        .given(registered(), transferCessationDemanded(BEFORE))
        .when(demandCessation())
        .then(cessationDemanded(NOW));
    subject()
        .given(registered(), cessationDemanded(BEFORE))
        .when(demandTransferCessation())
        .then(transferCessationDemanded(NOW));
  }

  @Test
  void clause_8_9_unlawful_processing_that_was_found_does_not_stand_for_a_demand() {
    subject()
        .given(registered(), unlawfulProcessingFound(NEWSLETTER, BEFORE))
        .when(demandCessation(NEWSLETTER))
        .then(cessationDemanded(NOW, NEWSLETTER));
  }

  private static List<Stop> stopsAfter(SubjectEvent... events) {
    SubjectState state = SubjectState.evolve(null, registered(), id(1));
    for (int i = 0; i < events.length; i++) {
      state = SubjectState.evolve(state, events[i], id(i + 2));
    }
    return state.circumstances().stops();
  }

  @ParameterizedTest
  @EnumSource
  void a_stop_that_a_later_one_makes_void_is_not_kept_in_whichever_order_recorded(Demand demand) {
    SubjectEvent early = demand.event(BEFORE, NEWSLETTER);
    SubjectEvent late = demand.event(SINCE);
    assertThat(stopsAfter(early, late)).extracting(Stop::eventId).containsExactly(id(3));
    assertThat(stopsAfter(late, early)).extracting(Stop::eventId).containsExactly(id(2));
    // Said twice of one moment, it is kept once.
    assertThat(stopsAfter(late, late)).extracting(Stop::eventId).containsExactly(id(2));
  }

  @ParameterizedTest
  @EnumSource
  void a_stop_that_says_something_of_its_own_is_kept(Demand demand) {
    assertThat(stopsAfter(demand.event(SINCE, NEWSLETTER), demand.event(BEFORE)))
        .extracting(Stop::eventId)
        .containsExactly(id(3), id(2));
    assertThat(stopsAfter(demand.event(BEFORE, NEWSLETTER), demand.event(SINCE, SURVEY)))
        .extracting(Stop::eventId)
        .containsExactly(id(2), id(3));
    assertThat(
            stopsAfter(
                demand.event(BEFORE, NEWSLETTER), unlawfulProcessingFound(NEWSLETTER, SINCE)))
        .extracting(Stop::eventId)
        .containsExactly(id(2), id(3));
  }

  @ParameterizedTest
  @EnumSource
  void clause_2_14_after_the_end_of_the_data_there_is_nothing_to_stop(Demand demand) {
    subject()
        .given(registered(), destroyed(EARLIER))
        .when(demand.command(null))
        .thenRefused(new Refusal.SubjectDestroyed());
    subject()
        .given(registered(), anonymised(EARLIER))
        .when(demand.command(null))
        .thenRefused(new Refusal.SubjectAnonymised());
  }
}
