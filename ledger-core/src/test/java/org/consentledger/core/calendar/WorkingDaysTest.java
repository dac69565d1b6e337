package org.consentledger.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The calendar that is shipped, against what is known of it. */
class WorkingDaysTest {

  private final WorkingDays calendar = WorkingDays.shipped();

  private static LocalDate date(String day) {
    return LocalDate.parse(day);
  }

  private Stream<LocalDate> year(int year) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
  }

  private List<String> freeBesideWeekends(int year) {
    return year(year)
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
        .filter(day -> !calendar.isWorking(day))
        .map(day -> MonthDay.from(day).toString().substring(2))
        .toList();
  }

  private List<LocalDate> days(int year, DayKind kind) {
    return year(year).filter(day -> calendar.kindOf(day) == kind).toList();
  }

  @Test
  void the_days_off_of_2026_beside_the_weekends() {
    assertThat(freeBesideWeekends(2026))
        .containsExactly(
            "01-01", "01-02", "01-07", "03-09", "03-23", "03-24", "03-25", "05-01", "05-07",
            "05-11", "05-27", "07-06", "10-26", "12-16");
  }

  @Test
  void the_days_off_of_2027_beside_the_weekends() {
    assertThat(freeBesideWeekends(2027))
        .containsExactly(
            "01-01", "01-04", "01-07", "03-08", "03-15", "03-22", "03-23", "03-24", "05-03",
            "05-07", "05-10", "07-06", "10-25", "12-16");
  }

  @Test
  void holidays_on_a_weekend_free_the_next_working_days_one_each() {
    assertThat(days(2026, DayKind.MOVED_DAY_OFF))
        .containsExactly(
            date("2026-03-09"),
            date("2026-03-24"),
            date("2026-03-25"),
            date("2026-05-11"),
            date("2026-10-26"));
    assertThat(days(2027, DayKind.MOVED_DAY_OFF))
        .containsExactly(
            date("2027-01-04"), date("2027-03-24"), date("2027-05-03"), date("2027-05-10"));
  }

  @Test
  void christmas_and_kurban_ait_are_free_and_free_no_other_day() {
    assertThat(calendar.kindOf(date("2026-01-07"))).isEqualTo(DayKind.DAY_OFF);
    assertThat(calendar.kindOf(date("2025-06-06"))).isEqualTo(DayKind.DAY_OFF);
    assertThat(calendar.kindOf(date("2026-05-27"))).isEqualTo(DayKind.DAY_OFF);
    assertThat(calendar.kindOf(date("2027-05-16"))).as("Sunday").isEqualTo(DayKind.DAY_OFF);
    assertThat(calendar.kindOf(date("2027-05-17"))).isEqualTo(DayKind.WORKING);
    assertThat(calendar.kindOf(date("2028-05-05"))).isEqualTo(DayKind.DAY_OFF);
    assertThat(calendar.kindOf(date("2029-01-07"))).as("Sunday").isEqualTo(DayKind.DAY_OFF);
    assertThat(calendar.kindOf(date("2029-01-08"))).isEqualTo(DayKind.WORKING);
  }

  @Test
  void constitution_day_was_in_august_until_2025_and_is_in_march_from_2027() {
    assertThat(calendar.kindOf(date("2024-08-30"))).isEqualTo(DayKind.HOLIDAY);
    assertThat(calendar.kindOf(date("2025-08-30"))).as("Saturday").isEqualTo(DayKind.HOLIDAY);
    assertThat(calendar.kindOf(date("2025-09-01"))).isEqualTo(DayKind.MOVED_DAY_OFF);
    assertThat(calendar.kindOf(date("2026-08-30"))).as("Sunday").isEqualTo(DayKind.WEEKEND);
    assertThat(calendar.kindOf(date("2026-08-31"))).isEqualTo(DayKind.WORKING);
    assertThat(calendar.kindOf(date("2025-03-15"))).as("Saturday").isEqualTo(DayKind.WEEKEND);
    assertThat(calendar.kindOf(date("2026-03-15"))).as("Sunday").isEqualTo(DayKind.WEEKEND);
    assertThat(calendar.kindOf(date("2027-03-15"))).isEqualTo(DayKind.HOLIDAY);
  }

  @Test
  void only_what_was_announced_is_confirmed() {
    assertThat(List.of(2025, 2026)).allMatch(calendar::isConfirmed);
    assertThat(List.of(2024, 2027, 2028, 2029, 1, 9999)).noneMatch(calendar::isConfirmed);
  }

  @Test
  void the_working_days_beside_a_day_skip_what_is_free() {
    assertThat(calendar.nextWorkingDay(date("2026-03-20"))).isEqualTo("2026-03-26");
    assertThat(calendar.previousWorkingDay(date("2026-03-26"))).isEqualTo("2026-03-20");
    assertThat(calendar.nextWorkingDay(date("2026-03-18"))).isEqualTo("2026-03-19");
    assertThat(calendar.nextWorkingDay(date("2025-12-31"))).isEqualTo("2026-01-05");
    assertThat(calendar.previousWorkingDay(date("2026-01-01"))).isEqualTo("2025-12-31");
  }

  @Test
  void every_day_that_has_a_name_in_the_law_is_free_also_in_a_year_of_which_nothing_is_known() {
    assertThat(days(2031, DayKind.HOLIDAY)).hasSize(13);
    assertThat(days(2031, DayKind.DAY_OFF)).containsExactly(date("2031-01-07"));
    assertThat(calendar.kindOf(date("0001-01-01"))).isEqualTo(DayKind.HOLIDAY);
    assertThat(calendar.kindOf(date("9999-12-31"))).isEqualTo(DayKind.WORKING);
  }
}
