package org.consentledger.api.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The time, and as much later as a test wants it to be. */
public final class MovableClock extends Clock {

  private volatile Duration later = Duration.ZERO;

  public void move(Duration by) {
    later = later.plus(by);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(later).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
