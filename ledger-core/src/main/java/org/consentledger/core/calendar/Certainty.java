package org.consentledger.core.calendar;

/** How sure it is that the law says what a row of the terms says. None of it is legal advice. */
public enum Certainty {
  /** Compared with the text of the source. */
  CONFIRMED,
  /** Taken from somebody who cites the source. */
  SECONDARY,
  /** Remembered, and to be checked. */
  FROM_MEMORY,
  /** The source sets no length: the operator does, and this one is where it begins. */
  CHOSEN
}
