package org.consentledger.core.log;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.core.eventstore.LedgerHalted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps sealing and signing, ten times a second, for as long as the program runs. What fails is
 * tried again; what must not go on is said and refused until it is mended.
 */
public final class SealingLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SealingLoop.class);
  private static final Duration BETWEEN_TURNS = Duration.ofMillis(100);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Sealer sealer;
  private final Duration checkpointEvery;
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable String refusal;
  private boolean failing;

  /**
   * Opens the log and begins to seal. Where the log must not go on, that is told by {@link
   * #refusal} before this returns.
   *
   * @param checkpointEvery how much time there is between two checkpoints at least
   */
  public SealingLoop(Sealer sealer, Duration checkpointEvery) {
    this.sealer = sealer;
    this.checkpointEvery = checkpointEvery;
    open();
    this.thread = Thread.ofPlatform().name("ledger-sealer").daemon().unstarted(this::run);
    thread.start();
  }

  /** Why the log does not go on, in a sentence; empty where it does. */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /**
   * Requires that the log goes on: what it refuses to seal is decided by nobody.
   *
   * @throws LedgerHalted where it does not
   */
  public void requireGoing() {
    refusal()
        .ifPresent(
            reason -> {
              throw new LedgerHalted(reason);
            });
  }

  private void open() {
    try {
      sealer.open();
      refusal = null;
    } catch (LogUnusable unusable) {
      refuse(unusable);
    }
  }

  private void run() {
    while (!closed) {
      LockSupport.parkNanos(turn().toNanos());
    }
  }

  /** One turn; answers how long to wait for the next. */
  private Duration turn() {
    try {
      if (refusal != null) {
        open();
        return AFTER_FAILURE;
      }
      boolean more = sealer.seal();
      sealer.sign(checkpointEvery);
      failing = false;
      return more ? Duration.ZERO : BETWEEN_TURNS;
    } catch (LogUnusable unusable) {
      refuse(unusable);
    } catch (RuntimeException failure) {
      if (!failing && !closed) {
        LOG.warn("Sealing failed and is tried again.", failure);
      }
      failing = true;
    }
    return AFTER_FAILURE;
  }

  private void refuse(LogUnusable unusable) {
    String sentence = String.valueOf(unusable.getMessage());
    if (!sentence.equals(refusal)) {
      LOG.error(sentence);
    }
    refusal = sentence;
  }

  /** Ends after the turn that is under way. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
