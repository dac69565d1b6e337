package org.consentledger.core.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A secret that signs.
 *
 * @param reference where the vault keeps it
 * @param madeAt since when it signs
 * @param until from when on it no longer does; missing while no end is known
 */
public record WebhookSecret(UUID reference, Instant madeAt, @Nullable Instant until) {

  boolean isInForceAt(Instant moment) {
    return until == null || moment.isBefore(until);
  }

  /** The same, ended at a moment, or before where it ends before. */
  WebhookSecret endedBy(@Nullable Instant moment) {
    boolean endsBefore = moment == null || (until != null && until.isBefore(moment));
    return endsBefore ? this : new WebhookSecret(reference, madeAt, moment);
  }
}
