package org.consentledger.api.inventory;

import org.consentledger.core.vocabulary.InventoryId;

/** What recording an item of the inventory answers besides. */
record InventoryMembers(InventoryId id) {}
