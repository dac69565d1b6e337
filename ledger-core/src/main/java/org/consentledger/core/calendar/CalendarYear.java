package org.consentledger.core.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of one year alone: the file that an operator adds when the Government has settled
 * it.
 *
 * @param confirmed whether nothing about the year is open any more
 * @param daysOff days off that never move, by the moon: the first day of Kurban Ait
 * @param extraDaysOff working days that the Government made free
 * @param workingWeekendDays Saturdays and Sundays that the Government made working days
 */
record CalendarYear(
    int year,
    boolean confirmed,
    List<MovableDay> daysOff,
    List<LocalDate> extraDaysOff,
    List<LocalDate> workingWeekendDays) {

  /** A day off whose date the moon decides. */
  record MovableDay(LocalDate day, String name, DayCertainty certainty) {}

  CalendarYear {
    daysOff = List.copyOf(daysOff);
    extraDaysOff = List.copyOf(extraDaysOff);
    workingWeekendDays = List.copyOf(workingWeekendDays);
    requireOnce(
        year,
        Stream.of(
                daysOff.stream().map(MovableDay::day),
                extraDaysOff.stream(),
                workingWeekendDays.stream())
            .flatMap(days -> days)
            .toList());
    if (confirmed) {
      requireSettled(year, daysOff);
    }
  }

  /** What a year is taken for that has no file: nothing is known of it. */
  static CalendarYear unknown(int year) {
    return new CalendarYear(year, false, List.of(), List.of(), List.of());
  }

  /** The same year before the Government changed anything in it. */
  CalendarYear withoutExchanges() {
    return new CalendarYear(year, confirmed, daysOff, List.of(), List.of());
  }

  private static void requireOnce(int year, List<LocalDate> days) {
    Set<LocalDate> seen = new HashSet<>();
    for (LocalDate day : days) {
      if (day.getYear() != year) {
        throw new CalendarUnusable(day + " is no day of " + year);
      }
      if (!seen.add(day)) {
        throw new CalendarUnusable(day + " is named twice");
      }
    }
  }

  /** Every year has at least one Kurban Ait: the lunar year is shorter. */
  private static void requireSettled(int year, List<MovableDay> daysOff) {
    if (daysOff.isEmpty()) {
      throw new CalendarUnusable(year + " is confirmed, but daysOff does not name Kurban Ait");
    }
    for (MovableDay each : daysOff) {
      if (each.certainty() == DayCertainty.COMPUTED) {
        throw new CalendarUnusable(year + " is confirmed, but " + each.day() + " is only computed");
      }
    }
  }
}
