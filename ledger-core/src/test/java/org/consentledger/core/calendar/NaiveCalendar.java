package org.consentledger.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The same rules told another way, sharing no code with the ledger: one walk from 1 January 2023,
 * with a debt of days that is paid on the next working days.
 */
final class NaiveCalendar {

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
  private static final LocalDate BEGINNING = LocalDate.of(2023, 1, 1);

  private final Set<String> kurbanAit =
      Set.of("2025-06-06", "2026-05-27", "2027-05-16", "2028-05-05");
  private final String exchangedIn2025 = "2025-01-03";
  private final String exchangedFor = "2025-01-05";
  private final Set<LocalDate> free = new HashSet<>();
  private final Set<LocalDate> paid = new HashSet<>();
  private int incurred;

  NaiveCalendar(Set<LocalDate> extraDaysOff, Set<LocalDate> workingWeekendDays, int lastYear) {
    int debt = 0;
    for (LocalDate day = BEGINNING; day.getYear() <= lastYear; day = day.plusDays(1)) {
      boolean weekend = day.getDayOfWeek().getValue() > 5;
      boolean holiday = isHoliday(day);
      if (holiday && weekend) {
        debt++;
        incurred++;
      }
      boolean off =
          holiday
              || day.toString().endsWith("-01-07")
              || kurbanAit.contains(day.toString())
              || (weekend
                  && !workingWeekendDays.contains(day)
                  && !day.toString().equals(exchangedFor))
              || day.toString().equals(exchangedIn2025)
              || extraDaysOff.contains(day);
      if (!off && !weekend && debt > 0) {
        debt--;
        paid.add(day);
        off = true;
      }
      if (off) {
        free.add(day);
      }
    }
  }

  private static boolean isHoliday(LocalDate day) {
    String name = day.toString().substring(5);
    return List.of(
                "01-01", "01-02", "03-08", "03-21", "03-22", "03-23", "05-01", "05-07", "05-09",
                "07-06", "10-25", "12-16")
            .contains(name)
        || (name.equals("03-15") && day.getYear() > 2026)
        || (name.equals("08-30") && day.getYear() < 2026);
  }

  boolean isWorking(LocalDate day) {
    return !free.contains(day);
  }

  Set<LocalDate> paid() {
    return paid;
  }

  int incurred() {
    return incurred;
  }

  /** The last day of a term; none where a pause that lasts is in the way. */
  LocalDate due(Instant trigger, int days, boolean working, List<Pause> pauses, LocalDate named) {
    List<LocalDate> counted = new ArrayList<>();
    LocalDate day = trigger.atZone(ZONE).toLocalDate();
    while (true) {
      if (named != null && !day.isBefore(named)) {
        return named;
      }
      day = day.plusDays(1);
      Instant begin = day.atStartOfDay(ZONE).toInstant();
      Instant end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
      boolean paused = false;
      for (Pause pause : pauses) {
        if (pause.until() == null && pause.from().isBefore(end)) {
          if (named == null) {
            return null;
          }
          paused = true;
        } else if (pause.until() != null
            && pause.from().isBefore(pause.until())
            && pause.from().isBefore(end)
            && pause.until().isAfter(begin)) {
          paused = true;
        }
      }
      if (paused) {
        continue;
      }
      if (counted.size() < days && (isWorking(day) || !working)) {
        counted.add(day);
      }
      if (counted.size() == days && isWorking(day)) {
        return day;
      }
    }
  }
}
