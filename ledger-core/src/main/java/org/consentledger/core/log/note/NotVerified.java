package org.consentledger.core.log.note;

/** Something that is written as it should be, and is not vouched for by whom it should be. */
public final class NotVerified extends RuntimeException {

  /** With what is wrong, in a sentence. */
  public NotVerified(String message) {
    super(message);
  }
}
