package org.consentledger.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The end of a term.
 *
 * @param day its last day
 * @param end 24:00 of that day in Kazakhstan, the first moment at which it is too late
 * @param calendarConfirmed whether the calendar of every year that was counted in is confirmed;
 *     otherwise the day may yet change
 * @param counted the arithmetic; see {@link Deadline#counted()}
 * @param movedFrom the last day that was counted, where it was no working day and the end moved
 * @param reminders when to remind of it, in order, one a day at most; where two fall on a day, the
 *     more urgent one
 */
public record Due(
    LocalDate day,
    Instant end,
    boolean calendarConfirmed,
    List<Step> counted,
    Optional<LocalDate> movedFrom,
    List<Reminder> reminders)
    implements Deadline {

  /** Copies the lists. */
  public Due {
    counted = List.copyOf(counted);
    reminders = List.copyOf(reminders);
  }

  /** Whether the term is over at a moment. */
  public boolean isOverAt(Instant moment) {
    return !moment.isBefore(end);
  }
}
