package org.consentledger.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.consentledger.core.calendar.Reminder.Kind;
import org.consentledger.core.calendar.Step.Effect;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.jspecify.annotations.Nullable;

/**
 * Counts the law's terms (law 6, 8(7), 18, 19, 19-1, 25(2); Digital Code 41; policy 3.2) on the
 * calendar of Kazakhstan.
 *
 * <ul>
 *   <li>A term begins on the day after its trigger and ends at 24:00 of its last day.
 *   <li>Working days: only these are counted. Calendar days: all are, and a last day that is no
 *       working day moves to the next one.
 *   <li>A day that a pause touches, be it for a moment, is not counted, and no term ends on it.
 *       While a pause lasts that began before the term was over, there is no last day. A pause that
 *       begins later changes nothing.
 *   <li>An extension adds days of the same unit, before the last day is moved.
 *   <li>A date that the authority's request names wins where it is sooner; it is never moved.
 * </ul>
 */
public final class Deadlines {

  private final WorkingDays calendar;

  /** Counts on this calendar. */
  public Deadlines(WorkingDays calendar) {
    this.calendar = calendar;
  }

  /** When a term ends. Takes time in proportion to the days that are counted, not to pauses. */
  public Deadline due(Counting counting) {
    Steps steps = new Steps();
    LocalDate day = Kazakhstan.dayOf(counting.trigger()).plusDays(1);
    @Nullable LocalDate named = counting.named();
    while (named == null || !day.isAfter(named)) {
      Optional<Pause> pause = counting.pauseOn(day);
      if (pause.isPresent()) {
        @Nullable LocalDate resumed = earlier(pause.get().lastDay(), named);
        if (resumed == null) {
          return new Paused(pause.get().from(), steps.list(), counting.days() - steps.total());
        }
        steps.add(day, resumed, Effect.PAUSED);
        day = resumed.plusDays(1);
      } else if (takeIn(day, counting, steps)) {
        return due(day, counting, steps, steps.lastCounted().filter(Predicate.not(day::equals)));
      } else {
        day = day.plusDays(1);
      }
    }
    return due(named, counting, steps, Optional.empty());
  }

  /** When a term ends that nothing pauses: the first moment after its last day. */
  public Instant endOf(Instant trigger, LegalTerm term) {
    return switch (due(Counting.from(trigger, term))) {
      case Due due -> due.end();
      case Paused paused -> throw new IllegalStateException("Nothing paused this term.");
    };
  }

  /** Adds a day to the arithmetic; answers whether the term ends on it. */
  private boolean takeIn(LocalDate day, Counting counting, Steps steps) {
    boolean working = calendar.isWorking(day);
    if (steps.total() == counting.days()) {
      steps.add(day, day, Effect.MOVED);
      return working;
    }
    if (!working && counting.term().unit() == TermUnit.WORKING_DAYS) {
      steps.add(day, day, Effect.NOT_WORKING);
      return false;
    }
    boolean extension = steps.total() >= counting.term().length();
    steps.count(day, extension ? Effect.COUNTED_EXTENSION : Effect.COUNTED);
    return working && steps.total() == counting.days();
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private Due due(LocalDate day, Counting counting, Steps steps, Optional<LocalDate> movedFrom) {
    Instant end = day.plusDays(1).atStartOfDay(Kazakhstan.ZONE).toInstant();
    int firstYear = Kazakhstan.dayOf(counting.trigger()).plusDays(1).getYear();
    boolean confirmed =
        IntStream.rangeClosed(Math.min(firstYear, day.getYear()), day.getYear())
            .allMatch(calendar::isConfirmed);
    return new Due(day, end, confirmed, steps.list(), movedFrom, reminders(day, steps));
  }

  private List<Reminder> reminders(LocalDate lastDay, Steps steps) {
    SortedMap<LocalDate, Kind> kinds = new TreeMap<>();
    List<LocalDate> days = steps.countedDays();
    if (!days.isEmpty()) {
      kinds.put(days.get((days.size() - 1) / 2), Kind.HALF);
    }
    days.reversed().stream()
        .filter(day -> day.isBefore(lastDay) && calendar.isWorking(day))
        .findFirst()
        .ifPresent(day -> kinds.put(day, Kind.ONE_WORKING_DAY_LEFT));
    kinds.put(lastDay, Kind.LAST_DAY);
    List<Reminder> reminders = new ArrayList<>();
    kinds.forEach((day, kind) -> reminders.add(new Reminder(kind, day)));
    return reminders;
  }
}
