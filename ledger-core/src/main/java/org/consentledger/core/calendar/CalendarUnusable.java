package org.consentledger.core.calendar;

/** A data file of the calendar, or of the terms, is wrong; the message says what and where. */
public final class CalendarUnusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CalendarUnusable(String message) {
    super(message);
  }

  CalendarUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
