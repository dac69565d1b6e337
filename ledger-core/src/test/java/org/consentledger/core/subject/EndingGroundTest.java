package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.ClaimBuilder.claim;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.GROUND;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectCommands.endGround;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.groundClaimed;
import static org.consentledger.core.testing.SubjectEvents.groundEnded;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.LegalGround;
import org.junit.jupiter.api.Test;

class EndingGroundTest {

  private static final SubjectEvent CLAIMED = groundClaimed(LegalGround.CONTRACT);

  private static SubjectEvent contract(UUID name, Instant at) {
    return groundClaimed(claim(LegalGround.CONTRACT).named(name), at);
  }

  @Test
  void clause_8_9_a_ground_is_ended() {
    subject().given(registered(), CLAIMED).when(endGround()).then(groundEnded(NOW));
  }

  @Test
  void clause_8_9_a_ground_that_nobody_claimed_cannot_be_ended() {
    subject()
        .given(registered(), CLAIMED)
        .when(endGround(id(1), null))
        .thenRefused(new Refusal.GroundUnknown());
  }

  @Test
  void clause_8_9_a_ground_is_ended_once() {
    subject()
        .given(registered(), CLAIMED, groundEnded(NOW.minusSeconds(1)))
        .when(endGround())
        .thenNothingChanges();
    subject()
        .given(registered(), CLAIMED, groundEnded(NOW.minusSeconds(1)))
        .when(endGround(GROUND, NOW.minusSeconds(1)))
        .thenNothingChanges();
  }

  @Test
  void clause_8_9_an_end_that_came_to_be_known_late_is_an_earlier_one() {
    subject()
        .given(registered(), CLAIMED, groundEnded(NOW.minusSeconds(1)))
        .when(endGround(GROUND, NOW.minusSeconds(2)))
        .then(groundEnded(NOW.minusSeconds(2)));
    subject()
        .given(
            registered(),
            CLAIMED,
            groundEnded(NOW.minusSeconds(1)),
            groundEnded(NOW.minusSeconds(2)))
        .when(endGround(GROUND, NOW.minusSeconds(2)))
        .thenNothingChanges();
  }

  @Test
  void clause_8_9_a_ground_ends_no_sooner_than_it_begins() {
    subject()
        .given(registered(), CLAIMED)
        .when(endGround(GROUND, EARLIER.minusNanos(1)))
        .thenRefused(new Refusal.EndBeforeBeginning());
    subject()
        .given(registered(), CLAIMED)
        .when(endGround(GROUND, EARLIER))
        .then(groundEnded(EARLIER));
  }

  @Test
  void a_ground_cannot_end_in_the_future_but_a_clock_may_be_a_minute_ahead() {
    subject()
        .given(registered(), CLAIMED)
        .when(endGround(GROUND, NOW.plusSeconds(60).plusNanos(1)))
        .thenRefused(new Refusal.EffectiveInFuture());
    subject()
        .given(registered(), CLAIMED)
        .when(endGround(GROUND, NOW.plusSeconds(60)))
        .then(groundEnded(NOW));
  }

  @Test
  void an_end_comes_after_all_that_a_clock_ahead_recorded() {
    subject()
        .given(registered(), CLAIMED, consentGiven(NEWSLETTER, terms(), NOW.plusSeconds(40)))
        .when(endGround())
        .then(groundEnded(NOW.plusSeconds(40).plusNanos(1000)));
  }

  @Test
  void clause_8_9_a_ground_ends_although_its_purpose_has_ended() {
    subject(registers().purpose(NEWSLETTER, definition()).retired(NEWSLETTER, EARLIER))
        .given(registered(), CLAIMED)
        .when(endGround())
        .then(groundEnded(NOW));
  }

  @Test
  void clause_2_14_nothing_ends_after_everything_has() {
    subject()
        .given(registered(), CLAIMED, destroyed(EARLIER))
        .when(endGround())
        .thenRefused(new Refusal.SubjectDestroyed());
    subject()
        .given(registered(), CLAIMED, anonymised(EARLIER))
        .when(endGround())
        .thenRefused(new Refusal.SubjectAnonymised());
  }

  private static SubjectState after(SubjectEvent... events) {
    SubjectState state = null;
    for (int i = 0; i < events.length; i++) {
      state = SubjectState.evolve(state, events[i], id(i + 1));
    }
    return state;
  }

  @Test
  void clause_8_9_of_two_ends_of_a_ground_the_earlier_counts_in_whichever_order_recorded() {
    SubjectState state =
        after(registered(), CLAIMED, groundEnded(NOW), groundEnded(NOW.minusSeconds(5)));
    assertThat(state.circumstances().ground(GROUND).orElseThrow())
        .returns(NOW.minusSeconds(5), ClaimedGround::endedAt)
        .returns(id(4), ClaimedGround::end);
    state = after(registered(), CLAIMED, groundEnded(NOW.minusSeconds(5)), groundEnded(NOW));
    assertThat(state.circumstances().ground(GROUND).orElseThrow())
        .returns(NOW.minusSeconds(5), ClaimedGround::endedAt)
        .returns(id(3), ClaimedGround::end);
  }

  @Test
  void what_stands_is_kept_and_the_last_begun_of_what_ended_for_each_purpose_and_ground() {
    UUID first = id(701);
    UUID second = id(702);
    UUID standing = id(703);
    UUID elsewhere = id(704);
    UUID otherwise = id(705);
    SubjectState state =
        after(
            registered(),
            contract(first, EARLIER),
            contract(second, EARLIER.plusSeconds(1)),
            contract(standing, EARLIER.minusSeconds(9)),
            groundClaimed(claim(LegalGround.CONTRACT).named(elsewhere).forPurpose(SURVEY), EARLIER),
            groundClaimed(claim(LegalGround.JUSTICE).named(otherwise), EARLIER),
            groundEnded(first, NOW),
            groundEnded(second, NOW.minusSeconds(1)),
            groundEnded(elsewhere, NOW),
            groundEnded(otherwise, NOW));
    assertThat(state.circumstances().grounds())
        .extracting(ground -> ground.claim().groundId())
        .containsExactly(standing, elsewhere, otherwise, second);
  }

  @Test
  void a_ground_holds_from_its_beginning_until_its_end() {
    ClaimedGround ground =
        after(registered(), groundClaimed(claim(LegalGround.CONTRACT).until(NOW), EARLIER))
            .circumstances()
            .ground(GROUND)
            .orElseThrow();
    assertThat(ground.holdsAt(EARLIER.minusNanos(1))).isFalse();
    assertThat(ground.holdsAt(EARLIER)).isTrue();
    assertThat(ground.holdsAt(NOW.minusNanos(1))).isTrue();
    assertThat(ground.holdsAt(NOW)).isFalse();
    assertThat(ground.ended(EARLIER, id(9)).holdsAt(EARLIER)).isFalse();
  }
}
