package org.consentledger.core.calendar;

/** What a term is counted in. */
public enum TermUnit {
  /** Working days of the calendar; other days pass uncounted. */
  WORKING_DAYS,
  /** All days; a last day that is no working day moves to the next one that is. */
  CALENDAR_DAYS
}
