package org.consentledger.api.webhook;

/** What came of an attempt to tell a receiver, in a word; the names are stored and shown. */
enum Outcome {
  /** It answered with 2xx. */
  DELIVERED,
  /** Nothing answers there, or the connection broke. */
  UNREACHABLE,
  /** It did not answer in time. */
  TIMEOUT,
  /** There is no secure connection with it: its certificate, or its protocol. */
  NOT_SECURE,
  /** Its name leads to an address that may not be called. */
  ADDRESS_REFUSED,
  /** It sent the ledger elsewhere (3xx), which is not followed. */
  REDIRECTED,
  /** It did not take what was sent (4xx). */
  REJECTED,
  /** It wants no more (410): the webhook was ended. */
  GONE,
  /** It asked for less at a time (429). */
  THROTTLED,
  /** It has an error of its own (5xx). */
  SERVER_ERROR;

  static Outcome of(int status) {
    return switch (status / 100) {
      case 2 -> DELIVERED;
      case 3 -> REDIRECTED;
      case 4 ->
          switch (status) {
            case 410 -> GONE;
            case 429 -> THROTTLED;
            default -> REJECTED;
          };
      default -> SERVER_ERROR;
    };
  }
}
