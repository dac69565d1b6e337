package org.consentledger.core.legalterm;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.calendar.Certainty;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.calendar.TermUnit;
import org.jspecify.annotations.Nullable;

/** What may be asked of a term. */
public sealed interface LegalTermCommand {

  /** The term concerned. */
  LegalTermId id();

  /**
   * Changes a term from a moment on. Its source, in the officer's words, was put into the vault
   * beforehand.
   *
   * @param effectiveFrom from when on; none means from now on
   */
  record ChangeLegalTerm(
      LegalTermId id,
      int length,
      TermUnit unit,
      Certainty certainty,
      String sourceHash,
      UUID sourceReference,
      @Nullable Instant effectiveFrom)
      implements LegalTermCommand {}
}
