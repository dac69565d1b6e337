package org.consentledger.core.breach;

/** How a breach stands. */
public enum BreachStatus {
  /** The authorised body is to be told, and the term runs. */
  OPEN,
  /** The term is over, and the authorised body was not told. */
  OVERDUE,
  /** The authorised body was told. */
  NOTIFIED,
  /** All was done that is to be done. */
  CLOSED
}
