package org.consentledger.api.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.core.calendar.Certainty;
import org.consentledger.core.calendar.LegalTerm;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.calendar.Reminder;
import org.consentledger.core.calendar.Step;
import org.consentledger.core.calendar.TermUnit;
import org.consentledger.core.legalterm.LegalTermRow;
import org.consentledger.core.register.Registers;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.request.RequestTerm;
import org.jspecify.annotations.Nullable;

/**
 * Within which term something is answered or told, and how that was counted. No legal advice: see
 * {@code certainty}.
 *
 * @param id the term of the law
 * @param article where it is from
 * @param trigger what it begins with; its first day is the day after
 * @param certainty how sure its source is
 * @param length how many days it has
 * @param unit which days are counted
 * @param extension by how many days of the unit it was extended, or 0
 * @param calendarConfirmed whether the calendar of every year that was counted in is confirmed;
 *     otherwise the day may yet change. Missing while the term rests
 * @param movedFrom the last day that was counted, where it was no working day and the end moved
 * @param steps the arithmetic: every day from the one after the receipt on, in order, without a gap
 * @param reminders when to remind of it, in order
 */
@Schema(name = "RequestTerms")
public record TermsView(
    LegalTermId id,
    String article,
    String trigger,
    Certainty certainty,
    int length,
    TermUnit unit,
    int extension,
    @Nullable Boolean calendarConfirmed,
    @Nullable LocalDate movedFrom,
    List<Step> steps,
    List<Reminder> reminders) {

  /**
   * The view of a term.
   *
   * @param registers say where the term is from; the row that was counted may be an older one
   */
  public static TermsView of(RequestTerm term, Registers registers) {
    List<LegalTerm> rows =
        registers.legalTermRows().stream()
            .map(LegalTermRow::term)
            .filter(row -> row.id() == term.id())
            .toList();
    LegalTerm row = rows.stream().filter(it -> says(term, it)).findFirst().orElseGet(rows::getLast);
    RequestDue due = term.due();
    return new TermsView(
        term.id(),
        row.article(),
        row.trigger(),
        row.certainty(),
        term.length(),
        term.unit(),
        term.extension(),
        due == null ? null : due.calendarConfirmed(),
        due == null ? null : due.movedFrom(),
        term.counted(),
        term.reminders());
  }

  private static boolean says(RequestTerm term, LegalTerm row) {
    return row.length() == term.length() && row.unit() == term.unit();
  }
}
