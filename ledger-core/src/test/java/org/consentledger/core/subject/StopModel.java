package org.consentledger.core.subject;

import static org.consentledger.core.vocabulary.ProcessingAction.DISCLOSE;
import static org.consentledger.core.vocabulary.ProcessingAction.DISSEMINATE;
import static org.consentledger.core.vocabulary.ProcessingAction.MAKE_AVAILABLE;
import static org.consentledger.core.vocabulary.ProcessingAction.TRANSFER;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.consentledger.core.decision.ReasonCode;

/** Clauses 3.2 and 8.9 of {@link PermissionModel}: each stop ends processing as of its moment. */
final class StopModel {

  private StopModel() {}

  /** Every kind of stop that came no earlier than this beginning. */
  static Set<ReasonCode> endedSince(Instant beginning, Known known) {
    Set<ReasonCode> stops = EnumSet.noneOf(ReasonCode.class);
    known
        .all(Fact.Stopped.class)
        .filter(it -> it.purposes().isEmpty() || it.purposes().contains(known.asked().purposeId()))
        .filter(it -> it.at().compareTo(beginning) >= 0)
        .filter(
            it ->
                it.because() != ReasonCode.TRANSFER_CESSATION_DEMANDED
                    || EnumSet.of(TRANSFER, DISSEMINATE, DISCLOSE, MAKE_AVAILABLE)
                        .contains(known.asked().action()))
        .forEach(it -> stops.add(it.because()));
    return stops;
  }
}
