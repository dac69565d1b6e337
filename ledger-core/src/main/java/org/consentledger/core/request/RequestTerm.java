package org.consentledger.core.request;

import java.util.List;
import org.consentledger.core.calendar.Counting;
import org.consentledger.core.calendar.Deadline;
import org.consentledger.core.calendar.Due;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.calendar.Paused;
import org.consentledger.core.calendar.Reminder;
import org.consentledger.core.calendar.Step;
import org.consentledger.core.calendar.TermUnit;
import org.jspecify.annotations.Nullable;

/**
 * The term of a request, or of the notice of a breach, with the arithmetic that leads to its end.
 *
 * @param id the term of the law
 * @param length how many days it has
 * @param unit which days are counted
 * @param extension by how many days of the unit it was extended, or 0
 * @param due when it ends; none while it is paused
 * @param counted the days from the one after the receipt on, in order and without a gap
 * @param reminders when to remind of it, in order; none while it is paused
 */
public record RequestTerm(
    LegalTermId id,
    int length,
    TermUnit unit,
    int extension,
    @Nullable RequestDue due,
    List<Step> counted,
    List<Reminder> reminders) {

  /** Copies the lists. */
  public RequestTerm {
    counted = List.copyOf(counted);
    reminders = List.copyOf(reminders);
  }

  /** The term that a counting comes to. */
  public static RequestTerm of(Counting counting, Deadline deadline) {
    return switch (deadline) {
      case Due due ->
          with(
              counting,
              new RequestDue(
                  due.day(), due.end(), due.calendarConfirmed(), due.movedFrom().orElse(null)),
              due.counted(),
              due.reminders());
      case Paused paused -> with(counting, null, paused.counted(), List.of());
    };
  }

  private static RequestTerm with(
      Counting counting, @Nullable RequestDue due, List<Step> counted, List<Reminder> reminders) {
    return new RequestTerm(
        counting.term().id(),
        counting.term().length(),
        counting.term().unit(),
        counting.extension(),
        due,
        counted,
        reminders);
  }
}
