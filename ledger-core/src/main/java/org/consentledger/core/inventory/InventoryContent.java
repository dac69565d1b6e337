package org.consentledger.core.inventory;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an item of the inventory.
 *
 * @param from since when it is in use, in force or given; missing where it always is
 * @param until from when on it no longer is; missing while no end is known
 * @param marks what can be said of it in one word
 * @param detailsHash keyed hash of everything that is said of it, which tells versions apart and
 *     reveals nothing
 * @param detailsReference where the vault keeps that
 */
public record InventoryContent(
    @Nullable Instant from,
    @Nullable Instant until,
    SortedSet<InventoryMark> marks,
    String detailsHash,
    UUID detailsReference) {

  /** Copies the set. */
  public InventoryContent {
    marks = Collections.unmodifiableSortedSet(new TreeSet<>(marks));
  }

  /** Whether the item is in use, or in force, at a moment. */
  public boolean isInForceAt(Instant moment) {
    return (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
  }

  /** Whether the other says the same; where the vault keeps it does not matter. */
  boolean says(InventoryContent other) {
    return new InventoryContent(from, until, marks, detailsHash, other.detailsReference)
        .equals(other);
  }
}
