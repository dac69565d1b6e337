package org.consentledger.api.request;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.request.RequestStatus;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells officers what the authorised body asks (clause 3.2). */
@RestController
@RequestMapping("/api/v1/authority-requests")
final class AuthorityRequestQueryController {

  private final RequestLists lists;
  private final RequestQueryController requests;

  AuthorityRequestQueryController(RequestLists lists, RequestQueryController requests) {
    this.lists = lists;
    this.requests = requests;
  }

  /**
   * A request of the authorised body: how it stands, whom it is about, what happened to it, and how
   * its term was counted. What it says is read as with every request: {@code GET
   * /api/v1/requests/{requestId}/text}.
   */
  @Operation(operationId = "readAuthorityRequest")
  @Refuses(Refusal.RequestUnknown.class)
  @GetMapping("/{requestId}")
  RequestView read(@PathVariable RequestId requestId) {
    RequestView request = requests.read(requestId);
    if (request.type() != RequestType.AUTHORITY) {
      throw new Refused(new Refusal.RequestUnknown());
    }
    return request;
  }

  /**
   * Requests of the authorised body, the first due first. What is not asked does not matter.
   *
   * @param state those that stand so
   * @param due those that wait and whose last day is this one or before it: a date in Kazakhstan
   */
  @Operation(operationId = "listAuthorityRequests")
  @Lines(RequestSummary.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Page<RequestSummary> list(
      @RequestParam(required = false) @Nullable RequestStatus state,
      @RequestParam(required = false) @Nullable LocalDate due,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return lists.page(filter(state, due), limit, after);
  }

  /** Requests of the authorised body, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(
      @RequestParam(required = false) @Nullable RequestStatus state,
      @RequestParam(required = false) @Nullable LocalDate due,
      HttpServletResponse response)
      throws IOException {
    lists.stream(filter(state, due), response);
  }

  private static Requests.Filter filter(@Nullable RequestStatus state, @Nullable LocalDate due) {
    return new Requests.Filter(state, due, RequestType.AUTHORITY, null);
  }
}
