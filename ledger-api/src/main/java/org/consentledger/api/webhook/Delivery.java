package org.consentledger.api.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event that a webhook is told of.
 *
 * @param attempts how many there were
 * @param dueAt when it is tried next, while it waits
 * @param attemptedAt when it was tried last
 * @param outcome what came of that
 * @param status what the receiver answered
 */
record Delivery(
    long position,
    UUID eventId,
    String type,
    DeliveryState state,
    int attempts,
    Instant dueAt,
    @Nullable Instant attemptedAt,
    @Nullable Outcome outcome,
    @Nullable Integer status) {}
