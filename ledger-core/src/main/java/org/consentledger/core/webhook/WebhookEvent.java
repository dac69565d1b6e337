package org.consentledger.core.webhook;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.WebhookId;
import org.jspecify.annotations.Nullable;

/** What can happen to a webhook. */
public sealed interface WebhookEvent {

  /** The webhook concerned. */
  WebhookId webhookId();

  /**
   * It was said what a webhook is.
   *
   * @param number counts the versions, from 1
   * @param content what was said of it
   * @param recordedAt when that was recorded
   */
  @Revision("1")
  record WebhookRecorded(
      WebhookId webhookId, int number, WebhookContent content, Instant recordedAt)
      implements WebhookEvent {}

  /**
   * A secret was made that signs from then on.
   *
   * @param secret where the vault keeps it
   * @param earlierUntil until when the earlier ones sign beside it; missing where there was none
   * @param recordedAt when it was made
   */
  @Revision("1")
  record SecretMade(
      WebhookId webhookId, UUID secret, @Nullable Instant earlierUntil, Instant recordedAt)
      implements WebhookEvent {}

  /**
   * Whoever is at the address answered that it wants no more (410); it is told of nothing until it
   * is recorded anew.
   *
   * @param recordedAt when it was ended
   */
  @Revision("1")
  record WebhookEnded(WebhookId webhookId, Instant recordedAt) implements WebhookEvent {}
}
