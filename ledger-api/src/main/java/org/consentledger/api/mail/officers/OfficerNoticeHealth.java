package org.consentledger.api.mail.officers;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** DOWN where an officer should have been told of something an hour ago, and was not. */
@Component("officers")
final class OfficerNoticeHealth implements HealthIndicator {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final OfficerNotices notices;
  private final OfficerProperties properties;
  private final Clock clock;

  OfficerNoticeHealth(OfficerNotices notices, OfficerProperties properties, Clock clock) {
    this.notices = notices;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Duration waiting =
        notices
            .waitingSince()
            .map(since -> Duration.between(since, clock.instant()))
            .orElse(Duration.ZERO);
    return (waiting.compareTo(LONGEST_WAIT) > 0 ? Health.down() : Health.up())
        .withDetail("officers", properties.to().size())
        .withDetail("waiting", notices.waiting())
        .withDetail("waitingSeconds", waiting.toSeconds())
        .build();
  }
}
