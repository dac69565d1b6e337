package org.consentledger.core.refusal;

import java.time.Duration;
import java.time.Instant;

/** When something happened, as somebody says: in the past, or now. */
public final class PastMoment {

  /** How far another machine's clock may be ahead of ours before "now" looks like the future. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  private PastMoment() {}

  /**
   * The moment that is said, or now where another clock is ahead.
   *
   * @throws Refused where it lies in the future
   */
  public static Instant of(Instant said, Instant now) {
    if (said.isAfter(now.plus(CLOCK_TOLERANCE))) {
      throw new Refused(new Refusal.EffectiveInFuture());
    }
    return said.isAfter(now) ? now : said;
  }
}
