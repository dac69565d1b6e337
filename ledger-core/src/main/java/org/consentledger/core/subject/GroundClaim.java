package org.consentledger.core.subject;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * A ground other than consent on which the operator says that it may process (section 7, clause
 * 3.1).
 *
 * @param groundId names this claim for as long as there is a history
 * @param ground which ground
 * @param purposeId for what
 * @param categories the categories of data that it covers, never empty
 * @param evidenceReference where the vault keeps the evidence that the ground's clause demands
 * @param approverReference where the vault keeps who approved it; nobody but the actor where there
 *     is none
 * @param validUntil the moment from which it no longer holds
 */
public record GroundClaim(
    UUID groundId,
    LegalGround ground,
    PurposeId purposeId,
    SortedSet<Category> categories,
    UUID evidenceReference,
    @Nullable UUID approverReference,
    Instant validUntil) {

  /** Copies the set. */
  public GroundClaim {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
  }
}
