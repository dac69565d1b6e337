package org.consentledger.core.legalterm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.core.calendar.LegalTerm;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.calendar.LegalTerms;
import org.jspecify.annotations.Nullable;

/**
 * A row of the terms.
 *
 * @param term what holds, and from when until when
 * @param change the officer's change that it comes from; none where it is a shipped row
 */
public record LegalTermRow(LegalTerm term, @Nullable LegalTermChange change) {

  /**
   * The rows of a term, one after the other without a gap: those that are shipped until the first
   * change takes effect, then the changes. Article and trigger are those of the shipped row.
   */
  public static List<LegalTermRow> of(
      LegalTermId id, LegalTerms shipped, @Nullable LegalTermState changed) {
    List<LegalTermChange> changes = changed == null ? List.of() : changed.standing();
    List<LegalTermRow> rows = new ArrayList<>();
    @Nullable Instant first = changes.isEmpty() ? null : changes.getFirst().effectiveFrom();
    for (LegalTerm row : shipped.rows(id)) {
      @Nullable Instant from = row.inForceFrom();
      if (first == null || from == null || from.isBefore(first)) {
        rows.add(new LegalTermRow(until(row, first), null));
      }
    }
    for (int i = 0; i < changes.size(); i++) {
      LegalTermChange change = changes.get(i);
      LegalTerm replaced = shipped.inForceAt(change.effectiveFrom(), id);
      @Nullable Instant next = i + 1 < changes.size() ? changes.get(i + 1).effectiveFrom() : null;
      rows.add(
          new LegalTermRow(
              new LegalTerm(
                  id,
                  replaced.article(),
                  replaced.trigger(),
                  change.length(),
                  change.unit(),
                  change.effectiveFrom(),
                  next,
                  change.certainty()),
              change));
    }
    return rows;
  }

  private static LegalTerm until(LegalTerm row, @Nullable Instant end) {
    @Nullable Instant own = row.inForceUntil();
    return new LegalTerm(
        row.id(),
        row.article(),
        row.trigger(),
        row.length(),
        row.unit(),
        row.inForceFrom(),
        own == null || (end != null && end.isBefore(own)) ? end : own,
        row.certainty());
  }
}
