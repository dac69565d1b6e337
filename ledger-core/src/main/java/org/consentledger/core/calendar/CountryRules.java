package org.consentledger.core.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What holds for every year.
 *
 * @param holidays move on where they fall on a weekend
 * @param daysOff never move
 * @param years of which years there are files beside this one
 */
record CountryRules(List<YearlyDay> holidays, List<YearlyDay> daysOff, List<Integer> years) {

  CountryRules {
    holidays = List.copyOf(holidays);
    daysOff = List.copyOf(daysOff);
    years = List.copyOf(years);
  }

  Stream<LocalDate> holidaysIn(int year) {
    return in(year, holidays);
  }

  Stream<LocalDate> daysOffIn(int year) {
    return in(year, daysOff);
  }

  private static Stream<LocalDate> in(int year, List<YearlyDay> days) {
    return days.stream().filter(day -> day.isIn(year)).map(day -> day.in(year));
  }
}
