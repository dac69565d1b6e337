package org.consentledger.api.mailing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.consentledger.api.jobs.Job;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.mailing.MailingCommand.CompleteMailing;
import org.consentledger.core.mailing.MailingState;
import org.consentledger.projections.mailing.Mailings;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the letters of mailings leave: those of one after those of another, in turns, at one pace.
 * It runs on one node; where it is cut off, another goes on, and no letter leaves twice.
 */
@Component
final class MailingJob implements Job {

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int AT_ONCE = 200;

  /** Other jobs wait for the same threads, so that it lets them have them now and then. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Mailings mailings;
  private final MailingAudience audience;
  private final Letters letters;
  private final MailingRuns runs;
  private final LetterServer server;
  private final Commands commands;
  private volatile boolean ending;

  MailingJob(
      Mailings mailings,
      MailingAudience audience,
      Letters letters,
      MailingRuns runs,
      LetterServer server,
      Commands commands) {
    this.mailings = mailings;
    this.audience = audience;
    this.letters = letters;
    this.runs = runs;
    this.server = server;
    this.commands = commands;
  }

  @EventListener(ContextClosedEvent.class)
  void end() {
    ending = true;
  }

  @Override
  public String name() {
    return "mailing";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    List<MailingState> running = mailings.running();
    if (running.isEmpty() || !server.isConfigured()) {
      return;
    }
    try (MailingRuns.Run run = runs.begin(() -> ending)) {
      running.forEach(mailing -> letters.giveUpAbandoned(mailing.mailingId()));
      long began = System.nanoTime();
      boolean isGoingOn = true;
      while (isGoingOn && !ending && System.nanoTime() - began < LONGEST_NANOS) {
        isGoingOn = false;
        for (MailingState mailing : mailings.running()) {
          isGoingOn |= send(run, mailing);
        }
      }
    }
  }

  /** Whether there was anything to send. */
  private boolean send(MailingRuns.Run run, MailingState mailing) {
    audience.complete(mailing);
    List<Letters.Entry> due = letters.due(mailing.mailingId(), AT_ONCE);
    if (!due.isEmpty()) {
      return run.send(mailing, due);
    }
    if (letters.areSettled(mailing.mailingId())) {
      commands.execute(
          new CompleteMailing(mailing.mailingId(), letters.count(mailing.mailingId())),
          LetterPermit.ACTOR,
          null,
          Attachment.none());
    }
    return false;
  }
}
