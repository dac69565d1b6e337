package org.consentledger.core.inventory;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of an item; see {@link InventoryEvent.ItemRecorded}.
 *
 * @param evidence the event that recorded it
 */
public record InventoryVersion(
    int number, InventoryContent content, Instant recordedAt, UUID evidence) {}
