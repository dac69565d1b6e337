package org.consentledger.api.disposal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.consentledger.api.jobs.Job;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.SubjectCommand.DisposeOfDue;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.due.DueList;
import org.consentledger.projections.due.DueReview;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Disposes of what is due. A crash anywhere leaves each person's data either there and due, or gone
 * with its event; the next run goes on.
 */
@Component
final class DisposalJob implements Job {

  /** Who asks for what nobody asked for: the ledger itself. */
  static final String ACTOR = "ledger";

  private static final Logger LOG = LoggerFactory.getLogger(DisposalJob.class);
  private static final int AT_ONCE = 1000;

  /** So many commands share a transaction; more would only wait. */
  private static final int MOST_UNDER_WAY = 64;

  private final DueReview review;
  private final DueList due;
  private final Commands commands;
  private final Clock clock;
  private final Duration every;
  private final Counter disposed;

  DisposalJob(
      DueReview review,
      DueList due,
      Commands commands,
      Clock clock,
      @Value("${ledger.disposal.every:PT1M}") Duration every,
      MeterRegistry metrics) {
    this.review = review;
    this.due = due;
    this.commands = commands;
    this.clock = clock;
    this.every = every;
    this.disposed =
        Counter.builder("ledger.disposal.subjects")
            .description("Subjects of whom something that was due was disposed of or asked for")
            .register(metrics);
    metrics.gauge("ledger.disposal.overdue", due, list -> list.overdue(clock.instant()));
  }

  @Override
  public String name() {
    return "disposal";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public void run() {
    review.run();
    Instant now = clock.instant();
    DueList.@Nullable Place place = null;
    do {
      DueList.Actionable some = due.actionable(now, place, AT_ONCE);
      disposeOf(some.subjects());
      place = some.next();
    } while (place != null);
  }

  private void disposeOf(List<SubjectId> subjects) {
    Semaphore places = new Semaphore(MOST_UNDER_WAY);
    Executor threads = command -> Thread.ofVirtual().name("ledger-disposal").start(command);
    List<CompletableFuture<Void>> underWay =
        subjects.stream()
            .map(
                subject -> {
                  places.acquireUninterruptibly();
                  return CompletableFuture.runAsync(() -> disposeOf(subject), threads)
                      .whenComplete((nothing, failure) -> places.release());
                })
            .toList();
    try {
      underWay.forEach(CompletableFuture::join);
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException known ? known : failure;
    }
  }

  private void disposeOf(SubjectId subject) {
    try {
      Appended appended =
          commands.execute(
              new DisposeOfDue(subject, UUID.randomUUID(), ACTOR), ACTOR, null, Attachment.none());
      if (!appended.events().isEmpty()) {
        disposed.increment();
      }
    } catch (Refused refused) {
      LOG.warn(
          "The data of {} is due and was not disposed of: {}.",
          subject,
          refused.refusal().getClass().getSimpleName());
    }
  }
}
