package org.consentledger.api.mail.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How long ago each mailbox was looked into. */
@Component
final class MailboxMetrics implements MeterBinder {

  private final MailProperties properties;
  private final MailboxStates states;
  private final Clock clock;

  MailboxMetrics(MailProperties properties, MailboxStates states, Clock clock) {
    this.properties = properties;
    this.states = states;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    properties
        .in()
        .keySet()
        .forEach(
            name ->
                Gauge.builder("ledger.mail.look.age", () -> age(name))
                    .baseUnit("seconds")
                    .description(
                        "How long ago the mailbox was looked into, down to its last letter")
                    .tag("mailbox", name)
                    .register(registry));
  }

  private double age(String name) {
    return states
        .find(name)
        .map(state -> Duration.between(state.unseenSince(), clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }
}
