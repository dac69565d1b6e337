package org.consentledger.api.cost;

import org.consentledger.api.RunningLedger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A ledger of which is noted what it asks its database. */
@Import(StatementsSent.class)
@TestPropertySource(
    properties = {
      "spring.mail.host=127.0.0.1",
      "spring.mail.port=1", // nobody is there: letters wait
      "ledger.public-address=https://ledger.test",
      "ledger.mail.out.from=news@operator.kz"
    })
abstract class WatchedLedger extends RunningLedger {

  @Autowired StatementsSent statements;
}
