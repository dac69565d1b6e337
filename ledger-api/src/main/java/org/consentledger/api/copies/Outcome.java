package org.consentledger.api.copies;

import org.consentledger.core.log.VouchedCheckpoint;

/** What came of a delivery. */
sealed interface Outcome {

  /** The place has the checkpoint of that size, with so many signatures. */
  record Delivered(long size, int signatures) implements Outcome {
    static Delivered of(VouchedCheckpoint checkpoint) {
      return new Delivered(checkpoint.size(), checkpoint.note().signatures().size());
    }
  }

  /** It does not have it, and it is tried again. */
  record Failed(Failure failure, String detail) implements Outcome {}

  /**
   * The place holds a larger tree than the database, or another one.
   *
   * @param size how many leaves that has
   * @param differs whether it is over other leaves
   */
  record Contradicted(long size, boolean differs) implements Outcome {
    Failure failure() {
      return differs ? Failure.SPLIT_VIEW : Failure.AHEAD;
    }
  }
}
