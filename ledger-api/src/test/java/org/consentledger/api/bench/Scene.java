package org.consentledger.api.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What all rows measure at: a ledger that runs, its database, the people it knows, a load. */
record Scene(
    BenchSettings settings,
    BenchedLedger ledger,
    BenchedDatabase database,
    Population population,
    Load load) {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

  /** Looks again and again, a hundred times a second. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("It takes longer than " + LONGEST_WAIT + ".");
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Until every projection has taken in every event. */
  void awaitProjections() {
    await(
        () ->
            ledger.client().get("/api/v1/projections").items().stream()
                .allMatch(each -> each.get("lag").asLong() == 0));
  }

  static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
