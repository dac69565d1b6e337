package org.consentledger.core.eventstore;

import java.io.Serial;

/**
 * The log over the history must not go on as it is, so nothing is recorded either: what came now
 * would take the places of what is missing. Nothing was changed.
 */
public final class LedgerHalted extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  LedgerHalted(String reason) {
    super(reason, null, false, false);
  }
}
