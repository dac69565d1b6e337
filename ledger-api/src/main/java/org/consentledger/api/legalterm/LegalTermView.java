package org.consentledger.api.legalterm;

import java.time.Instant;
import org.consentledger.core.calendar.Certainty;
import org.consentledger.core.calendar.LegalTerm;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.calendar.TermUnit;
import org.consentledger.core.legalterm.LegalTermRow;
import org.jspecify.annotations.Nullable;

/**
 * A term as it is for a time. No legal advice: see {@code certainty}.
 *
 * @param id the term
 * @param article where the term is from, as it is shipped
 * @param trigger what it begins with
 * @param length how many days it has
 * @param unit which days are counted
 * @param certainty how sure its source is
 * @param source where the officer who changed it found that, in words; missing where the row is a
 *     shipped one
 * @param effectiveFrom the moment from which it holds; missing where nothing was before it
 * @param effectiveUntil the moment from which another row holds; missing where there is none yet
 * @param inForce whether it holds now
 */
public record LegalTermView(
    LegalTermId id,
    String article,
    String trigger,
    int length,
    TermUnit unit,
    Certainty certainty,
    @Nullable String source,
    @Nullable Instant effectiveFrom,
    @Nullable Instant effectiveUntil,
    boolean inForce) {

  static LegalTermView of(LegalTermRow row, @Nullable String source, Instant now) {
    LegalTerm term = row.term();
    return new LegalTermView(
        term.id(),
        term.article(),
        term.trigger(),
        term.length(),
        term.unit(),
        term.certainty(),
        source,
        term.inForceFrom(),
        term.inForceUntil(),
        term.isInForceAt(now));
  }

  /** Its place in the list: by name, then in the order in which the rows hold. */
  String place() {
    Instant from = effectiveFrom == null ? Instant.EPOCH : effectiveFrom;
    return "%s %020d%09d".formatted(id.code(), from.getEpochSecond(), from.getNano());
  }
}
