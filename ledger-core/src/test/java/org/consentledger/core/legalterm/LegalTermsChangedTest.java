package org.consentledger.core.legalterm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.calendar.LegalTermId.SUBJECT_INFORMATION;
import static org.consentledger.core.calendar.LegalTermId.WITHDRAWAL;
import static org.consentledger.core.testing.RefusedBecause.refusedBecause;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.id;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.consentledger.core.calendar.Certainty;
import org.consentledger.core.calendar.LegalTerm;
import org.consentledger.core.calendar.TermUnit;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.legalterm.LegalTermCommand.ChangeLegalTerm;
import org.consentledger.core.legalterm.LegalTermEvent.LegalTermChanged;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.register.Registers;
import org.junit.jupiter.api.Test;

/** An officer changes terms of the law, never for the past. */
class LegalTermsChangedTest {

  private static final Instant LATER = NOW.plus(Duration.ofDays(30));

  private static AggregateTestFixture<ChangeableLegalTerm> term() {
    AggregateTestFixture<ChangeableLegalTerm> fixture =
        new AggregateTestFixture<>(ChangeableLegalTerm.class);
    fixture.registerCommandTargetResolver(LedgerAxon.targetResolver());
    fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    return fixture;
  }

  private static ChangeLegalTerm change(int length, String source, Instant effectiveFrom) {
    return new ChangeLegalTerm(
        SUBJECT_INFORMATION,
        length,
        TermUnit.WORKING_DAYS,
        Certainty.CONFIRMED,
        source,
        id(1),
        effectiveFrom);
  }

  private static LegalTermChanged changed(
      int number, int length, Instant effectiveFrom, Instant changedAt) {
    return new LegalTermChanged(
        SUBJECT_INFORMATION,
        number,
        length,
        TermUnit.WORKING_DAYS,
        Certainty.CONFIRMED,
        "source",
        id(1),
        effectiveFrom,
        changedAt);
  }

  @Test
  void a_term_is_changed_from_now_on_where_nothing_else_is_said() {
    term()
        .givenNoPriorActivity()
        .when(change(5, "source", null))
        .expectEvents(changed(1, 5, NOW, NOW));
  }

  @Test
  void a_term_is_changed_from_a_later_moment_on() {
    term()
        .given(changed(1, 5, EARLIER, EARLIER))
        .when(change(7, "source", LATER))
        .expectEvents(changed(2, 7, LATER, NOW));
  }

  @Test
  void a_change_does_not_reach_back() {
    term()
        .givenNoPriorActivity()
        .when(change(5, "source", NOW.minusNanos(1000)))
        .expectException(refusedBecause(new Refusal.EffectiveInPast()))
        .expectNoEvents();
    term()
        .givenNoPriorActivity()
        .when(change(5, "source", NOW))
        .expectEvents(changed(1, 5, NOW, NOW));
  }

  @Test
  void the_same_again_changes_nothing_even_where_it_has_begun_meanwhile() {
    term()
        .given(changed(1, 5, EARLIER.plusSeconds(1), EARLIER))
        .when(change(5, "source", EARLIER.plusSeconds(1)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    term()
        .given(changed(1, 5, EARLIER, EARLIER))
        .when(change(5, "source", null))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void another_source_or_beginning_is_another_change() {
    term()
        .given(changed(1, 5, EARLIER, EARLIER))
        .when(change(5, "another", null))
        .expectEvents(
            new LegalTermChanged(
                SUBJECT_INFORMATION,
                2,
                5,
                TermUnit.WORKING_DAYS,
                Certainty.CONFIRMED,
                "another",
                id(1),
                NOW,
                NOW));
    term()
        .given(changed(1, 5, EARLIER, EARLIER), changed(2, 7, LATER, EARLIER))
        .when(change(7, "source", LATER.plusSeconds(1)))
        .expectEvents(changed(3, 7, LATER.plusSeconds(1), NOW));
  }

  private static Registers registers(LegalTermChanged... events) {
    LegalTermState state = null;
    for (LegalTermChanged event : events) {
      state = LegalTermState.evolve(state, event, id(event.number()));
    }
    TreeMap<org.consentledger.core.calendar.LegalTermId, LegalTermState> terms = new TreeMap<>();
    terms.put(SUBJECT_INFORMATION, state);
    return new Registers(
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        null,
        terms);
  }

  private static int length(Registers registers, Instant moment) {
    return registers.legalTerm(SUBJECT_INFORMATION, moment).length();
  }

  @Test
  void a_term_is_as_it_is_shipped_until_its_change_takes_effect() {
    Registers registers = registers(changed(1, 5, LATER, NOW));

    assertThat(length(registers, NOW)).isEqualTo(3);
    assertThat(length(registers, LATER.minusNanos(1))).isEqualTo(3);
    assertThat(length(registers, LATER)).isEqualTo(5);
    assertThat(registers.legalTerm(WITHDRAWAL, LATER).length()).isEqualTo(15);
    assertThat(Registers.EMPTY.legalTerm(WITHDRAWAL, Instant.MIN).length()).isEqualTo(15);
    LegalTerm changed = registers.legalTerm(SUBJECT_INFORMATION, LATER);
    assertThat(changed.article()).isEqualTo("law 25(2), rules 395");
    assertThat(changed.certainty()).isEqualTo(Certainty.CONFIRMED);
  }

  @Test
  void of_changes_the_one_that_began_last_holds_and_of_two_at_once_the_later_recorded_one() {
    Registers registers =
        registers(
            changed(1, 5, LATER, EARLIER), changed(2, 7, NOW, NOW), changed(3, 9, LATER, NOW));

    assertThat(length(registers, NOW.minusNanos(1))).isEqualTo(3);
    assertThat(length(registers, NOW)).isEqualTo(7);
    assertThat(length(registers, LATER)).isEqualTo(9);
  }

  @Test
  void the_rows_of_a_term_hold_one_after_the_other() {
    Registers registers =
        registers(
            changed(1, 5, LATER, EARLIER), changed(2, 7, NOW, NOW), changed(3, 9, LATER, NOW));
    List<LegalTerm> rows =
        registers.legalTermRows().stream()
            .map(LegalTermRow::term)
            .filter(row -> row.id() == SUBJECT_INFORMATION)
            .toList();

    assertThat(rows).extracting(LegalTerm::length).containsExactly(3, 7, 9);
    assertThat(rows).extracting(LegalTerm::inForceFrom).containsExactly(null, NOW, LATER);
    assertThat(rows).extracting(LegalTerm::inForceUntil).containsExactly(NOW, LATER, null);
    assertThat(registers.legalTermRows()).hasSize(14);
  }

  @Test
  void what_was_not_recorded_yet_was_not_known() {
    Registers registers = registers(changed(1, 5, LATER, EARLIER), changed(2, 9, LATER, NOW));

    assertThat(length(registers.knownAt(NOW.minusNanos(1)), LATER)).isEqualTo(5);
    assertThat(length(registers.knownAt(EARLIER.minusNanos(1)), LATER)).isEqualTo(3);
    assertThat(registers.knownAt(EARLIER.minusNanos(1))).isEqualTo(Registers.EMPTY);
    assertThat(registers.knownAt(NOW)).isEqualTo(registers);
  }
}
