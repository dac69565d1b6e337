package org.consentledger.api.mail.letter;

import java.io.Serial;

/** A letter out of which nothing can be made. It says why, and nothing of what the letter says. */
public final class LetterUnreadable extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final Fault fault;

  /** Why a letter cannot be read. */
  public enum Fault {
    /** There is nothing in it. */
    EMPTY,
    /** Its header names no address of whoever wrote it. */
    NO_SENDER,
    /** Its parts stand in each other too deep, or are too many. */
    TOO_MANY_PARTS,
    /** It is built like no letter. */
    MALFORMED
  }

  LetterUnreadable(Fault fault) {
    super(fault.name(), null, false, false);
    this.fault = fault;
  }

  /** Why it cannot be read. */
  public Fault fault() {
    return fault;
  }
}
