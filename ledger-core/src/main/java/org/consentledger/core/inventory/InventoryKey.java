package org.consentledger.core.inventory;

import java.util.Comparator;
import org.consentledger.core.vocabulary.InventoryId;

/** Which item of the inventory: its kind, and its name among those of the kind. */
public record InventoryKey(InventoryKind kind, InventoryId id) implements Comparable<InventoryKey> {

  private static final Comparator<InventoryKey> ORDER =
      Comparator.comparing(InventoryKey::kind).thenComparing(InventoryKey::id);

  @Override
  public int compareTo(InventoryKey other) {
    return ORDER.compare(this, other);
  }

  /** Such as {@code information-system:crm}. */
  @Override
  public String toString() {
    return kind.word() + ":" + id;
  }
}
