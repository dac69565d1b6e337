package org.consentledger.api.clause;

import java.util.UUID;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;

/** What tests of clauses begin with: a ledger with a policy, and somebody who is registered. */
abstract class ClauseStory extends RunningLedger {

  /** What each ground's clause demands. */
  static final String CONTRACT = "{\"contractNumber\":\"Д-17/ә\",\"role\":\"PARTY\"}";

  static final String OBLIGATION = "{\"act\":\"Салық кодексі\",\"article\":\"26\"}";
  static final String INTEREST = "{\"interest\":\"fraud\",\"balancing\":\"note 4\"}";
  static final String DISCLOSURE = "{\"law\":\"On banks\",\"article\":\"50\"}";

  LedgerClient ledger;

  @BeforeEach
  void publish() {
    ledger = LedgerClient.at("http://localhost:" + port, CLIENT, SECRET);
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }

  String registered() {
    return ledger.register("letters", UUID.randomUUID() + "@example.kz");
  }

  /** Registered, and consented to these purposes under these conditions. */
  String consented(String conditions, String... purposes) {
    String subject = registered();
    for (String purpose : purposes) {
      LedgerClient.requireSuccess(
          ledger.giveConsent(subject, purpose, "1.0", ",\"conditions\":" + conditions));
    }
    return subject;
  }

  Answer read(String subject) {
    return LedgerClient.requireSuccess(ledger.get("/api/v1/subjects/" + subject));
  }

  static String id(Answer answer, String name) {
    return LedgerClient.requireSuccess(answer).json().get(name).asString();
  }
}
