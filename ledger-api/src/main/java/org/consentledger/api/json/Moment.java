package org.consentledger.api.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Moments and days as clients send them: ISO 8601, in the years 1 to 9999. */
public final class Moment {
  private Moment() {}

  /** With any offset. Cut to microseconds, which is what PostgreSQL keeps. */
  public static Instant read(String text) {
    OffsetDateTime moment = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
    requireYear(moment.getYear());
    return moment.toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  static LocalDate readDate(String text) {
    LocalDate date = LocalDate.parse(text);
    requireYear(date.getYear());
    return date;
  }

  private static void requireYear(int year) {
    if (year < 1 || year > 9999) {
      throw new DateTimeException("the year is out of range");
    }
  }
}
