package org.consentledger.core.refusal;

import java.io.Serial;

/** Carries a {@link Refusal} out of a command. Nothing was changed. */
public final class Refused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /**
   * Refuses for the given reason; without a stack trace, because a refusal is an answer and no
   * fault.
   */
  public Refused(Refusal refusal) {
    super(refusal.getClass().getSimpleName(), null, false, false);
    this.refusal = refusal;
  }

  /** Why the command was refused. */
  public Refusal refusal() {
    return refusal;
  }
}
