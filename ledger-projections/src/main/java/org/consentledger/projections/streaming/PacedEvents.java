package org.consentledger.projections.streaming;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Events for one projection, in batches that do not follow one another closer than {@link #PACE},
 * or, where many come, than {@link #PACE_OF_MANY}: a batch is a transaction with its progress,
 * whether it holds one event or a hundred. Whoever has waited longer than that for an event is
 * given it at once.
 */
final class PacedEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

  /** So much later, at the most, a projection that has nothing to catch up with sees an event. */
  private static final Duration PACE = Duration.ofMillis(20);

  /** A batch of so many shows that more will come. */
  private static final int MANY = 10;

  private static final Duration PACE_OF_MANY = Duration.ofMillis(100);

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
    private final AtomicLong begun = new AtomicLong();
    private final AtomicInteger taken = new AtomicInteger();

    PacedStream(BlockingStream<TrackedEventMessage<?>> events, int fullBatch) {
      this.events = events;
      this.fullBatch = fullBatch;
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      if (timeout > 0) {
        pace(taken.getAndSet(0));
      }
      return events.hasNextAvailable(timeout, unit);
    }

    private void pace(int last) {
      Duration pace = last < MANY ? PACE : PACE_OF_MANY;
      long rest = begun.get() + pace.toNanos() - System.nanoTime();
      if (last > 0 && last < fullBatch && rest > 0) {
        LockSupport.parkNanos(rest);
      }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      if (taken.getAndIncrement() == 0) {
        begun.set(System.nanoTime());
      }
      return events.nextAvailable();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return events.peek();
    }

    @Override
    public void close() {
      events.close();
    }
  }
}
