package org.consentledger.api.request;

import java.time.Instant;
import java.time.LocalDate;
import org.consentledger.core.calendar.Reminder;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.request.RequestStatus;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A request in a list.
 *
 * @param requestId the request
 * @param number the number under which it was entered: the year and a running number
 * @param type what is asked
 * @param subjectId who asks; missing where that is not known yet
 * @param state how it stands
 * @param receivedAt when it was received: a moment in UTC
 * @param dueDate the last day of its term, in Kazakhstan; missing while the term rests
 * @param dueAt the first moment at which an answer is too late; missing while the term rests
 * @param reminder the last reminder whose day has come; missing where none has, or it waits for
 *     nothing
 */
public record RequestSummary(
    RequestId requestId,
    String number,
    RequestType type,
    @Nullable SubjectId subjectId,
    RequestStatus state,
    Instant receivedAt,
    @Nullable LocalDate dueDate,
    @Nullable Instant dueAt,
    Reminder.@Nullable Kind reminder) {

  static RequestSummary of(RequestState request, Instant now) {
    RequestDue due = request.term().due();
    LocalDate today = Kazakhstan.dayOf(now);
    Reminder.@Nullable Kind reminder =
        request.isOpen()
            ? request.term().reminders().stream()
                .filter(it -> !it.day().isAfter(today))
                .reduce((earlier, later) -> later)
                .map(Reminder::kind)
                .orElse(null)
            : null;
    return new RequestSummary(
        request.requestId(),
        request.received().number().toString(),
        request.received().type(),
        request.subjectId(),
        request.statusAt(now),
        request.received().effectiveAt(),
        due == null ? null : due.day(),
        due == null ? null : due.end(),
        reminder);
  }
}
