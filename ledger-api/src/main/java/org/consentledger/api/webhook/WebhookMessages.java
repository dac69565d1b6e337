package org.consentledger.api.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.history.Event;
import org.consentledger.api.webhook.WebhookMessage.Payload;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.projections.history.HistoryQuery;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes messages. */
@Component
final class WebhookMessages {

  /** The type of a message that tells of nothing but that it arrives. */
  static final String PING = "webhook.ping";

  private final JsonMapper json;

  WebhookMessages(JsonMapper json) {
    this.json = json;
  }

  /** Tells of an event, under its own identifier. */
  WebhookMessage of(HistoryQuery.Item event) {
    return message(event.eventId(), new Payload(event.name(), event.recordedAt(), Event.of(event)));
  }

  /** Tells of nothing. */
  WebhookMessage ping(WebhookId webhook, Instant now) {
    return message(UUID.randomUUID(), new Payload(PING, now, Map.of("webhookId", webhook)));
  }

  private WebhookMessage message(UUID id, Payload payload) {
    return new WebhookMessage(id.toString(), json.writeValueAsString(payload));
  }
}
