package org.consentledger.api.feed;

/** Why the ledger ends a feed. Whoever follows connects again after the last event it has. */
enum FeedEnd {
  /** This node ends; another goes on. */
  SHUTTING_DOWN,
  /** The history is not the one that was signed. */
  LEDGER_HALTED,
  /** The access token is over. */
  TOKEN_EXPIRED,
  /** The database is away. */
  UNAVAILABLE
}
