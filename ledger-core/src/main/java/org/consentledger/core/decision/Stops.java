package org.consentledger.core.decision;

import static org.consentledger.core.decision.ReasonCode.CESSATION_DEMANDED;
import static org.consentledger.core.decision.ReasonCode.TRANSFER_CESSATION_DEMANDED;
import static org.consentledger.core.decision.ReasonCode.UNLAWFUL_PROCESSING_FOUND;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.decision.Decision.Reason;
import org.consentledger.core.subject.Stop;
import org.consentledger.core.subject.StopKind;
import org.consentledger.core.vocabulary.PurposeId;

/** What ends processing as of a moment (clauses 3.2, 8.9): only what begins later permits again. */
final class Stops {

  private Stops() {}

  /** The stop that ended a consent, or a ground that does not bind the operator. */
  static Optional<Reason> endWhatBeganBefore(Instant beginning, Matter matter) {
    PurposeId purpose = matter.question().purposeId();
    Optional<Stop> transfers =
        matter.question().action().isTransferring()
            ? matter.subject().circumstances().transferStop(purpose)
            : Optional.empty();
    return matter
        .subject()
        .circumstances()
        .stop(purpose)
        .filter(stop -> !beginning.isAfter(stop.effectiveAt()))
        .or(() -> transfers.filter(stop -> !beginning.isAfter(stop.effectiveAt())))
        .map(stop -> new Reason(code(stop.kind()), List.of(stop.eventId())));
  }

  private static ReasonCode code(StopKind kind) {
    return switch (kind) {
      case CESSATION -> CESSATION_DEMANDED;
      case TRANSFER_CESSATION -> TRANSFER_CESSATION_DEMANDED;
      case UNLAWFUL_PROCESSING -> UNLAWFUL_PROCESSING_FOUND;
    };
  }
}
