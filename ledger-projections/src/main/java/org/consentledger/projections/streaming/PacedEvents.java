package org.consentledger.projections.streaming;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Events for one projection, in batches that do not follow one another closer than {@link #PACE}: a
 * batch is a transaction with its progress, whether it holds one event or a hundred. Whoever has
 * waited longer than that for an event is given it at once.
 */
final class PacedEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

  /** So much later, at the most, a projection that has nothing to catch up with sees an event. */
  private static final Duration PACE = Duration.ofMillis(20);

  private final StreamableMessageSource<TrackedEventMessage<?>> events;
  private final int fullBatch;

  PacedEvents(StreamableMessageSource<TrackedEventMessage<?>> events, int fullBatch) {
    this.events = events;
    this.fullBatch = fullBatch;
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
    return new PacedStream(events.openStream(after), fullBatch);
  }

  @Override
  public TrackingToken createTailToken() {
    return events.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return events.createHeadToken();
  }

  /** Axon waits for the first event of a batch, and takes what else is there without waiting. */
  private static final class PacedStream implements BlockingStream<TrackedEventMessage<?>> {

    private final BlockingStream<TrackedEventMessage<?>> events;
    private final int fullBatch;
    private long begun = System.nanoTime() - PACE.toNanos();
    private int taken;

    PacedStream(BlockingStream<TrackedEventMessage<?>> events, int fullBatch) {
      this.events = events;
      this.fullBatch = fullBatch;
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      if (timeout > 0 && taken > 0) {
        pace();
      }
      return events.hasNextAvailable(timeout, unit);
    }

    private void pace() {
      long rest = begun + PACE.toNanos() - System.nanoTime();
      if (taken < fullBatch && rest > 0) {
        LockSupport.parkNanos(rest);
      }
      taken = 0;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      if (taken == 0) {
        begun = System.nanoTime();
      }
      taken++;
      return events.nextAvailable();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return events.peek();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      return events.setOnAvailableCallback(callback);
    }

    @Override
    public void close() {
      events.close();
    }
  }
}
