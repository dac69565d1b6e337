package org.consentledger.api.limits;

import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.TestPropertySource;

/** A ledger whose limits are soon reached, and a client that may do little. */
@TestPropertySource(
    properties = {
      "ledger.limits.commands-under-way=" + LimitedLedger.PLACES,
      "ledger.limits.longest-wait=PT60S",
      "ledger.limits.waiting-for-connection=" + LimitedLedger.WAITING,
      "ledger.limits.clients.hasty.commands-per-second=1",
      "ledger.limits.clients.hasty.reads-per-second=3",
      "spring.datasource.hikari.connection-timeout=1000"
    })
abstract class LimitedLedger extends RunningLedger {

  static final int PLACES = 20;

  /** More than the ledger has threads of its own, which wait as well. */
  static final int WAITING = 30;

  LedgerClient ledger;

  @BeforeEach
  void publish() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }
}
