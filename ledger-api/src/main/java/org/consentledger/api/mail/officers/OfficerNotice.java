package org.consentledger.api.mail.officers;

/** What officers are told of. The names are stored, and are those of the settings. */
public enum OfficerNotice {
  /** A request came in. */
  REQUEST_RECEIVED,
  /** Half of a request's term has come, one working day is left, or it is the last day. */
  REQUEST_DUE,
  /** The term of a request is over. */
  REQUEST_OVERDUE,
  /** Sending to somebody pauses until an officer has found out whether they withdrew (8.4). */
  SENDING_SUSPENDED,
  /** A letter came that nobody can read, or at which the program failed. */
  LETTER_QUARANTINED,
  /** Data is to be disposed of when a second person has approved it. */
  DISPOSAL_TO_APPROVE,
  /** The answer to a request did not reach the person by mail. */
  ANSWER_NOT_SENT,
  /** A breach was found, of which the authorised body is to be told. */
  BREACH_FOUND,
  /** It is the last day to tell the authorised body of a breach. */
  BREACH_DUE,
  /** The term is over, and the authorised body was not told of a breach. */
  BREACH_OVERDUE;

  /** Whether it comes with a day, and not with an event; such a notice is always a daily one. */
  boolean isReminder() {
    return this == REQUEST_DUE || this == BREACH_DUE;
  }
}
