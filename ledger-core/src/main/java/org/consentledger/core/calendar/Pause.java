package org.consentledger.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time during which a term did not run. No day of Kazakhstan counts that it touches,
 * be it for a moment.
 *
 * @param from its first moment
 * @param until the first moment after it; none while it lasts
 */
public record Pause(Instant from, @Nullable Instant until) {

  /**
   * Takes a pause that does not end before it begins.
   *
   * @throws IllegalArgumentException where it does
   */
  public Pause {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("A pause cannot end before it begins.");
    }
  }

  /** Whether a day does not count because of this pause. */
  boolean touches(LocalDate day) {
    @Nullable LocalDate last = lastDay();
    return !day.isBefore(Kazakhstan.dayOf(from))
        && !from.equals(until)
        && (last == null || !day.isAfter(last));
  }

  /**
   * The last day that it touches; none while it lasts. A pause that ends at midnight does not touch
   * the day that begins then.
   */
  @Nullable LocalDate lastDay() {
    return until == null ? null : Kazakhstan.dayOf(until.minusNanos(1));
  }
}
