package org.consentledger.core.operator;

import java.time.Instant;
import java.util.UUID;

/** The operator's profile as it is; see {@link OperatorEvent.OperatorDescribed}. */
public record OperatorState(
    int number, String profileHash, UUID profileReference, Instant describedAt, UUID evidence) {

  /** The state after one more event. */
  public static OperatorState evolve(OperatorEvent event, UUID eventId) {
    return switch (event) {
      case OperatorEvent.OperatorDescribed described ->
          new OperatorState(
              described.number(),
              described.profileHash(),
              described.profileReference(),
              described.describedAt(),
              eventId);
    };
  }
}
