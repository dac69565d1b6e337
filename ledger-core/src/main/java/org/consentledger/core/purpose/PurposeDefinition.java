package org.consentledger.core.purpose;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * What a purpose of processing is (section 6): which data, which actions, on which grounds, for how
 * long.
 *
 * @param titleHash keyed hash of the titles in all languages, which tells versions apart and
 *     reveals nothing
 * @param titleReference where the vault keeps the titles
 * @param policyVersion the version of the policy that announces the purpose
 * @param categories the categories of data it needs (clauses 5.4, 5.5)
 * @param actions the actions it allows; all others are denied (clause 2.6)
 * @param grounds the grounds on which it may rest (section 7)
 * @param marketing whether it promotes goods or services (clause 4.1)
 * @param distribution whether it disseminates to an unlimited circle (clause 2.9)
 * @param retention how long data is kept after the purpose ends for a subject (clause 5.7), ISO
 *     8601
 * @param consentTerm how long a consent holds (law, article 8(4)), ISO 8601
 * @param disposal what becomes of the data
 * @param disposalApproval whether somebody approves that
 * @param incompatibleWith purposes with which it must never be joined (clause 5.3)
 * @param doubleOptIn true where consent that comes from afar is to be confirmed out of the person's
 *     own mailbox; otherwise missing, as in events of before it could be demanded
 */
public record PurposeDefinition(
    String titleHash,
    UUID titleReference,
    PolicyVersion policyVersion,
    SortedSet<Category> categories,
    SortedSet<ProcessingAction> actions,
    SortedSet<LegalGround> grounds,
    boolean marketing,
    boolean distribution,
    @Nullable String retention,
    @Nullable String consentTerm,
    DisposalMethod disposal,
    DisposalApproval disposalApproval,
    SortedSet<PurposeId> incompatibleWith,
    @Nullable Boolean doubleOptIn) {

  /** Copies the sets; what is not demanded is missing. */
  public PurposeDefinition {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    actions = Collections.unmodifiableSortedSet(new TreeSet<>(actions));
    grounds = Collections.unmodifiableSortedSet(new TreeSet<>(grounds));
    incompatibleWith = Collections.unmodifiableSortedSet(new TreeSet<>(incompatibleWith));
    doubleOptIn = Boolean.TRUE.equals(doubleOptIn) ? Boolean.TRUE : null;
  }

  /** Whether consent that comes from afar is to be confirmed out of the person's own mailbox. */
  public boolean demandsDoubleOptIn() {
    return doubleOptIn != null;
  }

  /**
   * When a consent that is given at this moment ends by the purpose's own term; none where it has
   * none.
   */
  public @Nullable Instant consentEnd(Instant givenAt) {
    return consentTerm == null
        ? null
        : givenAt.atZone(Kazakhstan.ZONE).plus(PeriodDuration.parse(consentTerm)).toInstant();
  }

  /**
   * When another ground that is claimed at this moment ends where nobody says when: as a consent
   * would, or after a year. No ground is without a term (section 6).
   */
  public Instant claimEnd(Instant claimedAt) {
    Instant end = consentEnd(claimedAt);
    return end == null ? claimedAt.atZone(Kazakhstan.ZONE).plusYears(1).toInstant() : end;
  }

  /** Until when data is kept whose last ground ended at this moment (clause 5.7). */
  public Instant retentionEnd(Instant endedAt) {
    return retention == null
        ? endedAt
        : endedAt.atZone(Kazakhstan.ZONE).plus(PeriodDuration.parse(retention)).toInstant();
  }

  /** Whether the other says the same; where the vault keeps the titles does not matter. */
  boolean says(PurposeDefinition other) {
    return withTitleAt(other.titleReference).equals(other);
  }

  private PurposeDefinition withTitleAt(UUID reference) {
    return new PurposeDefinition(
        titleHash,
        reference,
        policyVersion,
        categories,
        actions,
        grounds,
        marketing,
        distribution,
        retention,
        consentTerm,
        disposal,
        disposalApproval,
        incompatibleWith,
        doubleOptIn);
  }
}
