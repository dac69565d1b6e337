package org.consentledger.api.console.history;

import java.time.LocalDateTime;
import org.consentledger.api.page.Entered;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.history.HistoryQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What of the history is asked for, as it stands in the address; times are those of Kazakhstan.
 *
 * @param type the stored name of events
 * @param oldestFirst whether the oldest come first, and not the last
 */
record HistoryFilter(
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime from,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime to,
    @Nullable String type,
    @Nullable String subjectId,
    @Nullable String actor,
    @Nullable String purposeId,
    @Nullable Boolean oldestFirst) {

  /** As the query takes it. */
  HistoryQuery.Filter filter() {
    String subject = Entered.text(subjectId);
    String purpose = Entered.text(purposeId);
    return new HistoryQuery.Filter(
        subject == null ? null : new SubjectId(Entered.identifiers(subject).getFirst()),
        Entered.text(type),
        purpose == null ? null : new PurposeId(purpose),
        Entered.text(actor),
        Entered.moment(from),
        Entered.moment(to));
  }

  boolean isOldestFirst() {
    return Boolean.TRUE.equals(oldestFirst);
  }
}
