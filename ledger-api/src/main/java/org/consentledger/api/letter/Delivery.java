package org.consentledger.api.letter;

/** What became of a letter that was handed to the mail server. */
public sealed interface Delivery {

  /** The server took it. */
  record Taken() implements Delivery {}

  /** The server did not take it, and may take it later; it has not left. */
  record Postponed() implements Delivery {}

  /**
   * The server refused it for good; it has not left.
   *
   * @param address whether that is for the address, and not for what the letter says
   */
  record Refused(boolean address) implements Delivery {}

  /** The connection broke when the server may have taken it already. */
  record Unclear() implements Delivery {}
}
