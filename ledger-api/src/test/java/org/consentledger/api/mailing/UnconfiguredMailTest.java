package org.consentledger.api.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.api.MailStory;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;

/** A ledger that nobody told of a mail server. */
class UnconfiguredMailTest extends RunningLedger {

  @Test
  void a_mailing_does_not_start_and_says_which_setting_is_missing() {
    LedgerClient ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/mailings/spring", MailStory.plan("letters", "")));

    Answer answer = ledger.post("/api/v1/mailings/spring/start", "{}", "key");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("MAIL_NOT_CONFIGURED");
    assertThat(answer.json().get("detail").asString()).contains("spring.mail.host");
    assertThat(
            ledger
                .post("/api/v1/mailings/spring/start", "{}", "key")
                .header("Idempotency-Replayed"))
        .as("it can be put right")
        .isEmpty();
    assertThat(ledger.get("/api/v1/mailings/spring").json().get("state").asString())
        .isEqualTo("PLANNED");
  }
}
