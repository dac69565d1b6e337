package org.consentledger.core.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the log keeps up with the history.
 *
 * @param size how many leaves there are
 * @param unsealed how many events have no leaf yet
 * @param oldestUnsealedAt when the oldest of them was recorded; none where all are sealed
 * @param checkpointSize how many leaves the newest checkpoint speaks of; 0 before the first
 * @param checkpointAt when it was signed; none before the first
 * @param refusal why this node refuses to seal, in a sentence; none where it does not
 */
public record SealStatus(
    long size,
    long unsealed,
    @Nullable Instant oldestUnsealedAt,
    long checkpointSize,
    @Nullable Instant checkpointAt,
    @Nullable String refusal) {}
