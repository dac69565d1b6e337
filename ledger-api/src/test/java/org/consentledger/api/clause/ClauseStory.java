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

  /** A recipient with a civil-law contract (clause 8.2). */
  static final String CONTRACTED = ",\"contract\":{\"number\":\"5\",\"date\":\"2026-01-05\"}";

  LedgerClient ledger;

  @BeforeEach
  void publish() {
    ledger = ledgerClient();
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

  /** Somebody else than {@link #ledger}, with all scopes. */
  LedgerClient officer() {
    return anotherClient("officer");
  }

  void recipient(String code, String country, String more) {
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/recipients/" + code,
            "{\"name\":\"Somebody\",\"country\":\"%s\",\"kind\":\"THIRD_PARTY\"%s}"
                .formatted(country, more)));
  }

  /** Clauses 10.2 and 10.1, in this order. */
  void mayBeSentAbroad(String recipient) {
    for (String step : new String[] {"assurance", "notice"}) {
      LedgerClient.requireSuccess(
          ledger.post(
              "/api/v1/recipients/" + recipient + "/cross-border/" + step,
              "{\"reference\":\"letter 1\",\"date\":\"2026-02-01\"}"));
    }
  }

  Answer read(String subject) {
    return LedgerClient.requireSuccess(ledger.get("/api/v1/subjects/" + subject));
  }

  static String id(Answer answer, String name) {
    return LedgerClient.requireSuccess(answer).json().get(name).asString();
  }
}
