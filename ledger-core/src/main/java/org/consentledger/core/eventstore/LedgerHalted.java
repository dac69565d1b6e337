package org.consentledger.core.eventstore;

import java.io.Serial;

/**
 * The log over the history must not go on as it is. So nothing is recorded, because what came now
 * would take the places of what is missing; and nothing is decided, because what is missing may be
 * a withdrawal. Nothing was changed.
 */
public final class LedgerHalted extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param reason a sentence for the person who runs the ledger; not for who sent the request
   */
  public LedgerHalted(String reason) {
    super(reason, null, false, false);
  }
}
