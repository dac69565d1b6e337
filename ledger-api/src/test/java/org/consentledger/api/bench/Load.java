package org.consentledger.api.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Sends as fast as it is answered, from a process that is not the ledger's. */
interface Load {

  /** What it is, for the report. */
  String name();

  /**
   * Sends these requests, each client its own share of them, again and again until the time is
   * over.
   *
   * @return answers a second
   * @throws IllegalStateException where anything was answered with other than success
   */
  double perSecond(BenchedLedger ledger, List<Request> requests, int clients, Duration time)
      throws IOException, InterruptedException;
}
