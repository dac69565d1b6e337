package org.consentledger.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Each day of one year. Computed from that year and the one before, whose last holidays might be
 * moved into it.
 */
final class YearTable {

  private final List<DayKind> kinds;

  private YearTable(List<DayKind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  static YearTable of(int year, CountryRules rules, IntFunction<CalendarYear> years) {
    Map<LocalDate, DayKind> special = new HashMap<>();
    for (int each = year - 1; each <= year + 1; each++) {
      enterFree(special, rules, years.apply(each));
    }
    Stream.of(year - 1, year)
        .flatMap(rules::holidaysIn)
        .sorted()
        .filter(YearTable::isWeekend)
        .forEach(holiday -> special.put(freedBy(holiday, special), DayKind.MOVED_DAY_OFF));
    enterExchanged(special, years.apply(year));
    List<DayKind> kinds = new ArrayList<>();
    for (int day = 1; day <= Year.of(year).length(); day++) {
      kinds.add(kind(LocalDate.ofYearDay(year, day), special));
    }
    return new YearTable(kinds);
  }

  private static void enterFree(
      Map<LocalDate, DayKind> special, CountryRules rules, CalendarYear year) {
    Stream.concat(
            rules.daysOffIn(year.year()), year.daysOff().stream().map(CalendarYear.MovableDay::day))
        .forEach(day -> special.put(day, DayKind.DAY_OFF));
    rules.holidaysIn(year.year()).forEach(day -> special.put(day, DayKind.HOLIDAY));
  }

  /** What the Government exchanges changes nothing about which days the holidays free. */
  private static void enterExchanged(Map<LocalDate, DayKind> special, CalendarYear year) {
    for (LocalDate day : year.extraDaysOff()) {
      special.put(day, DayKind.EXTRA_DAY_OFF);
    }
    for (LocalDate day : year.workingWeekendDays()) {
      special.put(
          day,
          day.getDayOfWeek() == DayOfWeek.SUNDAY
              ? DayKind.WORKING_SUNDAY
              : DayKind.WORKING_SATURDAY);
    }
  }

  /** The next working day that no earlier holiday has freed already. */
  private static LocalDate freedBy(LocalDate holiday, Map<LocalDate, DayKind> special) {
    LocalDate day = holiday.plusDays(1);
    while (!kind(day, special).isWorking()) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static DayKind kind(LocalDate day, Map<LocalDate, DayKind> special) {
    return special.getOrDefault(day, isWeekend(day) ? DayKind.WEEKEND : DayKind.WORKING);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  DayKind kindOf(LocalDate day) {
    return kinds.get(day.getDayOfYear() - 1);
  }
}
