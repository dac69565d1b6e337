package org.consentledger.api.subject;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.consentledger.api.jobs.Job;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.LedgerHalted;
import org.consentledger.core.eventstore.LedgerUnavailable;
import org.consentledger.core.subject.SubjectCommand.ExpireConsent;
import org.consentledger.projections.current.DueConsents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Records that consents reached the end of their terms (clause 8.9), so that the end has its place
 * in the history and its receipt. Nothing waits for it: decisions ask the clock. One node does it
 * at a time; where it is cut off, or two do it after all, each end is recorded once, because the
 * rules say so.
 */
@Component
final class ConsentExpiry implements Job {

  /** Who records it: nobody asked for it. */
  static final String ACTOR = "ledger";

  private static final Logger LOG = LoggerFactory.getLogger(ConsentExpiry.class);
  private static final int AT_ONCE = 200;

  private final DueConsents dueConsents;
  private final Commands commands;
  private final Clock clock;
  private final Duration every;

  ConsentExpiry(
      DueConsents dueConsents,
      Commands commands,
      Clock clock,
      @Value("${ledger.consent-expiry-every:PT10S}") Duration every) {
    this.dueConsents = dueConsents;
    this.commands = commands;
    this.clock = clock;
    this.every = every;
  }

  @Override
  public String name() {
    return "consent-expiry";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public void run() {
    DueConsents.@Nullable Due last = null;
    List<DueConsents.Due> batch;
    do {
      batch = dueConsents.endedBy(clock.instant(), last, AT_ONCE);
      batch.forEach(this::recordEnd);
      last = batch.isEmpty() ? null : batch.getLast();
    } while (batch.size() == AT_ONCE);
  }

  /** One that fails is tried again the next time, and keeps no other from being recorded. */
  private void recordEnd(DueConsents.Due due) {
    try {
      commands.execute(
          new ExpireConsent(due.subjectId(), due.purposeId()), ACTOR, null, Attachment.none());
    } catch (LedgerUnavailable | LedgerHalted notNow) {
      throw notNow;
    } catch (RuntimeException failure) {
      LOG.error(
          "The end of a consent to {} could not be recorded: {}",
          due.purposeId(),
          failure.getClass().getSimpleName());
    }
  }
}
