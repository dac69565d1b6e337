package org.consentledger.api.console.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.jspecify.annotations.Nullable;

/**
 * How long something may still wait, in days of the calendar.
 *
 * @param key the words that say it
 * @param days how many days; what is over counts them, too
 * @param look how much it matters
 */
public record TermLeft(String key, long days, String look) {

  private static final int SOON = 3;

  /**
   * What is left at a moment.
   *
   * @param due the last day; none while the term rests
   */
  public static TermLeft of(@Nullable LocalDate due, Instant now) {
    if (due == null) {
      return new TermLeft("term.rests", 0, "");
    }
    long days = ChronoUnit.DAYS.between(Kazakhstan.dayOf(now), due);
    if (days < 0) {
      return new TermLeft("term.over", -days, "grave");
    }
    return days == 0
        ? new TermLeft("term.today", 0, "grave")
        : new TermLeft("term.left", days, days <= SOON ? "warn" : "");
  }
}
