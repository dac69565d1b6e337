package org.consentledger.api.mail.acknowledgement;

/** By what the ledger knows its own letters when they come back. */
public final class LoopMark {

  /** The header field. */
  public static final String FIELD = "X-Loop";

  /** What stands in it. */
  public static final String TEXT = "consent-ledger";

  private LoopMark() {}
}
