package org.consentledger.api.subject;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.subject.ClaimedGround;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * A ground other than consent.
 *
 * @param groundId names the claim
 * @param clause the clause of the policy that names the ground
 * @param status whether it holds
 * @param categories the categories that it covers
 * @param effectiveAt since when: a moment in UTC
 * @param validUntil the end of its term: a moment in UTC
 * @param endedAt when it was ended before its term: a moment in UTC; missing where it was not
 * @param evidence the event that claimed it
 */
public record ClaimedGroundView(
    UUID groundId,
    LegalGround ground,
    String clause,
    GroundStatus status,
    PurposeId purposeId,
    SortedSet<Category> categories,
    Instant effectiveAt,
    Instant validUntil,
    @Nullable Instant endedAt,
    UUID evidence) {

  /** How a ground stands. */
  public enum GroundStatus {
    /** It holds. */
    CLAIMED,
    /** It was ended before its term. */
    ENDED,
    /** Its term is over. */
    EXPIRED
  }

  static ClaimedGroundView of(ClaimedGround ground, Instant moment) {
    return new ClaimedGroundView(
        ground.claim().groundId(),
        ground.claim().ground(),
        ground.claim().ground().clause(),
        status(ground, moment),
        ground.claim().purposeId(),
        ground.claim().categories(),
        ground.effectiveAt(),
        ground.claim().validUntil(),
        ground.endedAt(),
        ground.eventId());
  }

  private static GroundStatus status(ClaimedGround ground, Instant moment) {
    if (ground.isEnded()) {
      return GroundStatus.ENDED;
    }
    return ground.isExpired(moment) ? GroundStatus.EXPIRED : GroundStatus.CLAIMED;
  }
}
