package org.consentledger.core.webhook;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.webhook.WebhookCommand.EndWebhook;
import org.consentledger.core.webhook.WebhookCommand.RecordWebhook;
import org.consentledger.core.webhook.WebhookCommand.ReplaceSecret;
import org.consentledger.core.webhook.WebhookEvent.SecretMade;
import org.consentledger.core.webhook.WebhookEvent.WebhookEnded;
import org.consentledger.core.webhook.WebhookEvent.WebhookRecorded;
import org.jspecify.annotations.Nullable;

/** What comes of a command to a webhook. */
final class WebhookRules {

  private WebhookRules() {}

  /**
   * What is said of a webhook makes a version of it; the same again makes none, but where it was
   * ended. The first comes with a secret, and says where it begins.
   */
  static List<WebhookEvent> record(
      @Nullable WebhookState webhook, RecordWebhook command, Instant now) {
    if (webhook == null) {
      return List.of(
          new WebhookRecorded(command.webhookId(), 1, command.content(), now),
          new SecretMade(command.webhookId(), requireNonNull(command.firstSecret()), null, now));
    }
    Long begun = webhook.first().content().after();
    Long said = command.content().after();
    if (said != null && !Objects.equals(said, begun)) {
      throw new Refused(new Refusal.WebhookBegun());
    }
    WebhookContent content = command.content().beginningAfter(begun);
    if (!webhook.ended() && webhook.latest().content().says(content)) {
      return List.of();
    }
    return List.of(
        new WebhookRecorded(command.webhookId(), webhook.latest().number() + 1, content, now));
  }

  /** A new secret signs at once, and the earlier ones for as long as it takes to spread it. */
  static List<WebhookEvent> replaceSecret(
      @Nullable WebhookState webhook, ReplaceSecret command, Instant now) {
    if (webhook == null) {
      throw new Refused(new Refusal.WebhookUnknown());
    }
    return List.of(
        new SecretMade(command.webhookId(), command.secret(), now.plus(command.overlap()), now));
  }

  /** Ended once, however often it is said. */
  static List<WebhookEvent> end(@Nullable WebhookState webhook, EndWebhook command, Instant now) {
    if (webhook == null) {
      throw new Refused(new Refusal.WebhookUnknown());
    }
    return webhook.ended() ? List.of() : List.of(new WebhookEnded(command.webhookId(), now));
  }
}
