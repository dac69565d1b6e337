package org.consentledger.core.eventstore;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets commands begin while there is hope that they end in time; the others are refused before
 * anything was done for them, so that work is only spent on what will be answered. Past its
 * capacity a node so goes on with as much as it can do, and nobody waits longer for it.
 */
public final class Admission {

  private final Semaphore places;
  private final Duration longestWait;
  private final Supplier<Duration> expectedWait;

  /**
   * Lets in as long as both bounds hold.
   *
   * @param most how many commands may be under way, from before anything is read for them until
   *     they are answered
   * @param longestWait how long a command may have to wait for its turn
   * @param expectedWait how long one that comes now would; see {@link Appender#expectedWait}
   */
  public Admission(int most, Duration longestWait, Supplier<Duration> expectedWait) {
    this.places = new Semaphore(most);
    this.longestWait = longestWait;
    this.expectedWait = expectedWait;
  }

  /** The place of a command that is under way. Its end makes room for another. */
  public static final class Place implements AutoCloseable {

    private final Semaphore places;

    private Place(Semaphore places) {
      this.places = places;
    }

    @Override
    public void close() {
      places.release();
    }
  }

  /**
   * Takes a place for a command.
   *
   * @throws LedgerOverloaded at once where there is none, or the wait would be too long
   */
  public Place enter() {
    Duration wait = expectedWait.get();
    if (wait.compareTo(longestWait) > 0) {
      throw new LedgerOverloaded(LedgerOverloaded.Reason.WAIT, wait);
    }
    if (!places.tryAcquire()) {
      throw new LedgerOverloaded(LedgerOverloaded.Reason.COMMANDS, wait);
    }
    return new Place(places);
  }
}
