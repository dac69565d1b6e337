package org.consentledger.core.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consentledger.core.calendar.Counting;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.calendar.Pause;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.request.RequestCommand.ExtendRequest;
import org.consentledger.core.request.RequestCommand.PauseRequest;
import org.consentledger.core.request.RequestEvent.RequestExtended;
import org.consentledger.core.request.RequestEvent.RequestPaused;
import org.consentledger.core.request.RequestEvent.RequestReceived;
import org.consentledger.core.request.RequestEvent.RequestRecomputed;
import org.consentledger.core.request.RequestEvent.RequestResumed;
import org.jspecify.annotations.Nullable;

/**
 * How the term of a request is counted at a moment: by the row of the law's terms that is in force
 * then, so that a row that changes changes what is open, and by the calendar as it is known then.
 *
 * @param registers where the rows stand
 * @param deadlines counts on the calendar
 * @param now the moment
 */
record TermRules(Registers registers, Deadlines deadlines, Instant now) {

  /** The term of what was received at a moment. */
  RequestTerm first(RequestType type, Instant receivedAt, @Nullable LocalDate answerBy) {
    return count(type, receivedAt, List.of(), 0, answerBy);
  }

  /** A term that is over does not rest any more; nor does one rest twice at once. */
  List<RequestEvent> pause(RequestState request, PauseRequest command) {
    RequestRules.requireOfPerson(request);
    if (request.status() == RequestStatus.PAUSED) {
      return List.of();
    }
    requireRunning(request);
    if (command.reason() == PauseReason.IDENTITY && request.identityVerifiedAt() != null) {
      throw new Refused(new Refusal.IdentityVerifiedAlready());
    }
    List<Pause> pauses = new ArrayList<>(pauses(request, null));
    pauses.add(new Pause(now, null));
    return List.of(
        new RequestPaused(
            command.requestId(),
            request.subjectId(),
            command.reason(),
            count(request, pauses, request.term().extension()),
            now));
  }

  /** What does not rest, runs already. */
  List<RequestEvent> resume(RequestState request) {
    RequestRules.requireOpen(request);
    if (request.status() != RequestStatus.PAUSED) {
      return List.of();
    }
    return List.of(
        new RequestResumed(
            request.requestId(),
            request.subjectId(),
            count(request, pauses(request, now), request.term().extension()),
            now));
  }

  /** A term is extended once, and before it is over. */
  List<RequestEvent> extend(RequestState request, ExtendRequest command) {
    RequestRules.requireOfPerson(request);
    if (request.status() != RequestStatus.PAUSED) {
      requireRunning(request);
    }
    if (request.term().extension() > 0) {
      throw new Refused(new Refusal.ExtendedAlready());
    }
    return List.of(
        new RequestExtended(
            command.requestId(),
            request.subjectId(),
            command.days(),
            command.reasonReference(),
            count(request, pauses(request, null), command.days()),
            now));
  }

  /** Nothing is recorded where row and calendar come to the same as before. */
  List<RequestEvent> recompute(RequestState request) {
    if (!request.isOpen()) {
      return List.of();
    }
    RequestTerm before = request.term();
    RequestTerm after = count(request, pauses(request, null), before.extension());
    boolean same =
        before.length() == after.length()
            && before.unit() == after.unit()
            && Objects.equals(before.due(), after.due());
    return same
        ? List.of()
        : List.of(
            new RequestRecomputed(
                request.requestId(), request.subjectId(), before.due(), after, now));
  }

  private void requireRunning(RequestState request) {
    RequestRules.requireOpen(request);
    @Nullable RequestDue due = request.term().due();
    if (request.status() == RequestStatus.OVERDUE || (due != null && due.isOverAt(now))) {
      throw new Refused(new Refusal.TermOver());
    }
  }

  /** The pauses so far; one that lasts ends at this moment, if there is one. */
  private static List<Pause> pauses(RequestState request, @Nullable Instant end) {
    return request.pauses().stream()
        .map(pause -> new Pause(pause.from(), pause.until() == null ? end : pause.until()))
        .toList();
  }

  private RequestTerm count(RequestState request, List<Pause> pauses, int extension) {
    RequestReceived received = request.received();
    return count(
        received.type(),
        received.effectiveAt(),
        pauses,
        extension,
        received.question() == null ? null : received.question().answerBy());
  }

  private RequestTerm count(
      RequestType type,
      Instant receivedAt,
      List<Pause> pauses,
      int extension,
      @Nullable LocalDate answerBy) {
    Counting term =
        new Counting(receivedAt, registers.legalTerm(type.term(), now), pauses, extension, null);
    Counting counting = answerBy == null ? term : term.endingBy(answerBy);
    return RequestTerm.of(counting, deadlines.due(counting));
  }
}
