package org.consentledger.core.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.Evidence.switchOf;
import static org.consentledger.core.testing.RefusedBecause.refusedBecause;
import static org.consentledger.core.testing.RegistersBuilder.emptyRegisters;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.vocabulary.LegalGround.CONTRACT;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.ground.GroundCommand.SwitchGround;
import org.consentledger.core.ground.GroundSwitchEvent.GroundAllowed;
import org.consentledger.core.ground.GroundSwitchEvent.GroundSwitchedOff;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.LegalGround;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroundTest {

  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final Instant STILL_LATER = NOW.plusSeconds(7200);

  private static AggregateTestFixture<Ground> ground() {
    AggregateTestFixture<Ground> fixture = new AggregateTestFixture<>(Ground.class);
    fixture.registerCommandTargetResolver(LedgerAxon.targetResolver());
    fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    return fixture;
  }

  private static SwitchGround off(Instant effectiveFrom) {
    return new SwitchGround(CONTRACT, false, effectiveFrom);
  }

  private static SwitchGround on(Instant effectiveFrom) {
    return new SwitchGround(CONTRACT, true, effectiveFrom);
  }

  @Test
  void clause_7_a_ground_is_switched_off_at_once_where_no_moment_is_said() {
    ground()
        .givenNoPriorActivity()
        .when(off(null))
        .expectEvents(new GroundSwitchedOff(CONTRACT, NOW, NOW));
  }

  @Test
  void clause_7_a_ground_is_switched_off_at_a_moment_to_come_and_allowed_again() {
    ground()
        .givenNoPriorActivity()
        .when(off(LATER))
        .expectEvents(new GroundSwitchedOff(CONTRACT, LATER, NOW));
    ground()
        .given(new GroundSwitchedOff(CONTRACT, EARLIER, EARLIER))
        .when(on(LATER))
        .expectEvents(new GroundAllowed(CONTRACT, LATER, NOW));
  }

  @ParameterizedTest
  @EnumSource(LegalGround.class)
  void clause_7_1_each_ground_but_consent_can_be_switched_off(LegalGround each) {
    var result = ground().givenNoPriorActivity().when(new SwitchGround(each, false, null));
    if (each == LegalGround.CONSENT) {
      result.expectException(refusedBecause(new Refusal.ConsentIndispensable())).expectNoEvents();
    } else {
      result.expectEvents(new GroundSwitchedOff(each, NOW, NOW));
    }
  }

  @Test
  void clause_7_a_rule_does_not_reach_back() {
    ground()
        .givenNoPriorActivity()
        .when(off(NOW.minusNanos(1000)))
        .expectException(refusedBecause(new Refusal.EffectiveInPast()))
        .expectNoEvents();
  }

  @Test
  void clause_7_what_is_so_already_is_not_said_again_even_where_its_moment_has_passed() {
    ground()
        .givenNoPriorActivity()
        .when(on(null))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    ground()
        .given(new GroundSwitchedOff(CONTRACT, EARLIER, EARLIER))
        .when(off(EARLIER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    ground()
        .given(new GroundSwitchedOff(CONTRACT, LATER, EARLIER))
        .when(off(LATER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void clause_7_to_allow_a_ground_now_undoes_what_was_to_happen_later() {
    ground()
        .given(new GroundSwitchedOff(CONTRACT, LATER, EARLIER))
        .when(on(null))
        .expectEvents(new GroundAllowed(CONTRACT, NOW, NOW));
    Registers registers =
        emptyRegisters()
            .ground(CONTRACT, false, LATER, EARLIER)
            .ground(CONTRACT, true, NOW)
            .build();
    assertThat(registers.isAllowed(CONTRACT, LATER)).isTrue();
    assertThat(registers.nextSwitchOff(CONTRACT, NOW)).isEmpty();
  }

  @Test
  void clause_7_a_ground_is_allowed_until_it_is_switched_off_and_again_from_then_on() {
    Registers registers =
        emptyRegisters().ground(CONTRACT, false, EARLIER).ground(CONTRACT, true, NOW).build();

    assertThat(registers.isAllowed(CONTRACT, EARLIER.minusNanos(1))).isTrue();
    assertThat(registers.switchedOffBy(CONTRACT, EARLIER.minusNanos(1))).isEmpty();
    assertThat(registers.isAllowed(CONTRACT, EARLIER)).isFalse();
    assertThat(registers.switchedOffBy(CONTRACT, EARLIER)).contains(switchOf(CONTRACT, EARLIER));
    assertThat(registers.isAllowed(CONTRACT, NOW)).isTrue();
    assertThat(registers.switchedOffBy(CONTRACT, NOW)).isEmpty();
    assertThat(registers.isAllowed(LegalGround.JUSTICE, EARLIER)).isTrue();
  }

  @Test
  void clause_7_the_next_switching_off_is_known_beforehand() {
    Registers registers =
        emptyRegisters()
            .ground(CONTRACT, false, EARLIER)
            .ground(CONTRACT, true, LATER, EARLIER)
            .ground(CONTRACT, false, STILL_LATER, EARLIER)
            .build();

    assertThat(registers.nextSwitchOff(CONTRACT, EARLIER.minusNanos(1))).contains(EARLIER);
    assertThat(registers.nextSwitchOff(CONTRACT, NOW)).contains(STILL_LATER);
    assertThat(registers.nextSwitchOff(CONTRACT, LATER)).contains(STILL_LATER);
    assertThat(registers.nextSwitchOff(CONTRACT, STILL_LATER)).isEmpty();
    assertThat(registers.nextSwitchOff(LegalGround.JUSTICE, NOW)).isEmpty();
  }

  @Test
  void clause_7_a_switch_was_not_known_before_it_was_recorded() {
    Registers registers = emptyRegisters().ground(CONTRACT, false, NOW, EARLIER).build();

    assertThat(registers.knownAt(EARLIER.minusNanos(1)).isAllowed(CONTRACT, NOW)).isTrue();
    assertThat(registers.knownAt(EARLIER).isAllowed(CONTRACT, NOW)).isFalse();
    assertThat(registers.knownAt(BEGINNING)).isEqualTo(Registers.EMPTY);
  }
}
