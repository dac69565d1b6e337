package org.consentledger.api.mailing;

/** How one letter of a mailing stands. */
enum LetterState {
  /** Its turn has not come. */
  PENDING,
  /** Permitted and recorded; it is being handed over. */
  SENDING,
  /** The mail server did not take it yet. */
  DEFERRED,
  /** The mail server took it. */
  SENT,
  /** It was not permitted when its turn came. */
  DENIED,
  /** A mail server refused it for good, at once or by a later report. */
  BOUNCED,
  /** It could not be made, or was not taken in time. */
  FAILED,
  /** Its address refused too many letters before. */
  SUSPENDED,
  /** It was being handed over when the ledger or the connection broke off. */
  UNKNOWN
}
