package org.consentledger.api.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.webhook.WebhookFeeds.Feed;
import org.consentledger.core.log.SealingLoop;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookState;
import org.consentledger.projections.history.HistoryProjection;
import org.consentledger.projections.streaming.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks, a few times a second, for which webhooks there is something to do, and does it: each on a
 * thread of its own, so that a receiver that is slow holds up no other. While the history is not
 * the one that was signed, nothing of it is told.
 */
final class WebhookSender implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final Duration BEYOND_AN_ATTEMPT = Duration.ofSeconds(5);
  private static final Duration LONGEST_END = Duration.ofSeconds(18);

  private final WebhookParts parts;
  private final Progress progress;
  private final SealingLoop sealing;
  private final Duration turn;
  private final UUID node = UUID.randomUUID();
  private final Map<WebhookId, Thread> rounds = new ConcurrentHashMap<>();
  private volatile boolean running;
  private @Nullable Thread thread;
  private boolean failing;

  /**
   * Sends with these parts.
   *
   * @param longestAttempt how long a receiver may take to answer
   */
  WebhookSender(
      WebhookParts parts, Progress progress, SealingLoop sealing, Duration longestAttempt) {
    this.parts = parts;
    this.progress = progress;
    this.sealing = sealing;
    // Renewed when a quarter of it is over.
    this.turn = longestAttempt.plus(BEYOND_AN_ATTEMPT).multipliedBy(4).dividedBy(3);
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("ledger-webhooks").daemon().start(this::run);
  }

  private void run() {
    while (running) {
      try {
        if (mayTell()) {
          look();
        }
        failing = false;
      } catch (RuntimeException failure) {
        if (!failing) {
          LOG.warn("Webhooks are not told; it is tried again: {}", failure.getClass().getName());
        }
        failing = true;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private boolean mayTell() {
    return running && sealing.refusal().isEmpty();
  }

  private void look() {
    Map<WebhookId, Feed> feeds = parts.feeds().all();
    Instant now = parts.clock().instant();
    Set<WebhookId> due = new HashSet<>(parts.deliveries().due(now));
    long head = progress.of(HistoryProjection.NAME);
    for (WebhookState webhook : parts.webhooks().all()) {
      WebhookId id = webhook.webhookId();
      Feed feed = feeds.get(id);
      if (feed == null) {
        parts.feeds().begin(webhook);
      } else if (webhook.isActive()
          && !feed.isPausedAt(now)
          && (due.contains(id) || feed.replay() != null || feed.after() < head)) {
        rounds.computeIfAbsent(id, this::begin);
      }
    }
  }

  private Thread begin(WebhookId webhook) {
    return Thread.ofVirtual()
        .name("ledger-webhook-" + webhook)
        .start(
            () -> {
              try {
                new WebhookRound(parts, webhook, node, turn, this::mayTell).run();
              } catch (RuntimeException failure) {
                LOG.warn(
                    "The webhook {} is not told; it is tried again: {}",
                    webhook,
                    failure.getClass().getName());
              } finally {
                rounds.remove(webhook);
              }
            });
  }

  /** Waits for what is under way, so that what was told is recorded. */
  @Override
  public void stop() {
    running = false;
    Instant deadline = Instant.now().plus(LONGEST_END);
    try {
      if (thread != null) {
        LockSupport.unpark(thread);
        thread.join(LONGEST_END);
      }
      for (Thread round : rounds.values()) {
        Duration left = Duration.between(Instant.now(), deadline);
        round.join(left.isPositive() ? left : Duration.ofMillis(1));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
