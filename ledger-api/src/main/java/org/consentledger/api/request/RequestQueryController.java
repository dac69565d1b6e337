package org.consentledger.api.request;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.request.RequestStatus;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells officers which requests wait, and how each of them stands (clauses 3.2, 4.1). */
@RestController
@RequestMapping("/api/v1/requests")
public final class RequestQueryController {

  private final Requests requests;
  private final RequestLists lists;
  private final RequestDesk desk;
  private final MailedAnswers answers;
  private final EventLog eventLog;
  private final RegisterReader registers;
  private final Paging paging;
  private final Clock clock;

  RequestQueryController(
      Requests requests,
      RequestLists lists,
      RequestDesk desk,
      MailedAnswers answers,
      EventLog eventLog,
      RegisterReader registers,
      Paging paging,
      Clock clock) {
    this.requests = requests;
    this.lists = lists;
    this.desk = desk;
    this.answers = answers;
    this.eventLog = eventLog;
    this.registers = registers;
    this.paging = paging;
    this.clock = clock;
  }

  /** A request: how it stands, what happened to it, and how its term was counted. */
  @Operation(operationId = "readRequest")
  @Refuses(Refusal.RequestUnknown.class)
  @GetMapping("/{requestId}")
  public RequestView read(@PathVariable RequestId requestId) {
    RequestState request = desk.require(requestId);
    return RequestView.of(
        request,
        request.isOpen() ? null : answers.find(requestId).orElse(null),
        eventLog.historyOf(requestId),
        registers.current(),
        clock.instant());
  }

  /**
   * Requests, the first due first; those whose term rests come last. What is not asked does not
   * matter.
   *
   * @param state those that stand so
   * @param due those that wait and whose last day is this one or before it: a date in Kazakhstan
   * @param type those that ask this
   * @param subjectId those of this person
   */
  @Operation(operationId = "listRequests")
  @Lines(RequestSummary.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<RequestSummary> list(
      @RequestParam(required = false) @Nullable RequestStatus state,
      @RequestParam(required = false) @Nullable LocalDate due,
      @RequestParam(required = false) @Nullable RequestType type,
      @RequestParam(required = false) @Nullable SubjectId subjectId,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return lists.page(new Requests.Filter(state, due, type, subjectId), limit, after);
  }

  /** Requests, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  public void stream(
      @RequestParam(required = false) @Nullable RequestStatus state,
      @RequestParam(required = false) @Nullable LocalDate due,
      @RequestParam(required = false) @Nullable RequestType type,
      @RequestParam(required = false) @Nullable SubjectId subjectId,
      HttpServletResponse response)
      throws IOException {
    lists.stream(new Requests.Filter(state, due, type, subjectId), response);
  }

  /**
   * Requests of which somebody is to be reminded on a day: half of their term has come, one working
   * day is left, or it is the last day.
   *
   * @param day the day, in Kazakhstan; today where it is not said
   */
  @Operation(operationId = "listReminders")
  @Lines(RequestSummary.class)
  @GetMapping(path = "/reminders", produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<RequestSummary> remind(
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    LocalDate asked = day == null ? Kazakhstan.dayOf(clock.instant()) : day;
    return paging.page(
        limit,
        after,
        (place, most) -> toRemindOf(asked, place, most),
        summary -> summary.requestId().toString());
  }

  /** Requests of which somebody is to be reminded, one a line. */
  @Hidden
  @GetMapping(path = "/reminders", produces = Paging.NDJSON)
  public void streamReminders(
      @RequestParam(required = false) @Nullable LocalDate day, HttpServletResponse response)
      throws IOException {
    LocalDate asked = day == null ? Kazakhstan.dayOf(clock.instant()) : day;
    paging.stream(
        response,
        (place, most) -> toRemindOf(asked, place, most),
        summary -> summary.requestId().toString());
  }

  private List<RequestSummary> toRemindOf(LocalDate day, @Nullable String place, int most) {
    Instant dayBegun = day.atStartOfDay(Kazakhstan.ZONE).toInstant();
    return requests
        .toRemindOf(day, day, place == null ? null : RequestLists.readId(place), most)
        .stream()
        .map(request -> RequestSummary.of(request, dayBegun))
        .toList();
  }
}
