package org.consentledger.core.log;

import java.io.Serial;

/** The log cannot go on as it is. The message is a sentence for the person who runs the ledger. */
public final class LogUnusable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  LogUnusable(String message) {
    super(message);
  }
}
