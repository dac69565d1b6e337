package org.consentledger.core.mailing;

import org.consentledger.core.vocabulary.MailingId;

/** What may be asked of a mailing. */
public sealed interface MailingCommand {

  /** The mailing concerned. */
  MailingId mailingId();

  /** Plans a mailing, or plans it anew while it has not begun. */
  record PlanMailing(MailingId mailingId, MailingPlan plan) implements MailingCommand {}

  /** Lets it begin. */
  record StartMailing(MailingId mailingId) implements MailingCommand {}

  /** Stops it until it is resumed. */
  record PauseMailing(MailingId mailingId) implements MailingCommand {}

  /** Lets it go on. */
  record ResumeMailing(MailingId mailingId) implements MailingCommand {}

  /** Calls it off, for good. */
  record CancelMailing(MailingId mailingId) implements MailingCommand {}

  /** Records that every letter has met its end; nothing happens where it is not running. */
  record CompleteMailing(MailingId mailingId, MailingCounts counts) implements MailingCommand {}
}
