package org.consentledger.api.calendar;

import java.io.IOException;
import java.nio.file.Path;

/** A file of {@code ledger.calendar.files} is wrong or cannot be read. */
final class CalendarFileUnusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CalendarFileUnusable(Path file, Throwable cause) {
    super(
        "ledger.calendar.files: "
            + file
            + (cause instanceof IOException
                ? " cannot be read."
                : " is of no use. " + cause.getMessage()),
        cause);
  }
}
