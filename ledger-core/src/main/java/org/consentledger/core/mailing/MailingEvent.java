package org.consentledger.core.mailing;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.MailingId;

/** What can happen to a mailing. Each letter is an event of its person: processing recorded. */
public sealed interface MailingEvent {

  /** The mailing concerned. */
  MailingId mailingId();

  /**
   * A mailing was planned, or planned anew.
   *
   * @param number counts the plans, from 1
   * @param plannedAt when it was recorded
   */
  @Revision("1")
  record MailingPlanned(MailingId mailingId, int number, MailingPlan plan, Instant plannedAt)
      implements MailingEvent {}

  /**
   * It began.
   *
   * @param startedAt when it was recorded
   */
  @Revision("1")
  record MailingStarted(MailingId mailingId, Instant startedAt) implements MailingEvent {}

  /**
   * It was stopped for a while.
   *
   * @param pausedAt when it was recorded
   */
  @Revision("1")
  record MailingPaused(MailingId mailingId, Instant pausedAt) implements MailingEvent {}

  /**
   * It went on.
   *
   * @param resumedAt when it was recorded
   */
  @Revision("1")
  record MailingResumed(MailingId mailingId, Instant resumedAt) implements MailingEvent {}

  /**
   * It was called off.
   *
   * @param cancelledAt when it was recorded
   */
  @Revision("1")
  record MailingCancelled(MailingId mailingId, Instant cancelledAt) implements MailingEvent {}

  /**
   * Every letter has met its end. Letters may still come back later.
   *
   * @param counts what had become of them by then
   * @param completedAt when it was recorded
   */
  @Revision("1")
  record MailingCompleted(MailingId mailingId, MailingCounts counts, Instant completedAt)
      implements MailingEvent {}
}
