package org.consentledger.core.testing;

import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOTICE_HASH;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.core.policy.PolicyEvent.PolicyPublished;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.policy.PolicyText;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.purpose.PurposeEvent.PurposeDefined;
import org.consentledger.core.purpose.PurposeEvent.PurposeRetired;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * Builds registers from what happened to purposes and policies. The policies have a Russian and a
 * Kazakh text, no English one.
 */
public final class RegistersBuilder {

  private final SortedMap<PurposeId, PurposeState> purposes = new TreeMap<>();
  private final SortedMap<PolicyVersion, PolicyState> policies = new TreeMap<>();

  private RegistersBuilder() {}

  /** Registers with nothing in them. */
  public static RegistersBuilder emptyRegisters() {
    return new RegistersBuilder();
  }

  /** Registers with one policy and two purposes that rest on consent. */
  public static RegistersBuilder registers() {
    return emptyRegisters()
        .policy(POLICY, BEGINNING)
        .purpose(NEWSLETTER, definition())
        .purpose(SURVEY, definition());
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

  public Registers build() {
    return new Registers(purposes, policies, null, new TreeMap<>());
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
