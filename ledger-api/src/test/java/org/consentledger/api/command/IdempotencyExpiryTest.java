package org.consentledger.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IdempotencyExpiryTest extends RunningLedger {

  @Autowired private IdempotencyExpiry expiry;

  @Test
  void an_answer_is_repeated_until_its_time_is_over_and_then_forgotten() {
    LedgerClient ledger = ledgerClient();
    String path = "/api/v1/subjects/" + UUID.randomUUID() + "/consents/letters/withdrawal";
    String key = UUID.randomUUID().toString();
    Answer first = ledger.post(path, "{\"channel\":\"EMAIL\"}", key);
    Instant answered = Instant.now();

    expiry.forgetBefore(answered.minusSeconds(3600));
    assertThat(ledger.post(path, "{\"channel\":\"EMAIL\"}", key).text()).isEqualTo(first.text());

    expiry.forgetBefore(answered.plusSeconds(3600));
    Answer anew = ledger.post(path, "{\"channel\":\"EMAIL\"}", key);
    assertThat(anew.header("Idempotency-Replayed")).isEmpty();
    assertThat(anew.text()).isNotEqualTo(first.text());
  }
}
