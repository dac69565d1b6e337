package org.consentledger.core.personaldata;

import java.io.Serial;

/** The vault cannot be opened. The message is a sentence for the person who starts the ledger. */
public final class VaultUnusable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  VaultUnusable(String message) {
    super(message);
  }
}
