package org.consentledger.api.copies;

/** Why a place does not take a checkpoint, in a word; the names are stored and shown. */
enum Failure {
  /** Nothing answers there. */
  UNREACHABLE,
  /** It does not answer in time. */
  TIMEOUT,
  /** It does not trust the key that signed the checkpoint. */
  FORBIDDEN,
  /** It does not know this log, or the address is wrong. */
  NOT_FOUND,
  /** It does not accept the proof that the tree has only grown. */
  PROOF_REFUSED,
  /** It answered with an error of its own. */
  SERVER_ERROR,
  /** It did not take what was sent. */
  REJECTED,
  /** It answered something else than the protocol has. */
  MALFORMED,
  /** What it signed does not verify. */
  WRONG_SIGNATURE,
  /** It is about another log. */
  FOREIGN,
  /** It holds a larger tree than the database. */
  AHEAD,
  /** It holds another tree than the database. */
  SPLIT_VIEW,
  /** It cannot be written. */
  NOT_WRITABLE,
  /** A fault of the ledger. */
  UNEXPECTED
}
