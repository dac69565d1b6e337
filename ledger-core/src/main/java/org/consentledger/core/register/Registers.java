package org.consentledger.core.register;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consentledger.core.calendar.LegalTerm;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.calendar.LegalTerms;
import org.consentledger.core.legalterm.LegalTermRow;
import org.consentledger.core.legalterm.LegalTermState;
import org.consentledger.core.operator.OperatorState;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that rules look up: purposes and policies with all their versions, the operator, and
 * the terms of the law.
 *
 * @param operator the operator's profile, once it was described
 * @param legalTerms those that an officer changed; the others are as they are shipped
 */
public record Registers(
    SortedMap<PurposeId, PurposeState> purposes,
    SortedMap<PolicyVersion, PolicyState> policies,
    @Nullable OperatorState operator,
    SortedMap<LegalTermId, LegalTermState> legalTerms) {

  /** Nothing was registered yet. */
  public static final Registers EMPTY =
      new Registers(
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
  }

  /** Looks a purpose up, if there is one. */
  public Optional<PurposeState> findPurpose(PurposeId purpose) {
    return Optional.ofNullable(purposes.get(purpose));
  }

  /** Looks a policy version up, if there is one. */
  public Optional<PolicyState> findPolicy(PolicyVersion version) {
    return Optional.ofNullable(policies.get(version));
  }

  /** Whether a category of data is one of those shipped, or needed by a purpose (clause 2.8). */
  public boolean knows(Category category) {
    return Category.SHIPPED.contains(category)
        || purposes.values().stream()
            .flatMap(purpose -> purpose.versions().stream())
            .anyMatch(version -> version.definition().categories().contains(category));
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
    SortedMap<PurposeId, PurposeState> knownPurposes = new TreeMap<>();
    for (PurposeState purpose : purposes.values()) {
      purpose.knownAt(moment).ifPresent(known -> knownPurposes.put(known.purposeId(), known));
    }
    SortedMap<PolicyVersion, PolicyState> knownPolicies = new TreeMap<>();
    for (Map.Entry<PolicyVersion, PolicyState> policy : policies.entrySet()) {
      if (!policy.getValue().publishedAt().isAfter(moment)) {
        knownPolicies.put(policy.getKey(), policy.getValue());
      }
    }
    SortedMap<LegalTermId, LegalTermState> knownTerms = new TreeMap<>();
    for (LegalTermState term : legalTerms.values()) {
      term.knownAt(moment).ifPresent(known -> knownTerms.put(known.id(), known));
    }
    return new Registers(knownPurposes, knownPolicies, operator, knownTerms);
  }
}
