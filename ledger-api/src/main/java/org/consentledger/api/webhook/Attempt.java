package org.consentledger.api.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to tell a receiver.
 *
 * @param status what it answered, if it did
 * @param retryAfter how long it asked to wait, if it did
 */
record Attempt(Outcome outcome, @Nullable Integer status, @Nullable Duration retryAfter) {

  static Attempt failed(Outcome outcome) {
    return new Attempt(outcome, null, null);
  }

  boolean isDelivered() {
    return outcome == Outcome.DELIVERED;
  }
}
