package org.consentledger.api.request;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.consentledger.api.jobs.Job;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;
import org.consentledger.core.request.RequestCommand;
import org.consentledger.core.request.RequestCommand.RecomputeRequest;
import org.consentledger.core.request.RequestCommand.RecordOverdue;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.request.Upkeep;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps the terms of what waits: counts them anew where a row of the terms or the calendar has
 * changed, and records which are over. It looks at all requests that wait; to look twice does no
 * harm.
 */
@Component
final class RequestTermsJob implements Job {

  /** Who does what nobody did: the ledger itself. */
  static final String ACTOR = "ledger";

  private static final Logger LOG = LoggerFactory.getLogger(RequestTermsJob.class);
  private static final int AT_ONCE = 1000;

  private final Requests requests;
  private final RegisterReader registers;
  private final Deadlines deadlines;
  private final Commands commands;
  private final Clock clock;
  private final Duration every;

  RequestTermsJob(
      Requests requests,
      RegisterReader registers,
      Deadlines deadlines,
      Commands commands,
      Clock clock,
      @Value("${ledger.requests.every:PT1M}") Duration every,
      MeterRegistry metrics) {
    this.requests = requests;
    this.registers = registers;
    this.deadlines = deadlines;
    this.commands = commands;
    this.clock = clock;
    this.every = every;
    for (RequestType type : RequestType.values()) {
      Gauge.builder("ledger.requests.open", requests, it -> it.waiting(type))
          .description("Requests that wait for an answer")
          .tag("type", type.name())
          .register(metrics);
      Gauge.builder("ledger.requests.overdue", requests, it -> it.overdue(type, clock.instant()))
          .description("Requests that wait although their term is over")
          .tag("type", type.name())
          .register(metrics);
    }
  }

  @Override
  public String name() {
    return "request-terms";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public void run() {
    @Nullable RequestId place = null;
    List<RequestState> some;
    do {
      some = requests.waiting(place, AT_ONCE);
      Registers known = registers.current();
      some.forEach(request -> keep(request, known));
      place = some.isEmpty() ? null : some.getLast().requestId();
    } while (some.size() == AT_ONCE);
  }

  private void keep(RequestState request, Registers known) {
    RequestId requestId = request.requestId();
    if (Upkeep.changesTerm(request, known, deadlines, clock.instant())) {
      send(new RecomputeRequest(requestId));
      request = requests.find(requestId).orElseThrow();
    }
    if (Upkeep.isNewlyOverdue(request, clock.instant())) {
      send(new RecordOverdue(requestId));
    }
  }

  private void send(RequestCommand command) {
    try {
      commands.execute(command, ACTOR, null, Attachment.none());
    } catch (Refused refused) {
      LOG.warn(
          "The term of the request {} was not kept: {}.",
          command.requestId(),
          refused.refusal().getClass().getSimpleName());
    }
  }
}
