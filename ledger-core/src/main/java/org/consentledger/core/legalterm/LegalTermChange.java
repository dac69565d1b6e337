package org.consentledger.core.legalterm;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.calendar.Certainty;
import org.consentledger.core.calendar.TermUnit;

/**
 * One change of a term; see {@link LegalTermEvent.LegalTermChanged}.
 *
 * @param evidence the event that made it
 */
public record LegalTermChange(
    int number,
    int length,
    TermUnit unit,
    Certainty certainty,
    String sourceHash,
    UUID sourceReference,
    Instant effectiveFrom,
    Instant changedAt,
    UUID evidence) {

  /**
   * Whether a command would say the same again; where the vault keeps the words does not matter.
   */
  boolean says(LegalTermCommand.ChangeLegalTerm command) {
    return length == command.length()
        && unit == command.unit()
        && certainty == command.certainty()
        && sourceHash.equals(command.sourceHash());
  }
}
