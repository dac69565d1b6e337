package org.consentledger.core.decision;

import static org.consentledger.core.decision.ReasonCode.INCOMPATIBLE_PURPOSES;
import static org.consentledger.core.decision.ReasonCode.PURPOSE_UNKNOWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.consentledger.core.decision.Decision.Reason;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.PurposeId;

/**
 * Clause 5.3: data that is held for incompatible purposes is not joined, whichever of them says so.
 * What is joined with two others joins these with each other.
 */
final class Joining {

  private Joining() {}

  static List<Reason> against(Registers registers, Question question, Instant moment) {
    if (question.joinedWith().isEmpty()) {
      return List.of();
    }
    SortedSet<PurposeId> together = new TreeSet<>(question.joinedWith());
    together.add(question.purposeId());
    List<Reason> against = new ArrayList<>();
    for (PurposeId purpose : together) {
      Optional<PurposeVersion> version =
          registers.findPurpose(purpose).flatMap(known -> known.inForceAt(moment));
      if (version.isEmpty()) {
        against.add(new Reason(PURPOSE_UNKNOWN, List.of()));
      } else if (version.get().definition().incompatibleWith().stream()
          .anyMatch(other -> !other.equals(purpose) && together.contains(other))) {
        against.add(new Reason(INCOMPATIBLE_PURPOSES, List.of(version.get().evidence())));
      }
    }
    return against;
  }
}
