package org.consentledger.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.calendar.Terms.at;
import static org.consentledger.core.calendar.Terms.calendarDays;
import static org.consentledger.core.calendar.Terms.workingDays;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.consentledger.core.calendar.Reminder.Kind;
import org.consentledger.core.calendar.Step.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms without pauses; see {@link PausesTest}. */
class DeadlinesTest {

  private final Deadlines deadlines = new Deadlines(WorkingDays.shipped());

  private Due due(String trigger, LegalTerm term) {
    return (Due) deadlines.due(Counting.from(at(trigger), term));
  }

  private static Step step(String first, String last, Effect effect, int total) {
    return new Step(LocalDate.parse(first), LocalDate.parse(last), effect, total);
  }

  private static Reminder reminder(Kind kind, String day) {
    return new Reminder(kind, LocalDate.parse(day));
  }

  @Test
  void a_term_begins_the_day_after_its_trigger_and_ends_with_its_last_day() {
    Due due = due("2026-06-02T10:00:00", workingDays(3));

    assertThat(due.day()).isEqualTo("2026-06-05");
    assertThat(due.end()).isEqualTo("2026-06-05T19:00:00Z");
    assertThat(due.isOverAt(Instant.parse("2026-06-05T18:59:59.999999Z"))).isFalse();
    assertThat(due.isOverAt(Instant.parse("2026-06-05T19:00:00Z"))).isTrue();
    assertThat(due.movedFrom()).isEmpty();
    assertThat(due.calendarConfirmed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-02T00:00:00, 2026-06-03",
    "2026-06-02T23:59:59.999, 2026-06-03",
    "2026-06-03T00:00:00, 2026-06-04",
    "2026-06-05T23:59:59.999999, 2026-06-08",
    "2026-06-06T12:00:00, 2026-06-08",
    "2026-06-07T23:59:59, 2026-06-08",
    "2026-06-08T00:00:00, 2026-06-09",
  })
  void one_working_day_is_the_next_one_after_the_day_of_receipt(String trigger, String day) {
    assertThat(due(trigger, workingDays(1)).day()).isEqualTo(day);
  }

  @Test
  void the_day_of_receipt_is_that_of_kazakhstan_where_in_utc_it_is_still_the_day_before() {
    Counting midnight = Counting.from(Instant.parse("2026-06-02T19:00:00Z"), workingDays(1));
    Counting before = Counting.from(Instant.parse("2026-06-02T18:59:59.999Z"), workingDays(1));

    assertThat(((Due) deadlines.due(midnight)).day()).isEqualTo("2026-06-04");
    assertThat(((Due) deadlines.due(before)).day()).isEqualTo("2026-06-03");
  }

  @Test
  void the_arithmetic_names_every_day_from_the_one_after_the_trigger() {
    Due due = due("2026-03-20T09:00:00", workingDays(3));

    assertThat(due.day()).isEqualTo("2026-03-30");
    assertThat(due.counted())
        .containsExactly(
            step("2026-03-21", "2026-03-25", Effect.NOT_WORKING, 0),
            step("2026-03-26", "2026-03-27", Effect.COUNTED, 2),
            step("2026-03-28", "2026-03-29", Effect.NOT_WORKING, 2),
            step("2026-03-30", "2026-03-30", Effect.COUNTED, 3));
  }

  @Test
  void a_last_day_that_is_no_working_day_moves_to_the_next_one() {
    Due due = due("2026-03-06T09:00:00", calendarDays(15));

    assertThat(due.day()).isEqualTo("2026-03-26");
    assertThat(due.movedFrom()).contains(LocalDate.parse("2026-03-21"));
    assertThat(due.counted())
        .containsExactly(
            step("2026-03-07", "2026-03-21", Effect.COUNTED, 15),
            step("2026-03-22", "2026-03-26", Effect.MOVED, 15));
  }

  @Test
  void calendar_days_count_holidays_too() {
    assertThat(due("2026-04-30T09:00:00", calendarDays(15)).day()).isEqualTo("2026-05-15");
    assertThat(due("2026-04-30T09:00:00", workingDays(10)).day()).isEqualTo("2026-05-19");
  }

  @Test
  void a_working_saturday_counts() {
    WorkingDays settled =
        WorkingDays.shipped()
            .with(
                new ByteArrayInputStream(
                    """
                    {"year": 2026, "confirmed": true, "extraDaysOff": ["2026-07-07"],
                     "daysOff": [{"day": "2026-05-27", "name": "kurban-ait", "certainty": "CONFIRMED"}],
                     "workingWeekendDays": ["2026-07-11"]}
                    """
                        .getBytes(StandardCharsets.UTF_8)));
    Counting counting = Counting.from(at("2026-07-03T09:00:00"), workingDays(4));

    assertThat(((Due) new Deadlines(settled).due(counting)).day()).isEqualTo("2026-07-11");
    assertThat(((Due) deadlines.due(counting)).day()).isEqualTo("2026-07-10");
  }

  @Test
  void a_leap_day_is_a_day() {
    assertThat(due("2028-02-28T12:00:00", workingDays(1)).day()).isEqualTo("2028-02-29");
    assertThat(due("2028-02-21T12:00:00", calendarDays(10)).day()).isEqualTo("2028-03-02");
    assertThat(due("2026-02-27T12:00:00", workingDays(1)).day()).isEqualTo("2026-03-02");
  }

  @Test
  void the_clocks_were_set_back_at_the_end_of_february_2024() {
    Due due = due("2024-02-28T12:00:00", workingDays(1));

    assertThat(due.day()).isEqualTo("2024-02-29");
    assertThat(due.end()).as("that day had 25 hours").isEqualTo("2024-02-29T19:00:00Z");
    assertThat(due("2024-02-27T12:00:00", workingDays(1)).end()).isEqualTo("2024-02-28T18:00:00Z");
    Counting secondElevenOClock =
        Counting.from(Instant.parse("2024-02-29T18:30:00Z"), workingDays(1));
    assertThat(((Due) deadlines.due(secondElevenOClock)).day()).isEqualTo("2024-03-01");
    Counting midnight = Counting.from(Instant.parse("2024-02-29T19:00:00Z"), workingDays(1));
    assertThat(((Due) deadlines.due(midnight)).day()).isEqualTo("2024-03-04");
  }

  @Test
  void a_term_that_runs_into_a_year_that_is_not_confirmed_says_so() {
    Due last = due("2026-12-30T12:00:00", workingDays(1));
    Due next = due("2026-12-31T12:00:00", workingDays(1));

    assertThat(last.day()).isEqualTo("2026-12-31");
    assertThat(last.calendarConfirmed()).isTrue();
    assertThat(next.day()).isEqualTo("2027-01-05");
    assertThat(next.calendarConfirmed()).isFalse();
    assertThat(due("2024-12-31T23:59:59", workingDays(1)).calendarConfirmed()).isTrue();
    assertThat(due("2024-12-30T23:59:59", workingDays(1)).calendarConfirmed()).isFalse();
    assertThat(due("2026-12-22T12:00:00", calendarDays(10)).day()).isEqualTo("2027-01-05");
    assertThat(due("2026-12-22T12:00:00", calendarDays(10)).calendarConfirmed()).isFalse();
  }

  @Test
  void reminders_come_at_half_at_one_working_day_left_and_on_the_day() {
    assertThat(due("2026-06-01T12:00:00", workingDays(15)).reminders())
        .containsExactly(
            reminder(Kind.HALF, "2026-06-11"),
            reminder(Kind.ONE_WORKING_DAY_LEFT, "2026-06-19"),
            reminder(Kind.LAST_DAY, "2026-06-22"));
    assertThat(due("2026-06-01T12:00:00", calendarDays(10)).reminders())
        .containsExactly(
            reminder(Kind.HALF, "2026-06-06"),
            reminder(Kind.ONE_WORKING_DAY_LEFT, "2026-06-10"),
            reminder(Kind.LAST_DAY, "2026-06-11"));
    assertThat(due("2026-06-03T12:00:00", calendarDays(10)).reminders())
        .containsExactly(
            reminder(Kind.HALF, "2026-06-08"),
            reminder(Kind.ONE_WORKING_DAY_LEFT, "2026-06-12"),
            reminder(Kind.LAST_DAY, "2026-06-15"));
  }

  @Test
  void of_reminders_that_fall_on_one_day_the_more_urgent_one_is_left() {
    assertThat(due("2026-06-01T12:00:00", workingDays(1)).reminders())
        .containsExactly(reminder(Kind.LAST_DAY, "2026-06-02"));
    assertThat(due("2026-06-01T12:00:00", workingDays(2)).reminders())
        .containsExactly(
            reminder(Kind.ONE_WORKING_DAY_LEFT, "2026-06-02"),
            reminder(Kind.LAST_DAY, "2026-06-03"));
    assertThat(due("2026-06-01T12:00:00", workingDays(3)).reminders())
        .containsExactly(
            reminder(Kind.ONE_WORKING_DAY_LEFT, "2026-06-03"),
            reminder(Kind.LAST_DAY, "2026-06-04"));
  }
}
