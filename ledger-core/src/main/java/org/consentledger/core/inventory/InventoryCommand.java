package org.consentledger.core.inventory;

/** What may be asked of the inventory. */
public sealed interface InventoryCommand {

  /** The item concerned. */
  InventoryKey key();

  /** Says what an item is; something else than before makes a new version. */
  record RecordItem(InventoryKey key, InventoryContent content) implements InventoryCommand {}
}
