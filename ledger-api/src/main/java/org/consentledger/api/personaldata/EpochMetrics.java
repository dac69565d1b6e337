package org.consentledger.api.personaldata;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.consentledger.core.personaldata.Epochs;
import org.springframework.stereotype.Component;

/** How old the current epoch is, and how many keys wait for being wrapped under its key. */
@Component
final class EpochMetrics implements MeterBinder {

  private final Epochs epochs;
  private final Clock clock;

  EpochMetrics(Epochs epochs, Clock clock) {
    this.epochs = epochs;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("ledger.epoch.age", this::age)
        .description("Age of the key under which subjects' keys are wrapped")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("ledger.epoch.keys.left", epochs, Epochs::keysLeft)
        .description("Keys of subjects that are wrapped under an epoch that retires")
        .register(registry);
  }

  private double age() {
    return Duration.between(epochs.current().since(), clock.instant()).toMillis() / 1000.0;
  }
}
