package org.consentledger.core.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.consentledger.core.inventory.InventoryKey;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.RecipientId;

/** The events behind what {@link RegistersBuilder} builds, the same in each run. */
public final class Evidence {

  private Evidence() {}

  /** The event that described a version of a recipient. */
  public static UUID descriptionOf(RecipientId recipient, int number) {
    return named("recipient/" + recipient + "/" + number);
  }

  /** The event that recorded the information from the recipient's country. */
  public static UUID assuranceOf(RecipientId recipient, LocalDate date) {
    return named("assurance/" + recipient + "/" + date);
  }

  /** The event that recorded the notice to the authority. */
  public static UUID noticeOf(RecipientId recipient, LocalDate date) {
    return named("notice/" + recipient + "/" + date);
  }

  /** The event that switched a ground from a moment on. */
  public static UUID switchOf(LegalGround ground, Instant effectiveFrom) {
    return named(ground + "/" + effectiveFrom);
  }

  /** The event that recorded a version of an item of the inventory. */
  public static UUID recordOf(InventoryKey item, int number) {
    return named(item + "/" + number);
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes());
  }
}
