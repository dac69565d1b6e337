package org.consentledger.core.inventory;

import java.time.Instant;
import java.util.List;
import org.consentledger.core.inventory.InventoryCommand.RecordItem;
import org.consentledger.core.inventory.InventoryEvent.ItemRecorded;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.Category;
import org.jspecify.annotations.Nullable;

/** What comes of a command to the inventory. */
final class InventoryRules {

  private InventoryRules() {}

  /** Clauses 2.4, 2.8, 8.1, 11: what is said of an item makes a version; the same again none. */
  static List<InventoryEvent> decide(
      @Nullable InventoryState item, RecordItem command, Instant now) {
    InventoryKey key = command.key();
    InventoryContent content = command.content();
    theCategoryMustNotBeShipped(key);
    theEndMustFollowTheBeginning(content);
    anUndertakingMustHaveBeenSigned(key, content, now);
    if (item != null && item.latest().content().says(content)) {
      return List.of();
    }
    int number = item == null ? 1 : item.latest().number() + 1;
    return List.of(new ItemRecorded(key.kind(), key.id(), number, content, now));
  }

  /** Clause 2.8: the catalogue that the ledger ships is extended, never changed. */
  private static void theCategoryMustNotBeShipped(InventoryKey key) {
    boolean isShipped =
        key.kind() == InventoryKind.CATEGORY
            && Category.SHIPPED.stream()
                .anyMatch(category -> category.value().equals(key.id().value()));
    if (isShipped) {
      throw new Refused(new Refusal.CategoryShipped());
    }
  }

  private static void theEndMustFollowTheBeginning(InventoryContent content) {
    if (content.from() != null
        && content.until() != null
        && !content.until().isAfter(content.from())) {
      throw new Refused(new Refusal.EndBeforeBeginning());
    }
  }

  /** Section 11: what is not signed yet binds nobody; systems and measures may be planned. */
  private static void anUndertakingMustHaveBeenSigned(
      InventoryKey key, InventoryContent content, Instant now) {
    if (key.kind() == InventoryKind.UNDERTAKING
        && content.from() != null
        && content.from().isAfter(now)) {
      throw new Refused(new Refusal.DateInFuture());
    }
  }
}
