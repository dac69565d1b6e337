package org.consentledger.core.eventstore;

/**
 * Is told how long the stages of the write path take, and how much is written at once; never what.
 * It is called on the threads that do the work: it must be quick, and must not fail.
 */
public interface AppendObserver {

  /** Nobody looks. */
  AppendObserver NONE =
      new AppendObserver() {
        @Override
        public void took(Stage stage, long nanos) {}

        @Override
        public void wrote(int commands, int events) {}
      };

  /** What a command goes through, in this order; all but the first two together with others. */
  enum Stage {
    /** From what was prepared for the command until its events are handed over: load and decide. */
    DECIDE,
    /** Waiting until the appender takes the command up. */
    QUEUE,
    /** A connection, and the turn over all nodes. */
    TURN,
    /** The events. */
    INSERT,
    /** Sealed data, and answers under their idempotency keys. */
    ATTACHMENTS,
    /** The read models that decisions are made on. */
    PROJECTIONS,
    /** The commit, with its flush to disk. */
    COMMIT
  }

  void took(Stage stage, long nanos);

  /** A transaction is on disk. */
  void wrote(int commands, int events);
}
