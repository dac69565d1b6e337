package org.consentledger.api.console.subject;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happened to a person, as the time line tells it.
 *
 * @param position its number in the history of everything
 * @param name the stored name of the event
 * @param effectiveAt when it took effect in the world
 * @param actor who caused it, as an identifier
 * @param channel the way by which the person's word came
 * @param data the event as it was stored; no personal data
 */
record Happening(
    long position,
    UUID eventId,
    String name,
    Instant recordedAt,
    Instant effectiveAt,
    @Nullable String actor,
    @Nullable PurposeId purposeId,
    @Nullable Channel channel,
    @Nullable UUID requestId,
    JsonNode data) {

  /** Whether it was recorded later than it took effect. */
  public boolean isLate() {
    return effectiveAt.plusSeconds(60).isBefore(recordedAt);
  }

  /** Whether a receipt of consent was issued for it. */
  public boolean hasReceipt() {
    return switch (name) {
      case "consent.given",
          "consent.renewed",
          "consent.refused",
          "consent.withdrawn",
          "consent.expired" ->
          true;
      default -> false;
    };
  }
}
