package org.consentledger.api.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.consentledger.core.log.SealStatus;
import org.consentledger.core.log.TransparencyLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the log is behind the history, and how old its newest signature is. */
@Component
final class LogMetrics implements MeterBinder {

  private final TransparencyLog log;
  private final Clock clock;

  LogMetrics(TransparencyLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "ledger.log.size", "leaves", "Leaves of the log", SealStatus::size);
    gauge(
        registry,
        "ledger.log.unsealed",
        "events",
        "Events without a leaf yet",
        SealStatus::unsealed);
    gauge(
        registry,
        "ledger.log.seal.lag",
        "seconds",
        "Age of the oldest event without a leaf",
        status -> age(status.oldestUnsealedAt()));
    gauge(
        registry,
        "ledger.log.checkpoint.age",
        "seconds",
        "Age of the newest checkpoint",
        status -> age(status.checkpointAt()));
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String unit,
      String description,
      ToDoubleFunction<SealStatus> value) {
    Gauge.builder(name, () -> value.applyAsDouble(log.status(Optional.empty())))
        .baseUnit(unit)
        .description(description)
        .register(registry);
  }

  private double age(@Nullable Instant since) {
    return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
  }
}
