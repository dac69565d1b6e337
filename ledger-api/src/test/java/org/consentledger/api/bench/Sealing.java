package org.consentledger.api.bench;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** P9: leaves of the log while an import goes on, against the rate of that import. */
final class Sealing implements Row {

  private static final String LAG =
      """
      select coalesce(extract(epoch from clock_timestamp() - (
        select recorded_at from event
        where position > (select coalesce(max(position), 0) from ledger_leaf) order by position limit 1)), 0)
      """;

  @Override
  public String name() {
    return "P9";
  }

  @Override
  public Finding measure(Scene scene) throws Exception {
    int people = ImportConsents.people(scene.settings());
    double[] imported = new double[1];
    AtomicReference<Double> worst = new AtomicReference<>(0.0);
    AtomicBoolean over = new AtomicBoolean();
    Thread watch = Thread.ofPlatform().start(() -> watch(scene, worst, over));
    Comparison comparison =
        Comparison.of(
            scene.settings().rounds(),
            round -> {
              long begun = System.nanoTime();
              imported[0] = ImportConsents.eventsPerSecond(scene, people);
              Scene.await(() -> lag(scene) == 0);
              return 2 * people / Scene.seconds(begun);
            },
            round -> imported[0]);
    over.set(true);
    watch.join();
    return comparison
        .rate(
            name(),
            "events of an import sealed, counted until the last has its leaf",
            "the events of that import, counted until the last was answered",
            "leaves/s",
            0.95)
        .noting(
            "the oldest event without a leaf was %.2f s old at most (looked ten times a second)"
                .formatted(worst.get()));
  }

  private static void watch(Scene scene, AtomicReference<Double> worst, AtomicBoolean over) {
    while (!over.get()) {
      worst.accumulateAndGet(lag(scene), Math::max);
      LockSupport.parkNanos(100_000_000);
    }
  }

  private static double lag(Scene scene) {
    try {
      return Double.parseDouble(scene.database().text(LAG));
    } catch (java.sql.SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
