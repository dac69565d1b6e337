package org.consentledger.api.command;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.consentledger.core.eventstore.AppendObserver;
import org.springframework.stereotype.Component;

/** {@code ledger.write.*}: where a command spends its time, and how many share a transaction. */
@Component
public final class WritePathMetrics implements AppendObserver {

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2)
  };

  private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
  private final DistributionSummary commands;
  private final DistributionSummary events;

  WritePathMetrics(MeterRegistry registry) {
    for (Stage stage : Stage.values()) {
      stages.put(
          stage,
          Timer.builder("ledger.write.stage")
              .description("How long commands, or the transactions that they share, take")
              .tag("stage", stage.name().toLowerCase(Locale.ROOT))
              .serviceLevelObjectives(BOUNDS)
              .register(registry));
    }
    commands = summary(registry, "commands", "Commands in a transaction");
    events = summary(registry, "events", "Events in a transaction");
  }

  private static DistributionSummary summary(
      MeterRegistry registry, String what, String description) {
    return DistributionSummary.builder("ledger.write.batch." + what)
        .description(description)
        .register(registry);
  }

  @Override
  public void took(Stage stage, long nanos) {
    Timer timer = stages.get(stage);
    if (timer != null) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void wrote(int ofCommands, int ofEvents) {
    commands.record(ofCommands);
    events.record(ofEvents);
  }
}
