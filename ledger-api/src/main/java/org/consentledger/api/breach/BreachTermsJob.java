package org.consentledger.api.breach;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consentledger.api.jobs.Job;
import org.consentledger.core.breach.BreachCommand.RecomputeBreach;
import org.consentledger.core.breach.BreachCommand.RecordBreachOverdue;
import org.consentledger.core.breach.BreachRules;
import org.consentledger.core.breach.BreachState;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.BreachId;
import org.consentledger.projections.breaches.Breaches;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps the terms within which the authorised body is told of breaches: counts them anew where a
 * row of the terms or the calendar has changed, and records which are over. To look twice does no
 * harm.
 */
@Component
final class BreachTermsJob implements Job {

  /** Who does what nobody did: the ledger itself. */
  private static final String ACTOR = "ledger";

  private static final int AT_ONCE = 1000;

  private final Breaches breaches;
  private final RegisterReader registers;
  private final Deadlines deadlines;
  private final Commands commands;
  private final Clock clock;
  private final Duration every;

  BreachTermsJob(
      Breaches breaches,
      RegisterReader registers,
      Deadlines deadlines,
      Commands commands,
      Clock clock,
      @Value("${ledger.breaches.every:PT1M}") Duration every,
      MeterRegistry metrics) {
    this.breaches = breaches;
    this.registers = registers;
    this.deadlines = deadlines;
    this.commands = commands;
    this.clock = clock;
    this.every = every;
    Gauge.builder("ledger.breaches.open", breaches, Breaches::waiting)
        .description("Breaches of which the authorised body is to be told")
        .register(metrics);
    Gauge.builder("ledger.breaches.overdue", breaches, it -> it.overdue(clock.instant()))
        .description("Breaches of which it was not told although the term is over")
        .register(metrics);
  }

  @Override
  public String name() {
    return "breach-terms";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public void run() {
    @Nullable BreachId place = null;
    List<BreachState> some;
    do {
      some = breaches.waiting(place, AT_ONCE);
      some.forEach(this::keep);
      place = some.isEmpty() ? null : some.getLast().breachId();
    } while (some.size() == AT_ONCE);
  }

  private void keep(BreachState breach) {
    Instant now = clock.instant();
    BreachId breachId = breach.breachId();
    if (!BreachRules.recompute(breach, registers.current(), deadlines, now).isEmpty()) {
      commands.execute(new RecomputeBreach(breachId), ACTOR, null, Attachment.none());
    }
    if (!BreachRules.lateness(breaches.find(breachId).orElseThrow(), now).isEmpty()) {
      commands.execute(new RecordBreachOverdue(breachId), ACTOR, null, Attachment.none());
    }
  }
}
