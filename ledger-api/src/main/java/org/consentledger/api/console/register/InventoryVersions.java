package org.consentledger.api.console.register;

import java.util.List;
import org.consentledger.core.inventory.InventoryKey;
import org.consentledger.core.inventory.InventoryKind;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.InventoryId;

/** The versions of what is in the inventory. */
final class InventoryVersions {

  private InventoryVersions() {}

  static boolean has(RegisterReader registers, InventoryKind kind, String id) {
    return registers.current().inventory(kind).stream()
        .anyMatch(it -> it.key().id().value().equals(id));
  }

  static List<Register.Version> of(RegisterReader registers, InventoryKind kind, InventoryId id) {
    return registers.current().findInventory(new InventoryKey(kind, id)).stream()
        .flatMap(state -> state.versions().reversed().stream())
        .map(it -> new Register.Version(it.number(), it.recordedAt(), it.evidence()))
        .toList();
  }
}
