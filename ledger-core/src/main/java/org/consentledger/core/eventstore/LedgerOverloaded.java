package org.consentledger.core.eventstore;

import java.io.Serial;
import java.time.Duration;

/**
 * There is more to do than gets done in time, so this was not begun. Nothing was recorded, and
 * nothing will be; sent again later, it may be.
 */
public final class LedgerOverloaded extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final Duration wait;

  /** What there is too much of. */
  public enum Reason {
    /** As many commands are under way as there may be. */
    COMMANDS,
    /** It would have waited longer than anybody should. */
    WAIT,
    /** It waited as long as anybody may, and its turn had not come. */
    TURN,
    /** The ledger is ending. */
    ENDING
  }

  LedgerOverloaded(Reason reason, Duration wait) {
    super("Overloaded: " + reason, null, false, false);
    this.reason = reason;
    this.wait = wait;
  }

  public Reason reason() {
    return reason;
  }

  /** How long what is there already will probably take. */
  public Duration expectedWait() {
    return wait;
  }
}
