package org.consentledger.core.calendar;

import java.time.LocalDate;

/**
 * A day on which to remind of a term.
 *
 * @param day the day, from its beginning on
 */
public record Reminder(Kind kind, LocalDate day) {

  /** How urgent it is. */
  public enum Kind {
    /** Half of the days that count have come: of fifteen the eighth, of three the second. */
    HALF,
    /** It is the last working day before the last day. */
    ONE_WORKING_DAY_LEFT,
    /** It is the last day. */
    LAST_DAY
  }
}
