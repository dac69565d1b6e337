package org.consentledger.core.legalterm;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.calendar.Certainty;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.calendar.TermUnit;

/** What can happen to a term of the law. */
public sealed interface LegalTermEvent {

  /** The term concerned. */
  LegalTermId id();

  /**
   * An officer changed a term.
   *
   * @param number counts the changes of this term, from 1
   * @param length how many days it has
   * @param unit which days are counted
   * @param certainty how sure its source is
   * @param sourceHash keyed hash of the source's words, which tells changes apart and reveals
   *     nothing
   * @param sourceReference where the vault keeps the source's words
   * @param effectiveFrom from when on it holds, never earlier than it was recorded
   * @param changedAt when it was recorded
   */
  @Revision("1")
  record LegalTermChanged(
      LegalTermId id,
      int number,
      int length,
      TermUnit unit,
      Certainty certainty,
      String sourceHash,
      UUID sourceReference,
      Instant effectiveFrom,
      Instant changedAt)
      implements LegalTermEvent {}
}
