package org.consentledger.core.register;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consentledger.core.calendar.LegalTerm;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.calendar.LegalTerms;
import org.consentledger.core.ground.GroundState;
import org.consentledger.core.ground.GroundSwitch;
import org.consentledger.core.inventory.InventoryKey;
import org.consentledger.core.inventory.InventoryKind;
import org.consentledger.core.inventory.InventoryState;
import org.consentledger.core.legalterm.LegalTermRow;
import org.consentledger.core.legalterm.LegalTermState;
import org.consentledger.core.operator.OperatorState;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.recipient.RecipientState;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.InventoryId;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that rules look up: purposes, policies and recipients with all their versions, the
 * switches of the grounds, the inventory, the operator, and the terms of the law.
 *
 * @param grounds those that were switched; the others are allowed
 * @param operator the operator's profile, once it was described
 * @param legalTerms those that an officer changed; the others are as they are shipped
 */
public record Registers(
    SortedMap<PurposeId, PurposeState> purposes,
    SortedMap<PolicyVersion, PolicyState> policies,
    SortedMap<RecipientId, RecipientState> recipients,
    SortedMap<LegalGround, GroundState> grounds,
    SortedMap<InventoryKey, InventoryState> inventory,
    @Nullable OperatorState operator,
    SortedMap<LegalTermId, LegalTermState> legalTerms) {

  /** Nothing was registered yet. */
  public static final Registers EMPTY =
      new Registers(
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          null,
          Collections.emptySortedMap());

  private static final LegalTerms SHIPPED_TERMS = LegalTerms.shipped();

  private static final Comparator<PolicyState> BY_BEGINNING =
      Comparator.comparing(PolicyState::effectiveFrom).thenComparing(PolicyState::publishedAt);

  /** Copies the maps. */
  public Registers {
    purposes = Collections.unmodifiableSortedMap(new TreeMap<>(purposes));
    policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    legalTerms = Collections.unmodifiableSortedMap(new TreeMap<>(legalTerms));
    recipients = Collections.unmodifiableSortedMap(new TreeMap<>(recipients));
    grounds = Collections.unmodifiableSortedMap(new TreeMap<>(grounds));
    inventory = Collections.unmodifiableSortedMap(new TreeMap<>(inventory));
  }

  /** Looks a purpose up, if there is one. */
  public Optional<PurposeState> findPurpose(PurposeId purpose) {
    return Optional.ofNullable(purposes.get(purpose));
  }

  /** Looks a policy version up, if there is one. */
  public Optional<PolicyState> findPolicy(PolicyVersion version) {
    return Optional.ofNullable(policies.get(version));
  }

  /** Looks a recipient up, if there is one (clause 2.11). */
  public Optional<RecipientState> findRecipient(RecipientId recipient) {
    return Optional.ofNullable(recipients.get(recipient));
  }

  /** Looks an item of the inventory up, if there is one. */
  public Optional<InventoryState> findInventory(InventoryKey key) {
    return Optional.ofNullable(inventory.get(key));
  }

  /** All items of this kind, in the order of their names. */
  public List<InventoryState> inventory(InventoryKind kind) {
    return inventory.values().stream().filter(item -> item.key().kind() == kind).toList();
  }

  /** The systems that hold personal data at a moment, in the order of their names (clause 2.4). */
  public List<InventoryState> informationSystemsInUse(Instant moment) {
    return inventory(InventoryKind.INFORMATION_SYSTEM).stream()
        .filter(system -> system.isInForceAt(moment))
        .toList();
  }

  /**
   * Whether a category of data is one of those shipped, of the operator's own catalogue, or needed
   * by a purpose (clause 2.8).
   */
  public boolean knows(Category category) {
    return Category.SHIPPED.contains(category)
        || inventory.containsKey(
            new InventoryKey(InventoryKind.CATEGORY, new InventoryId(category.value())))
        || purposes.values().stream()
            .flatMap(purpose -> purpose.versions().stream())
            .anyMatch(version -> version.definition().categories().contains(category));
  }

  /** The switches of a ground; see {@link GroundState}. */
  public GroundState ground(LegalGround ground) {
    return grounds.getOrDefault(ground, GroundState.untouched(ground));
  }

  /** Whether a ground may be used at a moment (section 7). */
  public boolean isAllowed(LegalGround ground, Instant moment) {
    return ground(ground).isAllowedAt(moment);
  }

  /** The event by which a ground may not be used at a moment; none where it may. */
  public Optional<UUID> switchedOffBy(LegalGround ground, Instant moment) {
    return ground(ground)
        .standingAt(moment)
        .filter(standing -> !standing.allowed())
        .map(GroundSwitch::evidence);
  }

  /** When a ground will be switched off next after a moment, if that is settled already. */
  public Optional<Instant> nextSwitchOff(LegalGround ground, Instant moment) {
    return ground(ground).nextSwitchOffAfter(moment);
  }

  /** Looks a purpose up, for a command that needs it; refuses where there is none (clause 5.2). */
  public PurposeState purpose(PurposeId purpose) {
    return findPurpose(purpose).orElseThrow(() -> new Refused(new Refusal.PurposeUnknown()));
  }

  /**
   * Looks a policy version up, for a command that needs it; refuses where there is none (clause
   * 12.2).
   */
  public PolicyState policy(PolicyVersion version) {
    return findPolicy(version).orElseThrow(() -> new Refused(new Refusal.PolicyUnknown()));
  }

  /**
   * The version of the policy that is in force at a moment: the one that began last (clause 12.2).
   */
  public Optional<PolicyState> policyInForce(Instant moment) {
    return policies.values().stream()
        .filter(policy -> !policy.effectiveFrom().isAfter(moment))
        .max(BY_BEGINNING);
  }

  /**
   * From when on consents under this version of the policy no longer hold, because a later version
   * changed what they were given for (clause 12.2). Empty where no later version did.
   */
  public Optional<PolicyState> endsConsentsUnder(PolicyVersion version) {
    return findPolicy(version)
        .flatMap(
            consented ->
                policies.values().stream()
                    .filter(PolicyState::material)
                    .filter(later -> BY_BEGINNING.compare(later, consented) > 0)
                    .min(
                        Comparator.comparing(
                            later -> later.endsEarlierConsentsAt().orElseThrow())));
  }

  /**
   * The term of the law that is in force at a moment: as an officer changed it, or as it is
   * shipped.
   */
  public LegalTerm legalTerm(LegalTermId id, Instant moment) {
    return rowsOf(id)
        .map(LegalTermRow::term)
        .filter(term -> term.isInForceAt(moment))
        .findFirst()
        .orElseThrow();
  }

  /** The rows of all terms; those of one term hold one after the other. */
  public List<LegalTermRow> legalTermRows() {
    return Stream.of(LegalTermId.values()).flatMap(this::rowsOf).toList();
  }

  private Stream<LegalTermRow> rowsOf(LegalTermId id) {
    return LegalTermRow.of(id, SHIPPED_TERMS, legalTerms.get(id)).stream();
  }

  /** What was known at a moment. */
  public Registers knownAt(Instant moment) {
    return new Registers(
        known(purposes, purpose -> purpose.knownAt(moment)),
        known(
            policies,
            policy -> Optional.of(policy).filter(one -> !one.publishedAt().isAfter(moment))),
        known(recipients, recipient -> recipient.knownAt(moment)),
        known(grounds, ground -> ground.knownAt(moment)),
        known(inventory, item -> item.knownAt(moment)),
        operator,
        known(legalTerms, term -> term.knownAt(moment)));
  }

  private static <K extends Comparable<K>, S> SortedMap<K, S> known(
      SortedMap<K, S> all, Function<S, Optional<S>> knownOf) {
    SortedMap<K, S> known = new TreeMap<>();
    all.forEach((key, state) -> knownOf.apply(state).ifPresent(it -> known.put(key, it)));
    return known;
  }
}
