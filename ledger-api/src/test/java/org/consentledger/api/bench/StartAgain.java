package org.consentledger.api.bench;

import java.util.ArrayList;
import java.util.List;

/** P13: from the launcher's start on existing data to the line that says that it serves. */
final class StartAgain {

  private static final double LIMIT_SECONDS = 8;

  private StartAgain() {}

  /** No ledger may be running on the data. */
  static Finding measure(BenchSettings settings) throws Exception {
    BenchedLedger.startByLauncher(settings).close(); // prepares
    List<Double> took = new ArrayList<>();
    List<Double> limits = new ArrayList<>();
    for (int round = 0; round < settings.rounds(); round++) {
      try (BenchedLedger ledger = BenchedLedger.startByLauncher(settings)) {
        took.add(ledger.untilReady().toMillis() / 1000.0);
        limits.add(LIMIT_SECONDS);
      }
    }
    return new Finding(
        "P13",
        "ready after start: the launcher, its own database, existing data",
        "8 seconds",
        "s",
        took,
        limits,
        1,
        true,
        null);
  }
}
