package org.consentledger.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.consentledger.core.calendar.Terms.at;
import static org.consentledger.core.calendar.Terms.calendarDays;
import static org.consentledger.core.calendar.Terms.workingDays;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.core.calendar.Reminder.Kind;
import org.consentledger.core.calendar.Step.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pauses, the one extension, and the authority's own date. 1 June 2026 is a Monday. */
class PausesTest {

  private static final Counting FIVE_DAYS =
      Counting.from(at("2026-06-01T10:00:00"), workingDays(5));
  private static final Counting TEN_CALENDAR_DAYS =
      Counting.from(at("2026-06-03T10:00:00"), calendarDays(10));

  private final Deadlines deadlines = new Deadlines(WorkingDays.shipped());

  private Due due(Counting counting) {
    return (Due) deadlines.due(counting);
  }

  private static Step step(String first, String last, Effect effect, int total) {
    return new Step(LocalDate.parse(first), LocalDate.parse(last), effect, total);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-03T10:00:00, 2026-06-03T10:00:00, 2026-06-08", // no time at all
    "2026-06-03T10:00:00, 2026-06-03T10:00:01, 2026-06-09",
    "2026-06-03T10:00:00, 2026-06-04T00:00:00, 2026-06-09",
    "2026-06-03T10:00:00, 2026-06-04T00:00:00.000000001, 2026-06-10",
    "2026-06-03T00:00:00, 2026-06-05T23:59:59, 2026-06-11",
    "2026-06-06T00:00:00, 2026-06-08T00:00:00, 2026-06-08", // a weekend
    "2026-05-20T00:00:00, 2026-06-03T12:00:00, 2026-06-10", // since before the trigger
    "2026-05-20T00:00:00, 2026-05-30T12:00:00, 2026-06-08",
    "2026-06-08T23:00:00, 2026-06-08T23:59:59, 2026-06-09", // the last day
    "2026-06-09T00:00:00, 2026-07-09T00:00:00, 2026-06-08", // after the end
    "2026-06-08T23:59:59.999999, 2027-06-08T12:00:00, 2027-06-09",
  })
  void a_day_that_a_pause_touches_does_not_count(String from, String until, String day) {
    assertThat(due(FIVE_DAYS.paused(at(from), at(until))).day()).isEqualTo(day);
  }

  @Test
  void the_arithmetic_shows_the_pause() {
    Due due = due(FIVE_DAYS.paused(at("2026-06-03T10:00:00"), at("2026-06-04T15:00:00")));

    assertThat(due.day()).isEqualTo("2026-06-10");
    assertThat(due.counted())
        .containsExactly(
            step("2026-06-02", "2026-06-02", Effect.COUNTED, 1),
            step("2026-06-03", "2026-06-04", Effect.PAUSED, 1),
            step("2026-06-05", "2026-06-05", Effect.COUNTED, 2),
            step("2026-06-06", "2026-06-07", Effect.NOT_WORKING, 2),
            step("2026-06-08", "2026-06-10", Effect.COUNTED, 5));
  }

  @Test
  void while_a_pause_lasts_there_is_no_last_day() {
    Instant since = at("2026-06-04T10:00:00");

    assertThat(deadlines.due(FIVE_DAYS.paused(since, null)))
        .isEqualTo(
            new Paused(since, List.of(step("2026-06-02", "2026-06-03", Effect.COUNTED, 2)), 3));
    assertThat(deadlines.due(FIVE_DAYS.paused(at("2026-06-08T23:59:59"), null)))
        .isInstanceOf(Paused.class);
  }

  @Test
  void a_pause_that_begins_when_the_term_is_over_does_not_bring_it_back() {
    assertThat(due(FIVE_DAYS.paused(at("2026-06-09T00:00:00"), null)).day())
        .isEqualTo("2026-06-08");
  }

  @Test
  void pauses_may_overlap_and_come_in_any_order() {
    Counting counting =
        FIVE_DAYS
            .paused(at("2026-06-09T10:00:00"), at("2026-06-09T11:00:00"))
            .paused(at("2026-06-02T10:00:00"), at("2026-06-03T10:00:00"))
            .paused(at("2026-06-03T09:00:00"), at("2026-06-04T10:00:00"))
            .paused(at("2026-06-03T12:00:00"), at("2026-06-03T13:00:00"));

    assertThat(due(counting).day()).isEqualTo("2026-06-12");
    assertThat(deadlines.due(counting.paused(at("2026-06-04T01:00:00"), null)))
        .isInstanceOf(Paused.class);
  }

  @Test
  void a_term_whose_last_day_moves_does_not_end_on_a_paused_day() {
    Due due = due(TEN_CALENDAR_DAYS.paused(at("2026-06-15T10:00:00"), at("2026-06-15T11:00:00")));

    assertThat(due.day()).isEqualTo("2026-06-16");
    assertThat(due.movedFrom()).contains(LocalDate.parse("2026-06-13"));
    assertThat(due.counted())
        .containsExactly(
            step("2026-06-04", "2026-06-13", Effect.COUNTED, 10),
            step("2026-06-14", "2026-06-14", Effect.MOVED, 10),
            step("2026-06-15", "2026-06-15", Effect.PAUSED, 10),
            step("2026-06-16", "2026-06-16", Effect.MOVED, 10));
    assertThat(deadlines.due(TEN_CALENDAR_DAYS.paused(at("2026-06-15T10:00:00"), null)))
        .extracting("remaining")
        .isEqualTo(0);
  }

  @Test
  void a_pause_of_a_thousand_years_is_one_step() {
    Due due = due(FIVE_DAYS.paused(at("2026-06-03T10:00:00"), at("3026-06-03T10:00:00")));

    assertThat(due.day()).isAfter("3026-06-03");
    assertThat(due.counted()).hasSizeLessThan(8);
    assertThat(due.calendarConfirmed()).isFalse();
  }

  @Test
  void a_term_is_extended_once_by_days_of_its_unit() {
    Due due = due(FIVE_DAYS.extended(3));

    assertThat(due.day()).isEqualTo("2026-06-11");
    assertThat(due.counted())
        .containsExactly(
            step("2026-06-02", "2026-06-05", Effect.COUNTED, 4),
            step("2026-06-06", "2026-06-07", Effect.NOT_WORKING, 4),
            step("2026-06-08", "2026-06-08", Effect.COUNTED, 5),
            step("2026-06-09", "2026-06-11", Effect.COUNTED_EXTENSION, 8));
    assertThat(due(TEN_CALENDAR_DAYS.extended(5)).day()).isEqualTo("2026-06-18");
    assertThatIllegalStateException()
        .isThrownBy(() -> FIVE_DAYS.extended(3).extended(1))
        .withMessage("A term can be extended only once.");
    assertThatIllegalArgumentException().isThrownBy(() -> FIVE_DAYS.extended(0));
    assertThatIllegalArgumentException().isThrownBy(() -> FIVE_DAYS.extended(367));
  }

  @Test
  void clause_3_2_a_date_in_the_authoritys_request_wins_if_it_is_sooner() {
    assertThat(due(ending("2026-06-10")).day()).isEqualTo("2026-06-10");
    assertThat(due(ending("2026-06-10")).end()).isEqualTo("2026-06-10T19:00:00Z");
    assertThat(due(ending("2026-06-30")).day()).isEqualTo("2026-06-15");
    assertThat(due(ending("2026-06-15")).movedFrom()).contains(LocalDate.parse("2026-06-13"));
  }

  @Test
  void clause_3_2_the_authoritys_date_is_never_moved() {
    Due sunday = due(ending("2026-06-14"));

    assertThat(sunday.day()).isEqualTo("2026-06-14");
    assertThat(sunday.movedFrom()).isEmpty();
    assertThat(sunday.reminders())
        .containsExactly(
            new Reminder(Kind.HALF, LocalDate.parse("2026-06-08")),
            new Reminder(Kind.ONE_WORKING_DAY_LEFT, LocalDate.parse("2026-06-12")),
            new Reminder(Kind.LAST_DAY, LocalDate.parse("2026-06-14")));
    assertThat(due(ending("2026-06-10").extended(5)).day()).isEqualTo("2026-06-10");
    assertThat(due(ending("2026-06-10").paused(at("2026-06-05T10:00:00"), null)).day())
        .isEqualTo("2026-06-10");
    assertThat(
            due(ending("2026-06-10").paused(at("2026-06-05T10:00:00"), at("2026-07-05T10:00:00")))
                .counted())
        .containsExactly(
            step("2026-06-04", "2026-06-04", Effect.COUNTED, 1),
            step("2026-06-05", "2026-06-10", Effect.PAUSED, 1));
  }

  @Test
  void clause_3_2_the_authority_may_name_the_day_of_its_request_but_none_before_it() {
    Due today = due(ending("2026-06-03"));

    assertThat(today.day()).isEqualTo("2026-06-03");
    assertThat(today.counted()).isEmpty();
    assertThat(today.calendarConfirmed()).isTrue();
    assertThat(today.reminders())
        .containsExactly(new Reminder(Kind.LAST_DAY, LocalDate.parse("2026-06-03")));
    assertThatIllegalArgumentException().isThrownBy(() -> ending("2026-06-02"));
    assertThat(
            due(Counting.from(at("2026-12-31T10:00:00"), calendarDays(10))
                    .endingBy(LocalDate.parse("2026-12-31")))
                .calendarConfirmed())
        .isTrue();
  }

  private static Counting ending(String day) {
    return TEN_CALENDAR_DAYS.endingBy(LocalDate.parse(day));
  }

  @Test
  void a_pause_cannot_end_before_it_begins() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> FIVE_DAYS.paused(at("2026-06-03T10:00:00"), at("2026-06-03T09:59:59.999")));
  }
}
