package org.consentledger.core.subject;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ground other than consent, as it stands.
 *
 * @param eventId the event that claimed it
 * @param effectiveAt since when it holds
 * @param endedAt since when it no longer does, if it was ended before its term
 * @param end the event that ended it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimedGround(
    UUID eventId,
    GroundClaim claim,
    Instant effectiveAt,
    @Nullable Instant endedAt,
    @Nullable UUID end) {

  /** Whether it was ended before its term. */
  @JsonIgnore
  public boolean isEnded() {
    return endedAt != null;
  }

  /** Whether its term is over (clause 8.9). */
  public boolean isExpired(Instant moment) {
    return !moment.isBefore(claim.validUntil());
  }

  /** Whether it begins no later than this moment, and has neither ended nor expired by then. */
  public boolean holdsAt(Instant moment) {
    return !effectiveAt.isAfter(moment) && !isEnded() && !isExpired(moment);
  }

  /** Of two ends the earlier counts, in whichever order they were recorded. */
  ClaimedGround ended(Instant at, UUID event) {
    return endedAt != null && !at.isBefore(endedAt)
        ? this
        : new ClaimedGround(eventId, claim, effectiveAt, at, event);
  }
}
