package org.consentledger.core.eventstore;

import java.io.Serial;

/** The aggregate changed since the sender looked at it. Nothing was changed. */
public final class StaleVersion extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  StaleVersion() {
    super("The aggregate has another version.", null, false, false);
  }
}
