package org.consentledger.api.console.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.page.PageController;
import org.consentledger.api.query.Page;
import org.consentledger.api.request.RequestLists;
import org.consentledger.api.request.RequestSummary;
import org.consentledger.api.request.RequestTextController;
import org.consentledger.core.request.RequestStatus;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows what waits for an answer, the first due first, and each request as it stands. */
@PageController
@RequestMapping("/console/requests")
final class RequestPageController {

  private static final int AT_ONCE = 50;

  private final RequestPages pages;
  private final RequestLists lists;
  private final RequestTextController texts;
  private final Clock clock;

  /** What the list is asked for besides single states. */
  enum Standing {
    /** What waits, in whichever state. */
    WAITING,
    OPEN,
    OVERDUE,
    PAUSED,
    ANSWERED,
    REFUSED,
    /** Everything. */
    ALL;

    private @Nullable RequestStatus status() {
      return switch (this) {
        case WAITING, ALL -> null;
        case OPEN -> RequestStatus.OPEN;
        case OVERDUE -> RequestStatus.OVERDUE;
        case PAUSED -> RequestStatus.PAUSED;
        case ANSWERED -> RequestStatus.ANSWERED;
        case REFUSED -> RequestStatus.REFUSED;
      };
    }
  }

  /** A request in the list, with what is left of its term. */
  record Row(RequestSummary request, TermLeft left) {}

  RequestPageController(
      RequestPages pages, RequestLists lists, RequestTextController texts, Clock clock) {
    this.pages = pages;
    this.lists = lists;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(defaultValue = "WAITING") Standing state,
      @RequestParam(required = false) @Nullable RequestType type,
      @RequestParam(required = false) @Nullable LocalDate due,
      @RequestParam(required = false) @Nullable SubjectId subjectId,
      @RequestParam(required = false) @Nullable String after) {
    Requests.Filter filter =
        new Requests.Filter(state.status(), due, type, subjectId, state == Standing.WAITING);
    Page<RequestSummary> found =
        lists.page(filter, AT_ONCE, after == null || after.isEmpty() ? null : after);
    Instant now = clock.instant();
    return new ModelAndView("console/request/requests")
        .addObject(
            "rows",
            found.items().stream().map(it -> new Row(it, TermLeft.of(it.dueDate(), now))).toList())
        .addObject("next", found.next())
        .addObject("state", state)
        .addObject("states", Standing.values())
        .addObject("type", type)
        .addObject("types", RequestType.values())
        .addObject("due", due)
        .addObject("subjectId", subjectId);
  }

  @GetMapping("/{requestId}")
  ModelAndView show(@PathVariable RequestId requestId) {
    return pages.page(requestId);
  }

  /** Not after a redirection: what was written stands in the answer alone. */
  @PostMapping("/{requestId}/words")
  ModelAndView words(@PathVariable RequestId requestId, CommandContext context) {
    RequestTextController.Texts read = texts.read(requestId, null, context).getBody();
    return pages.page(requestId).addObject("texts", read == null ? null : read.texts());
  }
}
