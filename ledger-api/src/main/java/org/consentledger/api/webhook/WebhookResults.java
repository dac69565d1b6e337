package org.consentledger.api.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.consentledger.api.webhook.WebhookFeeds.Feed;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookCommand.EndWebhook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what came of attempts, and settles when there is another. */
final class WebhookResults {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookResults.class);

  /** Who ends a webhook whose receiver wants no more: the ledger itself. */
  private static final String ACTOR = "ledger";

  private final WebhookParts parts;
  private final WebhookId webhook;

  WebhookResults(WebhookParts parts, WebhookId webhook) {
    this.parts = parts;
    this.webhook = webhook;
  }

  /**
   * Keeps what came of attempts that were made at the same time.
   *
   * @param before how far the webhook was before them
   * @param attempts one for each delivery, in their order
   */
  void record(Feed before, List<Delivery> deliveries, List<Attempt> attempts) {
    Instant now = parts.clock().instant();
    parts
        .transactions()
        .executeWithoutResult(
            transaction -> {
              for (int i = 0; i < deliveries.size(); i++) {
                record(deliveries.get(i), attempts.get(i), now);
              }
              conclude(before, attempts, now);
            });
    if (attempts.stream().anyMatch(attempt -> attempt.outcome() == Outcome.GONE)) {
      parts.commands().execute(new EndWebhook(webhook), ACTOR, null, Attachment.none());
      LOG.warn("Whoever is at the webhook {} wants no more (410); it is ended.", webhook);
    }
  }

  private void record(Delivery delivery, Attempt attempt, Instant now) {
    DeliveryState state = DeliveryState.DELIVERED;
    Instant dueAt = now;
    if (!attempt.isDelivered()) {
      Optional<Duration> wait =
          parts.schedule().after(delivery.attempts() + 1, attempt.retryAfter(), chance());
      // One that is ended keeps what it was not told, for when it is recorded anew.
      boolean waits = wait.isPresent() || attempt.outcome() == Outcome.GONE;
      state = waits ? DeliveryState.WAITING : DeliveryState.DEAD;
      dueAt = now.plus(wait.orElse(Duration.ZERO));
    }
    parts.deliveries().record(webhook, delivery, state, attempt, now, dueAt);
    if (state == DeliveryState.DEAD) {
      LOG.warn(
          "The event {} is not told to the webhook {} any more after {} attempts: {}.",
          delivery.eventId(),
          webhook,
          delivery.attempts() + 1,
          attempt.outcome());
    }
  }

  private void conclude(Feed before, List<Attempt> attempts, Instant now) {
    Instant since = before.failingSince();
    if (attempts.stream().anyMatch(Attempt::isDelivered)) {
      if (since != null && before.failures() >= RetrySchedule.DOWN) {
        parts.deliveries().revive(webhook, since, now);
      }
      parts.feeds().succeeded(webhook);
      return;
    }
    // One event that always fails says nothing of the receiver; several do.
    int failures = parts.deliveries().failedSince(webhook, since == null ? now : since);
    Duration asked =
        attempts.stream()
            .flatMap(attempt -> Optional.ofNullable(attempt.retryAfter()).stream())
            .max(Duration::compareTo)
            .orElse(null);
    Duration pause = parts.schedule().pause(failures, asked, chance());
    parts.feeds().failed(webhook, failures, now, now.plus(pause));
  }

  private static double chance() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
