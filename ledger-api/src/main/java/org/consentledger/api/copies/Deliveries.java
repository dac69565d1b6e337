package org.consentledger.api.copies;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.core.log.Testimony;
import org.consentledger.core.log.VouchedCheckpoint;
import org.consentledger.core.log.Vouchers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the newest checkpoint to each place, of all nodes on one, each place on a thread of its
 * own: one that hangs holds up no other. Of what happened everything that matters is in the
 * database, so that a crash changes nothing but that the last delivery may be made twice.
 */
final class Deliveries implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_DELIVERY = Duration.ofMinutes(2);

  private final List<Place> places;
  private final CopyStates states;
  private final Turn turn;
  private final Vouchers vouchers;
  private final Runnable compareAgain;
  private final Clock clock;
  private final Duration betweenTurns;
  private final Map<Place.Id, Instant> running = new ConcurrentHashMap<>();
  private final Set<Place.Id> asked = ConcurrentHashMap.newKeySet();
  private final ExecutorService deliveries =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("ledger-copy-", 0).factory());
  private final Thread thread =
      Thread.ofPlatform().name("ledger-copies").daemon().unstarted(this::run);
  private volatile boolean closed;
  private boolean enrolled;
  private boolean failing;
  private List<Testimony> heard = List.of();

  /**
   * Deliveries to these places.
   *
   * @param compareAgain lets the log be compared with what places say against it
   */
  Deliveries(
      List<Place> places,
      CopyStates states,
      Turn turn,
      Vouchers vouchers,
      Runnable compareAgain,
      Clock clock,
      Duration betweenTurns) {
    this.places = places;
    this.states = states;
    this.turn = turn;
    this.vouchers = vouchers;
    this.compareAgain = compareAgain;
    this.clock = clock;
    this.betweenTurns = betweenTurns;
  }

  /** Begins; where there are no places, there is nothing to begin. */
  void start() {
    if (!places.isEmpty()) {
      thread.start();
    }
  }

  private void run() {
    while (!closed) {
      try {
        turn();
        failing = false;
      } catch (RuntimeException failure) {
        if (!failing && !closed) {
          LOG.warn("Checkpoints are not carried outside; it is tried again.", failure);
        }
        failing = true;
      }
      LockSupport.parkNanos(betweenTurns.toNanos());
    }
  }

  private void turn() {
    if (!enrolled) {
      states.enroll(places, clock.instant());
      enrolled = true;
    }
    listen();
    if (turn.isMine()) {
      // Looked at before the states are read: what ends in between has its state kept already, and
      // would be delivered again on the strength of the one before.
      Set<Place.Id> busy = Set.copyOf(running.keySet());
      Map<Place.Id, CopyState> known = states.all();
      vouchers
          .newest()
          .ifPresent(
              newest ->
                  places.forEach(
                      place ->
                          consider(place, state(known, place), newest, busy.contains(place.id()))));
    }
  }

  /** Every node hears what was said to one. */
  private void listen() {
    List<Testimony> said = states.testimonies(places);
    if (!said.equals(heard)) {
      heard = said;
      compareAgain.run();
    }
  }

  private void consider(Place place, CopyState state, VouchedCheckpoint newest, boolean busy) {
    Instant now = clock.instant();
    if (!busy) {
      if (isDue(place, state, newest, now)) {
        asked.add(place.id());
        running.put(place.id(), now);
        deliveries.execute(() -> deliver(place, state, newest));
      }
    } else if (hangs(place, now) && state.mayBeTriedAt(now)) {
      record(place, state, new Outcome.Failed(Failure.TIMEOUT, "it does not come to an end"));
    }
  }

  private boolean hangs(Place place, Instant now) {
    Instant begun = running.get(place.id());
    return begun != null && begun.plus(LONGEST_DELIVERY).isBefore(now);
  }

  private boolean isDue(Place place, CopyState state, VouchedCheckpoint newest, Instant now) {
    if (place.isAskedAtStart() && !asked.contains(place.id())) {
      return true;
    }
    if (state.retryAt() != null) {
      return state.mayBeTriedAt(now);
    }
    Instant delivered = state.deliveredAt();
    return (delivered == null || !now.isBefore(delivered.plus(place.every())))
        && place.lacks(newest, state);
  }

  private void deliver(Place place, CopyState state, VouchedCheckpoint newest) {
    try {
      Outcome outcome = attempt(place, state, newest);
      if (!closed || outcome instanceof Outcome.Delivered) {
        Thread.interrupted(); // what was delivered is kept, even at the end
        record(place, state, outcome);
      }
    } catch (RuntimeException failure) {
      LOG.warn("What came of the delivery to the {} could not be kept.", place.id(), failure);
    } finally {
      running.remove(place.id());
    }
  }

  private Outcome attempt(Place place, CopyState state, VouchedCheckpoint newest) {
    try {
      return place.deliver(newest, state);
    } catch (RuntimeException failure) {
      if (state.failures() == 0 && !closed) {
        LOG.warn("The delivery to the {} failed.", place.id(), failure);
      }
      return new Outcome.Failed(Failure.UNEXPECTED, failure.getClass().getSimpleName());
    }
  }

  private void record(Place place, CopyState state, Outcome outcome) {
    switch (outcome) {
      case Outcome.Delivered delivered -> {
        states.delivered(place.id(), delivered, clock.instant());
        if (state.failures() > 0) {
          LOG.info("The {} takes checkpoints again.", place.id());
        }
      }
      case Outcome.Failed failed -> {
        recordFailure(place, state, failed.failure());
        if (state.failures() == 0) {
          LOG.warn("The {} does not take checkpoints: {}.", place.id(), failed.detail());
        }
      }
      case Outcome.Contradicted contradicted -> {
        states.contradicted(place.id(), contradicted);
        recordFailure(place, state, contradicted.failure());
      }
    }
  }

  private void recordFailure(Place place, CopyState state, Failure failure) {
    Instant now = clock.instant();
    states.failed(place.id(), failure, now, now.plus(pause(state.failures())));
  }

  /** Twice as long after each failure, up to five minutes. */
  static Duration pause(int failuresBefore) {
    Duration pause = Duration.ofSeconds(1L << Math.min(failuresBefore, 20));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private static CopyState state(Map<Place.Id, CopyState> known, Place place) {
    return Optional.ofNullable(known.get(place.id()))
        .orElseThrow(
            () -> new IllegalStateException("No state is kept of the " + place.id() + "."));
  }

  /** Ends what is under way, and leaves the turn to another node. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    deliveries.shutdownNow();
    try {
      boolean started = thread.isAlive();
      thread.join(Duration.ofSeconds(5));
      if (!deliveries.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.info("A delivery that hangs is left behind.");
      }
      if (started) {
        turn.end();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException databaseAway) {
      LOG.info("The turn to carry checkpoints ends by itself.");
    }
  }
}
