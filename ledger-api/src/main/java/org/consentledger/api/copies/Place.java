package org.consentledger.api.copies;

import java.time.Duration;
import org.consentledger.core.log.VouchedCheckpoint;

/** Somewhere outside that checkpoints go to. */
interface Place {

  /** What kinds there are; their names are stored. */
  enum Kind {
    WITNESS,
    DIRECTORY,
    MAIL,
    TIME_STAMP;

    /** Whether one that fails alone is of no weight, because the quorum is. */
    boolean isJudgedByQuorum() {
      return this == WITNESS;
    }
  }

  /**
   * Which place it is.
   *
   * @param name that of the witness's key, the path of the directory, an address
   */
  record Id(Kind kind, String name) {
    @Override
    public String toString() {
      return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " " + name;
    }
  }

  /** Which place it is. */
  Id id();

  /** How much time there is between two deliveries at least. */
  Duration every();

  /** Whether the place has not been given the newest checkpoint in its present form. */
  boolean lacks(VouchedCheckpoint newest, CopyState state);

  /** Brings the newest checkpoint there. Takes as long as it takes; ends early when interrupted. */
  Outcome deliver(VouchedCheckpoint newest, CopyState state);

  /** What the place vouches for, as the end of "the checkpoint …" in a sentence. */
  default String testimony() {
    return "at the " + id();
  }

  /** Whether it is asked at each start what it holds, even if nothing is new. */
  default boolean isAskedAtStart() {
    return false;
  }
}
