package org.consentledger.core.testing;

import static java.time.ZoneOffset.UTC;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.Evidence.assuranceOf;
import static org.consentledger.core.testing.Evidence.descriptionOf;
import static org.consentledger.core.testing.Evidence.noticeOf;
import static org.consentledger.core.testing.Evidence.recordOf;
import static org.consentledger.core.testing.Evidence.switchOf;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.COURIER;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOTICE_HASH;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.core.ground.GroundState;
import org.consentledger.core.ground.GroundSwitchEvent;
import org.consentledger.core.ground.GroundSwitchEvent.GroundAllowed;
import org.consentledger.core.ground.GroundSwitchEvent.GroundSwitchedOff;
import org.consentledger.core.inventory.InventoryContent;
import org.consentledger.core.inventory.InventoryEvent.ItemRecorded;
import org.consentledger.core.inventory.InventoryKey;
import org.consentledger.core.inventory.InventoryKind;
import org.consentledger.core.inventory.InventoryState;
import org.consentledger.core.policy.PolicyEvent.PolicyPublished;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.policy.PolicyText;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.purpose.PurposeEvent.PurposeDefined;
import org.consentledger.core.purpose.PurposeEvent.PurposeRetired;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.recipient.RecipientDescription;
import org.consentledger.core.recipient.RecipientEvent;
import org.consentledger.core.recipient.RecipientEvent.CrossBorderAssured;
import org.consentledger.core.recipient.RecipientEvent.CrossBorderNoticeFiled;
import org.consentledger.core.recipient.RecipientEvent.RecipientDescribed;
import org.consentledger.core.recipient.RecipientState;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.InventoryId;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RecipientKind;
import org.jspecify.annotations.Nullable;

/**
 * Builds registers from what happened to them. The policies have a Russian and a Kazakh text, no
 * English one.
 */
public final class RegistersBuilder {

  private final SortedMap<PurposeId, PurposeState> purposes = new TreeMap<>();
  private final SortedMap<PolicyVersion, PolicyState> policies = new TreeMap<>();

  private final SortedMap<RecipientId, RecipientState> recipients = new TreeMap<>();
  private final SortedMap<LegalGround, GroundState> grounds = new TreeMap<>();
  private final SortedMap<InventoryKey, InventoryState> inventory = new TreeMap<>();

  private RegistersBuilder() {}

  /** Registers with nothing in them. */
  public static RegistersBuilder emptyRegisters() {
    return new RegistersBuilder();
  }

  /**
   * Registers with one policy, two purposes that rest on consent, and two recipients in Kazakhstan
   * with a contract.
   */
  public static RegistersBuilder registers() {
    return emptyRegisters()
        .policy(POLICY, BEGINNING)
        .purpose(NEWSLETTER, definition())
        .purpose(SURVEY, definition())
        .recipient(PRINTER, "KZ", RecipientKind.PROCESSOR)
        .recipient(COURIER, "KZ", RecipientKind.THIRD_PARTY);
  }

  /** A version of the policy that changes nothing of substance. */
  public RegistersBuilder policy(PolicyVersion version, Instant effectiveFrom) {
    return policy(version, effectiveFrom, false, null);
  }

  /** A version of the policy that changes what people consented to. */
  public RegistersBuilder materialPolicy(
      PolicyVersion version, Instant effectiveFrom, @Nullable Instant reconsentBy) {
    return policy(version, effectiveFrom, true, reconsentBy);
  }

  private RegistersBuilder policy(
      PolicyVersion version,
      Instant effectiveFrom,
      boolean material,
      @Nullable Instant reconsentBy) {
    PolicyPublished published =
        new PolicyPublished(version, effectiveFrom, material, reconsentBy, texts(), effectiveFrom);
    policies.put(version, PolicyState.evolve(published, evidenceOf(version)));
    return this;
  }

  /** The first version of a purpose, since {@link Samples#BEGINNING}. */
  public RegistersBuilder purpose(PurposeId purpose, DefinitionBuilder definition) {
    return purpose(purpose, definition.build(), BEGINNING);
  }

  /** One more version of a purpose, known and in force since a moment. */
  public RegistersBuilder purpose(
      PurposeId purpose, PurposeDefinition definition, Instant effectiveFrom) {
    PurposeState before = purposes.get(purpose);
    int number = before == null ? 1 : before.latest().number() + 1;
    PurposeDefined defined =
        new PurposeDefined(purpose, number, definition, effectiveFrom, effectiveFrom);
    purposes.put(purpose, PurposeState.evolve(before, defined, evidenceOf(purpose, number)));
    return this;
  }

  public RegistersBuilder retired(PurposeId purpose, Instant retiredAt) {
    PurposeRetired retired = new PurposeRetired(purpose, retiredAt);
    purposes.put(
        purpose, PurposeState.evolve(purposes.get(purpose), retired, retirementOf(purpose)));
    return this;
  }

  /** A recipient with a contract, since {@link Samples#BEGINNING}. */
  public RegistersBuilder recipient(RecipientId recipient, String country, RecipientKind kind) {
    return recipient(recipient, country, kind, true, BEGINNING);
  }

  /** One more version of a recipient, known and in force since a moment. */
  public RegistersBuilder recipient(
      RecipientId recipient,
      String country,
      RecipientKind kind,
      boolean hasContract,
      Instant describedAt) {
    RecipientState before = recipients.get(recipient);
    int number = before == null ? 1 : before.latest().number() + 1;
    RecipientDescription description =
        new RecipientDescription(
            country, kind, hasContract, null, "d".repeat(64), id(910 + number));
    return of(
        new RecipientDescribed(recipient, number, description, describedAt),
        descriptionOf(recipient, number));
  }

  /** The information from the recipient's country (clause 10.2), known since that day. */
  public RegistersBuilder assured(RecipientId recipient, LocalDate date) {
    String country = recipients.get(recipient).latest().country();
    return of(
        new CrossBorderAssured(
            recipient, country, date, "e".repeat(64), id(920), date.atStartOfDay().toInstant(UTC)),
        assuranceOf(recipient, date));
  }

  /** The notice to the authority (clause 10.1), known since that day. */
  public RegistersBuilder noticed(RecipientId recipient, LocalDate date) {
    String country = recipients.get(recipient).latest().country();
    return of(
        new CrossBorderNoticeFiled(
            recipient, country, date, "f".repeat(64), id(921), date.atStartOfDay().toInstant(UTC)),
        noticeOf(recipient, date));
  }

  private RegistersBuilder of(RecipientEvent event, UUID eventId) {
    RecipientId recipient = event.recipientId();
    recipients.put(recipient, RecipientState.evolve(recipients.get(recipient), event, eventId));
    return this;
  }

  /** A switch of a ground, recorded at the moment from which it counts. */
  public RegistersBuilder ground(LegalGround ground, boolean allowed, Instant effectiveFrom) {
    return ground(ground, allowed, effectiveFrom, effectiveFrom);
  }

  /** A switch of a ground from a moment on, recorded before. */
  public RegistersBuilder ground(
      LegalGround ground, boolean allowed, Instant effectiveFrom, Instant recordedAt) {
    GroundSwitchEvent event =
        allowed
            ? new GroundAllowed(ground, effectiveFrom, recordedAt)
            : new GroundSwitchedOff(ground, effectiveFrom, recordedAt);
    grounds.put(
        ground, GroundState.evolve(grounds.get(ground), event, switchOf(ground, effectiveFrom)));
    return this;
  }

  /** One more version of an item of the inventory, known since {@link Samples#BEGINNING}. */
  public RegistersBuilder inventory(
      InventoryKind kind, String item, @Nullable Instant from, @Nullable Instant until) {
    InventoryKey key = new InventoryKey(kind, new InventoryId(item));
    InventoryState before = inventory.get(key);
    int number = before == null ? 1 : before.latest().number() + 1;
    InventoryContent content =
        new InventoryContent(from, until, set(), "0".repeat(64), id(930 + number));
    inventory.put(
        key,
        InventoryState.evolve(
            before,
            new ItemRecorded(kind, key.id(), number, content, BEGINNING),
            recordOf(key, number)));
    return this;
  }

  public Registers build() {
    return new Registers(purposes, policies, recipients, grounds, inventory, null, new TreeMap<>());
  }

  /** The texts of the sample policies. */
  public static SortedMap<Language, PolicyText> texts() {
    SortedMap<Language, PolicyText> texts = new TreeMap<>();
    texts.put(Language.RU, new PolicyText(NOTICE_HASH, id(901)));
    texts.put(Language.KK, new PolicyText("c".repeat(64), id(902)));
    return texts;
  }

  /** The event that defined a version of a purpose. */
  public static UUID evidenceOf(PurposeId purpose, int number) {
    return UUID.nameUUIDFromBytes((purpose + "/" + number).getBytes());
  }

  /** The event that retired a purpose. */
  public static UUID retirementOf(PurposeId purpose) {
    return UUID.nameUUIDFromBytes((purpose + "/retired").getBytes());
  }

  /** The event that published a policy. */
  public static UUID evidenceOf(PolicyVersion version) {
    return UUID.nameUUIDFromBytes(("policy/" + version).getBytes());
  }
}
