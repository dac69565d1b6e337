package org.consentledger.core.log.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;

/** Points in time as leaves have them: ISO 8601 with six digits of a second's fraction, in UTC. */
public final class EntryTime {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  private static final int LENGTH = 27;

  private EntryTime() {}

  /**
   * Writes a time.
   *
   * @throws IllegalArgumentException where it has not whole microseconds
   */
  public static String format(Instant time) {
    String text = FORM.format(time);
    if (!time.truncatedTo(ChronoUnit.MICROS).equals(time) || text.length() != LENGTH) {
      throw new IllegalArgumentException(
          "A leaf has times of the years 0 to 9999, in whole microseconds.");
    }
    return text;
  }

  static Instant parse(String text) {
    try {
      Instant time = FORM.parse(text, Instant::from);
      if (format(time).equals(text)) {
        return time;
      }
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException("A time in another form than a leaf has.", malformed);
    }
    throw new IllegalArgumentException("A time in another form than a leaf has.");
  }
}
