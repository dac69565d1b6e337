package org.consentledger.core.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item of the inventory with all its versions, the oldest first. Each says the whole of the
 * item, its past included: the newest that is known counts for every moment.
 */
public record InventoryState(InventoryKey key, List<InventoryVersion> versions) {

  /** Copies the list. */
  public InventoryState {
    versions = List.copyOf(versions);
  }

  /** The state after one more event. */
  public static InventoryState evolve(
      @Nullable InventoryState before, InventoryEvent event, UUID eventId) {
    return switch (event) {
      case InventoryEvent.ItemRecorded it -> {
        List<InventoryVersion> more = new ArrayList<>(before == null ? List.of() : before.versions);
        more.add(new InventoryVersion(it.number(), it.content(), it.recordedAt(), eventId));
        yield new InventoryState(it.key(), more);
      }
    };
  }

  /** The newest version. */
  public InventoryVersion latest() {
    return versions.getLast();
  }

  /** Whether the item is in use, or in force, at a moment. */
  public boolean isInForceAt(Instant moment) {
    return latest().content().isInForceAt(moment);
  }

  /** What was known of the item at a moment; nothing where it had not been recorded yet. */
  public Optional<InventoryState> knownAt(Instant moment) {
    List<InventoryVersion> known =
        versions.stream().filter(version -> !version.recordedAt().isAfter(moment)).toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(new InventoryState(key, known));
  }
}
