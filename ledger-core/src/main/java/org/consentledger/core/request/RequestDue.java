package org.consentledger.core.request;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When the term of a request, or of the notice of a breach, ends.
 *
 * @param day its last day, in Kazakhstan
 * @param end 24:00 of that day, the first moment at which it is too late
 * @param calendarConfirmed whether the calendar of every year that was counted in is confirmed;
 *     otherwise the day may yet change
 * @param movedFrom the last day that was counted, where it was no working day and the end moved
 */
public record RequestDue(
    LocalDate day, Instant end, boolean calendarConfirmed, @Nullable LocalDate movedFrom) {

  /** Whether it is too late at a moment. */
  public boolean isOverAt(Instant moment) {
    return !moment.isBefore(end);
  }
}
