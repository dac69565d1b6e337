package org.consentledger.api.request;

/** What became of an answer that leaves by mail; the names are stored. */
enum MailedAnswerState {
  /** It is to be sent. */
  QUEUED,
  /** The mail server has taken it. */
  SENT,
  /** The mail server refuses it for good. */
  REFUSED,
  /** What it says, or whom it goes to, was destroyed with the person's data. */
  GONE
}
