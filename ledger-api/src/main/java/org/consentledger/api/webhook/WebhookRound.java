package org.consentledger.api.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consentledger.api.webhook.WebhookFeeds.Feed;
import org.consentledger.api.webhook.WebhookFeeds.Replay;
import org.consentledger.api.webhook.WebhookReceivers.Receiver;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookState;
import org.consentledger.projections.history.HistoryFeed;
import org.consentledger.projections.history.HistoryQuery;
import org.jspecify.annotations.Nullable;

/**
 * Works for one webhook until there is nothing more to do for now: takes events over from the
 * history and tells them. A crash anywhere loses nothing; what was told and not yet recorded is
 * told again, under the same identifier.
 */
final class WebhookRound {

  private static final int PAGE = 500;

  /** While so many wait, the history is not read on: it keeps them as well. */
  private static final int MOST_WAITING = 1000;

  private final WebhookParts parts;
  private final WebhookId webhook;
  private final UUID node;
  private final Duration turn;
  private final BooleanSupplier goesOn;
  private final WebhookResults results;
  private long heldAt;
  private boolean held;
  private @Nullable Opened opened;

  /** What the vault keeps of a webhook, for as long as the webhook stays as it is. */
  private record Opened(WebhookState state, Receiver receiver, Instant until) {}

  /**
   * A round for a webhook.
   *
   * @param node who works for it
   * @param turn for how long nobody else does, at a time; longer than an attempt may take
   * @param goesOn whether the program goes on, and may send
   */
  WebhookRound(
      WebhookParts parts, WebhookId webhook, UUID node, Duration turn, BooleanSupplier goesOn) {
    this.parts = parts;
    this.webhook = webhook;
    this.node = node;
    this.turn = turn;
    this.goesOn = goesOn;
    this.results = new WebhookResults(parts, webhook);
  }

  void run() {
    try {
      boolean more = true;
      while (more && goesOn.getAsBoolean() && isMyTurn()) {
        more = step();
      }
    } finally {
      if (held) {
        parts.feeds().release(webhook, node);
      }
    }
  }

  private boolean isMyTurn() {
    long now = System.nanoTime();
    if (!held || now - heldAt > turn.toNanos() / 4) {
      heldAt = now;
      held = parts.feeds().hold(webhook, node, turn);
    }
    return held;
  }

  /** Does a little; says whether there may be more. */
  private boolean step() {
    Optional<WebhookState> state = parts.webhooks().find(webhook).filter(WebhookState::isActive);
    Optional<Receiver> receiver = state.flatMap(this::open);
    Optional<Feed> feed = parts.feeds().find(webhook);
    Instant now = parts.clock().instant();
    if (receiver.isEmpty() || feed.isEmpty() || feed.get().isPausedAt(now)) {
      return false;
    }
    // One that fails is not tried with several at once.
    boolean fails = feed.get().failures() > 0;
    List<Delivery> next = parts.deliveries().next(webhook, now, fails ? 1 : parts.atOnce(), fails);
    if (next.isEmpty()) {
      return takeOver(feed.get(), state.get());
    }
    List<Attempt> attempts = send(receiver.get(), next);
    results.record(feed.get(), next, attempts);
    return true;
  }

  private Optional<Receiver> open(WebhookState state) {
    Instant now = parts.clock().instant();
    if (opened == null || !opened.state().equals(state) || !now.isBefore(opened.until())) {
      // Secrets end by themselves, so that what was opened is looked at again now and then.
      opened =
          parts
              .webhooks()
              .receiver(state)
              .map(receiver -> new Opened(state, receiver, now.plusSeconds(1)))
              .orElse(null);
    }
    return Optional.ofNullable(opened).map(Opened::receiver);
  }

  /** Takes the next events over, those first that were asked for once more. */
  private boolean takeOver(Feed feed, WebhookState state) {
    if (parts.deliveries().waiting(webhook) >= MOST_WAITING) {
      return false;
    }
    Replay replay = feed.replay();
    long after = replay == null ? feed.after() : replay.after();
    HistoryFeed.Page page = parts.history().read(WebhookReceivers.selection(state), after, PAGE);
    if (page.reached() == after) {
      return false;
    }
    List<HistoryQuery.Item> events =
        page.items().stream()
            .filter(it -> replay == null || it.position() <= replay.upTo())
            .toList();
    parts
        .transactions()
        .executeWithoutResult(
            transaction -> {
              parts.deliveries().add(webhook, events, parts.clock().instant());
              if (replay != null) {
                parts.feeds().replayed(webhook, node, after, page.reached());
              } else {
                parts.feeds().reached(webhook, node, after, page.reached());
              }
            });
    return true;
  }

  private List<Attempt> send(Receiver receiver, List<Delivery> deliveries) {
    Map<Long, HistoryQuery.Item> events =
        parts.history().at(deliveries.stream().map(Delivery::position).toList()).stream()
            .collect(Collectors.toMap(HistoryQuery.Item::position, Function.identity()));
    if (deliveries.size() == 1) {
      return List.of(send(receiver, events.get(deliveries.getFirst().position())));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Attempt>> attempts = new ArrayList<>();
      for (Delivery delivery : deliveries) {
        HistoryQuery.Item event = events.get(delivery.position());
        attempts.add(threads.submit(() -> send(receiver, event)));
      }
      return attempts.stream().map(WebhookRound::result).toList();
    }
  }

  private Attempt send(Receiver receiver, HistoryQuery.@Nullable Item event) {
    if (event == null) {
      throw new IllegalStateException("The history lacks an event that waits to be told.");
    }
    Attempt attempt =
        parts.client().send(receiver.address(), parts.messages().of(event), receiver.secrets());
    parts.metrics().attempted(webhook, attempt.outcome());
    return attempt;
  }

  private static Attempt result(Future<Attempt> attempt) {
    try {
      return attempt.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The program ends.", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("A message could not be sent.", failure.getCause());
    }
  }
}
