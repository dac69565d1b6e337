package org.consentledger.core.eventstore;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The database is away, or does not answer in time. Whether a command had its effect is not known;
 * sent again with the same idempotency key, it has it once.
 */
public final class LedgerUnavailable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  LedgerUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
