package org.consentledger.api.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The time, and as much later as a test wants it to be. */
public final class MovableClock extends Clock {

  /**
   * For a ledger whose time the test moves; imported by name, so that such tests share a ledger.
   */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Time {

    @Bean
    @Primary
    Clock movableClock() {
      return new MovableClock();
    }
  }

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
