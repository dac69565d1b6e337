package org.consentledger.api.command;

import java.io.Serial;

/** An idempotency key was used before, with another request. */
final class KeyReused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  KeyReused() {
    super("The idempotency key was used with another request.", null, false, false);
  }
}
