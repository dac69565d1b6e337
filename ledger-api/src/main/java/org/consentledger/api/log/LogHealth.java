package org.consentledger.api.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.consentledger.core.log.SealStatus;
import org.consentledger.core.log.SealingLoop;
import org.consentledger.core.log.TransparencyLog;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * DOWN where the log must not go on, or where something recorded waits for its leaf or its
 * signature for a minute.
 */
@Component("log")
final class LogHealth implements HealthIndicator {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final TransparencyLog log;
  private final SealingLoop sealing;
  private final Clock clock;

  LogHealth(TransparencyLog log, SealingLoop sealing, Clock clock) {
    this.log = log;
    this.sealing = sealing;
    this.clock = clock;
  }

  @Override
  public Health health() {
    SealStatus status = log.status(sealing.refusal());
    boolean waits =
        isOld(status.oldestUnsealedAt())
            || (status.checkpointSize() < status.size() && isOld(status.checkpointAt()));
    return (waits || status.refusal() != null ? Health.down() : Health.up())
        .withDetail("size", status.size())
        .withDetail("unsealed", status.unsealed())
        .withDetail("checkpointSize", status.checkpointSize())
        .build();
  }

  private boolean isOld(@Nullable Instant since) {
    return since != null && since.plus(LONGEST_WAIT).isBefore(clock.instant());
  }
}
