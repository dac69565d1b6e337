package org.consentledger.api.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consentledger.api.jobs.Job;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.request.RequestCommand.DestroyText;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Destroys what people wrote of whom nobody found out who they are, a while after it was answered
 * or refused (clause 2.14). Whose letter is known goes with that person's data instead.
 */
@Component
final class UnlinkedTextJob implements Job {

  private static final Duration EVERY = Duration.ofHours(1);
  private static final int AT_ONCE = 1000;

  private final Requests requests;
  private final Commands commands;
  private final Clock clock;
  private final Duration retention;

  UnlinkedTextJob(
      Requests requests,
      Commands commands,
      Clock clock,
      @Value("${ledger.requests.unlinked-retention:P365D}") Duration retention) {
    if (retention.isNegative()) {
      throw new IllegalArgumentException("ledger.requests.unlinked-retention is negative.");
    }
    this.requests = requests;
    this.commands = commands;
    this.clock = clock;
    this.retention = retention;
  }

  @Override
  public String name() {
    return "unlinked-request-texts";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    Instant endedBefore = clock.instant().minus(retention);
    @Nullable RequestId place = null;
    List<RequestId> some;
    do {
      some = requests.unlinked(endedBefore, place, AT_ONCE);
      some.forEach(
          it ->
              commands.execute(
                  new DestroyText(it, endedBefore),
                  RequestTermsJob.ACTOR,
                  null,
                  Attachment.none()));
      place = some.isEmpty() ? null : some.getLast();
    } while (some.size() == AT_ONCE);
  }
}
