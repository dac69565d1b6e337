package org.consentledger.api.copies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a place outside is.
 *
 * @param since when it was named first
 * @param size of the checkpoint that it was given last; 0 for none
 * @param signatures how many that had
 * @param deliveredAt when
 * @param failure why it does not take the newest; none where it does
 * @param failingSince since when
 * @param failures how often in a row
 * @param retryAt when it is tried again
 * @param seenSize the size of a tree that it holds against the database
 * @param seenDiffers whether that is another tree, and not only a larger one
 */
record CopyState(
    Instant since,
    long size,
    int signatures,
    @Nullable Instant deliveredAt,
    @Nullable String failure,
    @Nullable Instant failingSince,
    int failures,
    @Nullable Instant retryAt,
    @Nullable Long seenSize,
    boolean seenDiffers) {

  boolean mayBeTriedAt(Instant moment) {
    return retryAt == null || !moment.isBefore(retryAt);
  }
}
