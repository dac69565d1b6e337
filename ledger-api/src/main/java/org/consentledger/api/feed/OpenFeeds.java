package org.consentledger.api.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.consentledger.core.log.SealingLoop;
import org.consentledger.projections.history.HistoryProjection;
import org.consentledger.projections.streaming.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What all feeds of this node share: how many there may be, how far the history is, so that they
 * need not all ask for it, and when they must end.
 */
@Component
@EnableConfigurationProperties(FeedProperties.class)
final class OpenFeeds implements SmartLifecycle {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Progress progress;
  private final SealingLoop sealing;
  private final Clock clock;
  private final Semaphore places;
  private final ReentrantLock look = new ReentrantLock();
  private volatile boolean running;
  private volatile long head;
  private volatile long lookedAt;

  OpenFeeds(
      Progress progress,
      SealingLoop sealing,
      Clock clock,
      FeedProperties properties,
      MeterRegistry metrics) {
    this.progress = progress;
    this.sealing = sealing;
    this.clock = clock;
    this.places = new Semaphore(properties.most());
    this.lookedAt = System.nanoTime() - BETWEEN_LOOKS.toNanos();
    metrics.gauge("ledger.feed.open", places, it -> properties.most() - it.availablePermits());
  }

  /** Takes a place, if there is one; whoever has one leaves it. */
  boolean enter() {
    return places.tryAcquire();
  }

  void leave() {
    places.release();
  }

  /**
   * Why a feed must end now; empty where it goes on.
   *
   * @param tokenEnds when the access token is over
   */
  Optional<FeedEnd> end(@Nullable Instant tokenEnds) {
    if (!running) {
      return Optional.of(FeedEnd.SHUTTING_DOWN);
    }
    if (sealing.refusal().isPresent()) {
      return Optional.of(FeedEnd.LEDGER_HALTED);
    }
    boolean isOver = tokenEnds != null && !clock.instant().isBefore(tokenEnds);
    return isOver ? Optional.of(FeedEnd.TOKEN_EXPIRED) : Optional.empty();
  }

  /** Waits a little until there may be events after a position. Of all who wait, one asks. */
  void awaitBeyond(long position) {
    refresh();
    if (head <= position && running) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private void refresh() {
    if (System.nanoTime() - lookedAt >= BETWEEN_LOOKS.toNanos() && look.tryLock()) {
      try {
        head = progress.of(HistoryProjection.NAME);
        lookedAt = System.nanoTime();
      } finally {
        look.unlock();
      }
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** Before the web server waits for its requests, as none of these would end by itself. */
  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
