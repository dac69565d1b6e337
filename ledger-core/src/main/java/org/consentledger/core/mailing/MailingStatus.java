package org.consentledger.core.mailing;

/** How a mailing stands. */
public enum MailingStatus {
  /** It can be changed; nothing was sent. */
  PLANNED,
  /** Letters leave. */
  RUNNING,
  /** No letter leaves until it is resumed. */
  PAUSED,
  /** It was called off; no letter leaves any more. */
  CANCELLED,
  /** Every letter has met its end. */
  COMPLETED
}
