package org.consentledger.core.inventory;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.InventoryId;

/** What can happen to the inventory. */
public sealed interface InventoryEvent {

  /** The item concerned. */
  InventoryKey key();

  /**
   * It was said what an item is (clauses 2.4, 2.8, 8.1, 11).
   *
   * @param kind what it is
   * @param id its name among those of its kind
   * @param number counts the versions, from 1
   * @param content what was said of it
   * @param recordedAt when that was recorded
   */
  @Revision("1")
  record ItemRecorded(
      InventoryKind kind, InventoryId id, int number, InventoryContent content, Instant recordedAt)
      implements InventoryEvent {

    @Override
    public InventoryKey key() {
      return new InventoryKey(kind, id);
    }
  }
}
