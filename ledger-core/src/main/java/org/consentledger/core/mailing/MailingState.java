package org.consentledger.core.mailing;

import java.time.Instant;
import org.consentledger.core.mailing.MailingEvent.MailingCancelled;
import org.consentledger.core.mailing.MailingEvent.MailingCompleted;
import org.consentledger.core.mailing.MailingEvent.MailingPaused;
import org.consentledger.core.mailing.MailingEvent.MailingPlanned;
import org.consentledger.core.mailing.MailingEvent.MailingResumed;
import org.consentledger.core.mailing.MailingEvent.MailingStarted;
import org.consentledger.core.vocabulary.MailingId;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a mailing: the fold of its events.
 *
 * @param number counts its plans, from 1
 * @param plan the plan that holds
 * @param plannedAt when that was made
 * @param startedAt when it began, once it has
 * @param endedAt when it was completed or called off, once it was
 */
public record MailingState(
    MailingId mailingId,
    int number,
    MailingPlan plan,
    MailingStatus status,
    Instant plannedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /** The state after one more event. */
  public static MailingState evolve(@Nullable MailingState before, MailingEvent event) {
    if (event instanceof MailingPlanned it) {
      return new MailingState(
          it.mailingId(),
          it.number(),
          it.plan(),
          MailingStatus.PLANNED,
          it.plannedAt(),
          null,
          null);
    }
    if (before == null) {
      throw new IllegalStateException("A mailing begins with its plan.");
    }
    return before.after(event);
  }

  private MailingState after(MailingEvent event) {
    return switch (event) {
      case MailingPlanned again -> this;
      case MailingStarted it -> with(MailingStatus.RUNNING, it.startedAt(), null);
      case MailingPaused it -> with(MailingStatus.PAUSED, startedAt, null);
      case MailingResumed it -> with(MailingStatus.RUNNING, startedAt, null);
      case MailingCancelled it -> with(MailingStatus.CANCELLED, startedAt, it.cancelledAt());
      case MailingCompleted it -> with(MailingStatus.COMPLETED, startedAt, it.completedAt());
    };
  }

  private MailingState with(
      MailingStatus changed, @Nullable Instant started, @Nullable Instant ended) {
    return new MailingState(mailingId, number, plan, changed, plannedAt, started, ended);
  }
}
