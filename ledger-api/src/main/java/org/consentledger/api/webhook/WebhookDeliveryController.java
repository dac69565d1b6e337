package org.consentledger.api.webhook;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.api.webhook.WebhookRequests.RedeliveryRequest;
import org.consentledger.api.webhook.WebhookRequests.RedeliveryState;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookState;
import org.consentledger.projections.history.HistoryFeed;
import org.consentledger.projections.history.HistoryQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of the events that a webhook is told of, and sending them once more. */
@RestController
@RequestMapping("/api/v1/webhooks/{id}/deliveries")
final class WebhookDeliveryController {

  private final WebhookReceivers webhooks;
  private final WebhookFeeds feeds;
  private final WebhookDeliveries deliveries;
  private final HistoryFeed history;
  private final JdbcClient database;
  private final Paging paging;
  private final Clock clock;

  /**
   * What became of an event that a webhook is told of.
   *
   * @param eventId the event, which is also the {@code webhook-id} of its message
   * @param position its place in the one order of all events
   * @param type its stored name
   * @param state where it stands
   * @param attempts how often it was tried, since it was asked for last
   * @param dueAt when it is tried next, while it waits: then, or as soon as it is its turn
   * @param attemptedAt when it was tried last
   * @param outcome what came of that
   * @param status what the receiver answered, if it did
   */
  record WebhookDelivery(
      UUID eventId,
      long position,
      String type,
      DeliveryState state,
      int attempts,
      @Nullable Instant dueAt,
      @Nullable Instant attemptedAt,
      @Nullable Outcome outcome,
      @Nullable Integer status) {

    static WebhookDelivery of(Delivery delivery) {
      return new WebhookDelivery(
          delivery.eventId(),
          delivery.position(),
          delivery.type(),
          delivery.state(),
          delivery.attempts(),
          delivery.state() == DeliveryState.WAITING ? delivery.dueAt() : null,
          delivery.attemptedAt(),
          delivery.outcome(),
          delivery.status());
    }
  }

  /**
   * What is sent once more.
   *
   * @param after the position after which it begins
   * @param upTo the position of the last
   */
  record Redelivery(long after, long upTo) {}

  WebhookDeliveryController(
      WebhookReceivers webhooks,
      WebhookFeeds feeds,
      WebhookDeliveries deliveries,
      HistoryFeed history,
      JdbcClient database,
      Paging paging,
      Clock clock) {
    this.webhooks = webhooks;
    this.feeds = feeds;
    this.deliveries = deliveries;
    this.history = history;
    this.database = database;
    this.paging = paging;
    this.clock = clock;
  }

  /**
   * The deliveries of a webhook, in the order of the history.
   *
   * @param state those that stand so; all where it is not said
   */
  @Operation(operationId = "listWebhookDeliveries")
  @Lines(WebhookDelivery.class)
  @Refuses(Refusal.WebhookUnknown.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Page<WebhookDelivery> list(
      @PathVariable WebhookId id,
      @RequestParam(required = false) @Nullable DeliveryState state,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    known(id);
    return paging.page(
        limit,
        after,
        (place, most) -> find(id, state, place, most),
        WebhookDeliveryController::place);
  }

  /** All deliveries of a webhook, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(
      @PathVariable WebhookId id,
      @RequestParam(required = false) @Nullable DeliveryState state,
      HttpServletResponse response)
      throws IOException {
    known(id);
    paging.stream(
        response, (place, most) -> find(id, state, place, most), WebhookDeliveryController::place);
  }

  private List<WebhookDelivery> find(
      WebhookId id, @Nullable DeliveryState state, @Nullable String place, int most) {
    return deliveries.list(id, state, Paging.position(place), most).stream()
        .map(WebhookDelivery::of)
        .toList();
  }

  private static String place(WebhookDelivery delivery) {
    return Long.toString(delivery.position());
  }

  /**
   * Sends one event once more, whatever became of it, and also one that the webhook was not told
   * of.
   */
  @Operation(operationId = "redeliverEvent")
  @Misses(value = "EVENT_UNKNOWN", when = "There is no such event.")
  @Refuses(Refusal.WebhookUnknown.class)
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  @PostMapping("/{eventId}/redelivery")
  ResponseEntity<Redelivery> redeliver(@PathVariable WebhookId id, @PathVariable UUID eventId) {
    feeds.begin(known(id));
    HistoryQuery.Item event =
        database
            .sql("select position from event where event_id = :event")
            .param("event", eventId)
            .query(Long.class)
            .optional()
            .flatMap(position -> history.at(List.of(position)).stream().findFirst())
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(
                            HttpStatus.NOT_FOUND, "EVENT_UNKNOWN", "There is no such event.")));
    deliveries.add(id, List.of(event), clock.instant());
    feeds.resume(id);
    return accepted(new Redelivery(event.position() - 1, event.position()));
  }

  /**
   * Sends a range of events once more: those that are for the webhook, or only those that were
   * given up. What waits is sent in its order.
   */
  @Operation(operationId = "redeliverEvents")
  @Refuses(Refusal.WebhookUnknown.class)
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  @PostMapping("/redelivery")
  ResponseEntity<Redelivery> redeliverAll(
      @PathVariable WebhookId id, @Valid @RequestBody RedeliveryRequest request) {
    feeds.begin(known(id));
    long told = feeds.find(id).map(WebhookFeeds.Feed::after).orElse(0L);
    long after = request.after() == null ? 0 : request.after();
    // What comes later is told in its time anyway.
    long upTo = request.upTo() == null ? told : Math.min(request.upTo(), told);
    if (request.state() == RedeliveryState.DEAD) {
      deliveries.reviveDead(id, after, Math.max(upTo, after), clock.instant());
    } else if (after < upTo) {
      feeds.replay(id, after, upTo);
    }
    feeds.resume(id);
    return accepted(new Redelivery(after, Math.max(upTo, after)));
  }

  private WebhookState known(WebhookId id) {
    return webhooks.find(id).orElseThrow(() -> new Refused(new Refusal.WebhookUnknown()));
  }

  private static ResponseEntity<Redelivery> accepted(Redelivery redelivery) {
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(redelivery);
  }
}
