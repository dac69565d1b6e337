package org.consentledger.core.calendar;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calendar of Kazakhstan for a five-day week: holidays and days off by law, days that holidays
 * on a weekend free, and what the Government exchanged in a year. Immutable; it may be shared by
 * threads.
 *
 * <p>A holiday on a Saturday or Sunday frees the next working day after it, and where several do,
 * each frees a day of its own: in 2026 the 21st and 22nd of March free the 24th and 25th, because
 * the 23rd is a holiday itself. Days off by religion, 7 January and Kurban Ait, free no other day,
 * and what the Government exchanges does not change which days are freed.
 */
public final class WorkingDays {

  private static final int FIRST = 1900;
  private static final int LAST = 2999;

  private final CountryRules rules;
  private final Map<Integer, CalendarYear> years;
  private final Map<Integer, YearTable> tables = new ConcurrentHashMap<>();

  private WorkingDays(CountryRules rules, Map<Integer, CalendarYear> years) {
    this.rules = rules;
    this.years = Map.copyOf(years);
  }

  /** The calendar that comes with the program. */
  public static WorkingDays shipped() {
    DataFiles files = new DataFiles();
    CountryRules rules = files.shipped("kazakhstan.json", new TypeReference<>() {});
    WorkingDays calendar = new WorkingDays(rules, Map.of());
    for (int year : rules.years()) {
      calendar =
          calendar.withYear(files.shipped(year + ".json", new TypeReference<CalendarYear>() {}));
    }
    return calendar;
  }

  /**
   * This calendar with another file for one year, in the form of those that are shipped. It takes
   * the place of the year's earlier file, all of it.
   *
   * @param file JSON with {@code year}, {@code confirmed}, {@code daysOff} (of {@code day}, {@code
   *     name} and {@code certainty}, which is CONFIRMED or COMPUTED), {@code extraDaysOff} and
   *     {@code workingWeekendDays}; it is not closed here
   * @throws CalendarUnusable where the file is wrong; the message says what is wrong where
   */
  public WorkingDays with(InputStream file) {
    return withYear(new DataFiles().read(file, new TypeReference<CalendarYear>() {}));
  }

  private WorkingDays withYear(CalendarYear year) {
    if (year.year() < FIRST || year.year() > LAST) {
      throw new CalendarUnusable(
          DataFiles.sentence(" at year", year.year() + " is none of 1900 to 2999"));
    }
    WorkingDays before = replacing(year.withoutExchanges());
    for (LocalDate day : year.extraDaysOff()) {
      if (!before.isWorking(day)) {
        throw unusable("extraDaysOff", day, "is no working day, but " + before.kindOf(day));
      }
    }
    for (LocalDate day : year.workingWeekendDays()) {
      if (before.kindOf(day) != DayKind.WEEKEND) {
        throw unusable(
            "workingWeekendDays",
            day,
            "is no ordinary Saturday or Sunday, but " + before.kindOf(day));
      }
    }
    return replacing(year);
  }

  private WorkingDays replacing(CalendarYear year) {
    Map<Integer, CalendarYear> more = new TreeMap<>(years);
    more.put(year.year(), year);
    return new WorkingDays(rules, more);
  }

  private static CalendarUnusable unusable(String list, LocalDate day, String complaint) {
    return new CalendarUnusable(DataFiles.sentence(" at " + list, day + " " + complaint));
  }

  /** What a day is. */
  public DayKind kindOf(LocalDate day) {
    return table(day.getYear()).kindOf(day);
  }

  /** Whether a day is a working day. */
  public boolean isWorking(LocalDate day) {
    return kindOf(day).isWorking();
  }

  /**
   * Whether nothing about a year is open any more. Days of other years are computed from the law
   * and from what is known, and may change.
   */
  public boolean isConfirmed(int year) {
    CalendarYear known = years.get(year);
    return known != null && known.confirmed();
  }

  /** The first working day after a day. */
  public LocalDate nextWorkingDay(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (!isWorking(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** The last working day before a day. */
  public LocalDate previousWorkingDay(LocalDate day) {
    LocalDate previous = day.minusDays(1);
    while (!isWorking(previous)) {
      previous = previous.minusDays(1);
    }
    return previous;
  }

  /** Years that no file can be about are rare, and kept nowhere: nobody can fill the memory. */
  private YearTable table(int year) {
    return year < FIRST || year > LAST
        ? compute(year)
        : tables.computeIfAbsent(year, this::compute);
  }

  private YearTable compute(int year) {
    return YearTable.of(year, rules, each -> years.getOrDefault(each, CalendarYear.unknown(each)));
  }
}
