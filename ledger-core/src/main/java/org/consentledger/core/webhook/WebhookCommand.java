package org.consentledger.core.webhook;

import java.time.Duration;
import java.util.UUID;
import org.consentledger.core.vocabulary.WebhookId;
import org.jspecify.annotations.Nullable;

/** What may be asked of the register of webhooks. */
public sealed interface WebhookCommand {

  /** The webhook concerned. */
  WebhookId webhookId();

  /**
   * Says what a webhook is; something else than before makes a new version.
   *
   * @param firstSecret where the vault keeps the secret of one that is new; of one that is known
   *     nothing is made of it
   */
  record RecordWebhook(WebhookId webhookId, WebhookContent content, @Nullable UUID firstSecret)
      implements WebhookCommand {}

  /**
   * Replaces the secret.
   *
   * @param secret where the vault keeps the new one
   * @param overlap how long the earlier ones sign beside it
   */
  record ReplaceSecret(WebhookId webhookId, UUID secret, Duration overlap)
      implements WebhookCommand {}

  /** Ends it, because whoever is there wants no more of it. */
  record EndWebhook(WebhookId webhookId) implements WebhookCommand {}
}
