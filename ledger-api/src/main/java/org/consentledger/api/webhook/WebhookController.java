package org.consentledger.api.webhook;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.api.webhook.WebhookRequests.SecretRequest;
import org.consentledger.api.webhook.WebhookRequests.WebhookRequest;
import org.consentledger.api.webhook.WebhookViews.WebhookView;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Services that are told of events, in the format of Standard Webhooks
 * (https://www.standardwebhooks.com). Each event is sent at least once, under its own identifier as
 * {@code webhook-id}; those about one subject come in their order.
 */
@RestController
@RequestMapping("/api/v1/webhooks")
final class WebhookController {

  private final WebhookDesk desk;
  private final WebhookReceivers webhooks;
  private final WebhookViews views;
  private final WebhookMessages messages;
  private final WebhookClient client;
  private final Clock clock;
  private final Paging paging;

  /**
   * What a command about a webhook answers besides.
   *
   * @param webhookId the webhook
   * @param secret signs from now on: {@code whsec_} and 32 bytes in Base64. It is shown in this
   *     answer alone, and not where the answer is repeated
   */
  @Schema(name = "WebhookMembers")
  record Concerned(WebhookId webhookId, @Nullable String secret) {}

  /**
   * What came of a test.
   *
   * @param delivered whether the receiver took it
   * @param outcome what came of it
   * @param status what the receiver answered, if it did
   * @param tookMillis how long it took, in milliseconds
   */
  record WebhookTest(
      boolean delivered, Outcome outcome, @Nullable Integer status, long tookMillis) {}

  WebhookController(
      WebhookDesk desk,
      WebhookReceivers webhooks,
      WebhookViews views,
      WebhookMessages messages,
      WebhookClient client,
      Clock clock,
      Paging paging) {
    this.desk = desk;
    this.webhooks = webhooks;
    this.views = views;
    this.messages = messages;
    this.client = client;
    this.clock = clock;
    this.paging = paging;
  }

  /** Records a webhook, or what changed of it. A new one comes with its secret. */
  @Operation(operationId = "recordWebhook")
  @AnswersCommand(Concerned.class)
  @Refuses({Refusal.WebhookBegun.class, Refusal.PurposeUnknown.class})
  @PutMapping("/{id}")
  ResponseEntity<String> record(
      @PathVariable WebhookId id,
      @Valid @RequestBody WebhookRequest request,
      CommandContext context) {
    return desk.record(id, request, context);
  }

  /**
   * Makes a new secret. Until the overlap is over, messages carry a signature by each secret, so
   * that none is lost while it spreads.
   */
  @Operation(operationId = "replaceWebhookSecret")
  @AnswersCommand(Concerned.class)
  @Refuses(Refusal.WebhookUnknown.class)
  @PostMapping("/{id}/secret-rotation")
  ResponseEntity<String> replaceSecret(
      @PathVariable WebhookId id,
      @Valid @RequestBody SecretRequest request,
      CommandContext context) {
    return desk.replaceSecret(id, request.overlap(), context);
  }

  /** Sends a message of the type {@code webhook.ping} once, and tells what came of it. */
  @Operation(operationId = "testWebhook")
  @Refuses(Refusal.WebhookUnknown.class)
  @PostMapping("/{id}/test")
  WebhookTest test(@PathVariable WebhookId id) {
    WebhookReceivers.Receiver receiver =
        webhooks.receiver(known(id)).orElseThrow(() -> new Refused(new Refusal.WebhookUnknown()));
    Instant begun = clock.instant();
    Attempt attempt = client.send(receiver.address(), messages.ping(id, begun), receiver.secrets());
    return new WebhookTest(
        attempt.isDelivered(),
        attempt.outcome(),
        attempt.status(),
        Duration.between(begun, clock.instant()).toMillis());
  }

  /** One webhook, and how far it is. */
  @Operation(operationId = "readWebhook")
  @Refuses(Refusal.WebhookUnknown.class)
  @GetMapping("/{id}")
  WebhookView read(@PathVariable WebhookId id) {
    return views.of(List.of(known(id))).getFirst();
  }

  private WebhookState known(WebhookId id) {
    return webhooks.find(id).orElseThrow(() -> new Refused(new Refusal.WebhookUnknown()));
  }

  /** All webhooks, in the order of their names. */
  @Operation(operationId = "listWebhooks")
  @Lines(WebhookView.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Page<WebhookView> list(
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(limit, after, this::find, WebhookController::place);
  }

  /** All webhooks, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(HttpServletResponse response) throws IOException {
    paging.stream(response, this::find, WebhookController::place);
  }

  private List<WebhookView> find(@Nullable String place, int most) {
    return views.of(
        webhooks.all().stream()
            .filter(it -> place == null || it.webhookId().value().compareTo(place) > 0)
            .limit(most)
            .toList());
  }

  private static String place(WebhookView webhook) {
    return webhook.id().value();
  }
}
