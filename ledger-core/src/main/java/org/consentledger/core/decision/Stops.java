package org.consentledger.core.decision;

import static org.consentledger.core.decision.ReasonCode.CESSATION_DEMANDED;
import static org.consentledger.core.decision.ReasonCode.TRANSFER_CESSATION_DEMANDED;
import static org.consentledger.core.decision.ReasonCode.UNLAWFUL_PROCESSING_FOUND;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.decision.Decision.Reason;
import org.consentledger.core.subject.StopKind;

/** What ends processing as of a moment (clauses 3.2, 8.9): only what begins later permits again. */
final class Stops {

  private Stops() {}

  /** What ended a consent, or a ground that does not bind the operator: one reason a kind. */
  static List<Reason> endWhatBeganBefore(Instant beginning, Matter matter) {
    return Arrays.stream(StopKind.values())
        .filter(kind -> concerns(kind, matter.question()))
        .map(
            kind ->
                matter.subject().circumstances().latestStop(kind, matter.question().purposeId()))
        .flatMap(Optional::stream)
        .filter(stop -> !beginning.isAfter(stop.effectiveAt()))
        .map(stop -> new Reason(code(stop.kind()), List.of(stop.eventId())))
        .toList();
  }

  private static boolean concerns(StopKind kind, Question question) {
    return switch (kind) {
      case CESSATION, UNLAWFUL_PROCESSING -> true;
      case TRANSFER_CESSATION -> question.action().isTransferring();
    };
  }

  private static ReasonCode code(StopKind kind) {
    return switch (kind) {
      case CESSATION -> CESSATION_DEMANDED;
      case TRANSFER_CESSATION -> TRANSFER_CESSATION_DEMANDED;
      case UNLAWFUL_PROCESSING -> UNLAWFUL_PROCESSING_FOUND;
    };
  }
}
