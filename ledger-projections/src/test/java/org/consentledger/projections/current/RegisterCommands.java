package org.consentledger.projections.current;

import static org.consentledger.core.testing.Samples.COURIER;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;

import java.time.Instant;
import java.time.LocalDate;
import org.consentledger.core.ground.GroundCommand.SwitchGround;
import org.consentledger.core.inventory.InventoryCommand.RecordItem;
import org.consentledger.core.inventory.InventoryContent;
import org.consentledger.core.inventory.InventoryKey;
import org.consentledger.core.inventory.InventoryKind;
import org.consentledger.core.inventory.InventoryMark;
import org.consentledger.core.recipient.RecipientCommand.DescribeRecipient;
import org.consentledger.core.recipient.RecipientCommand.RecordAssurance;
import org.consentledger.core.recipient.RecipientCommand.RecordNotice;
import org.consentledger.core.recipient.RecipientDescription;
import org.consentledger.core.vocabulary.InventoryId;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.RecipientKind;

/** Commands to the registers, each a little different from the one before. */
final class RegisterCommands {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  private RegisterCommands() {}

  static Object describeRecipient(int number) {
    return new DescribeRecipient(
        COURIER,
        new RecipientDescription(
            number % 3 == 0 ? "DE" : "US",
            RecipientKind.PROCESSOR,
            true,
            DAY,
            hash(number),
            id(number)));
  }

  static Object assure(int number) {
    return new RecordAssurance(COURIER, DAY.plusDays(number % 5), hash(number), id(number));
  }

  static Object giveNotice(int number) {
    return new RecordNotice(COURIER, DAY.plusDays(number % 5), hash(number), id(number));
  }

  /** Not consent, which the decisions of the properties rest on. */
  static Object switchGround(int number, Instant now) {
    return new SwitchGround(LegalGround.CONTRACT, number % 2 == 0, now.plusSeconds(number % 7));
  }

  static Object recordItem(int number) {
    InventoryKind kind = InventoryKind.values()[number % InventoryKind.values().length];
    return new RecordItem(
        new InventoryKey(kind, new InventoryId("ITEM")),
        new InventoryContent(null, null, set(InventoryMark.TECHNICAL), hash(number), id(number)));
  }

  private static String hash(int number) {
    return "%064d".formatted(number);
  }
}
