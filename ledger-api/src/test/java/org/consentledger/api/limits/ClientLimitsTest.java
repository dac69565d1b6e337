package org.consentledger.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;

/** One client that sends too much, beside others. */
class ClientLimitsTest extends LimitedLedger {

  private Answer register(LedgerClient client, String email) {
    return client.post(
        "/api/v1/subjects",
        """
        {"identifiers":{"email":"%s"},"purposeId":"letters","source":"FORM","language":"kk"}
        """
            .formatted(email));
  }

  private static String somebody() {
    return UUID.randomUUID() + "@example.kz";
  }

  /** The time in the answer is the promise, so the test waits for it. */
  private static void waitAsTold(Answer refused) {
    long until =
        System.nanoTime()
            + Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))).toNanos();
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  @Test
  void a_client_above_its_rate_waits_as_it_is_told_and_others_are_not_concerned() {
    LedgerClient hasty = anotherClient("hasty");
    LedgerClient calm = anotherClient("calm");
    Answer refused = register(hasty, somebody());
    for (int i = 0; i < 20 && refused.status() != 429; i++) {
      refused = register(hasty, somebody());
    }

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    for (int i = 0; i < 5; i++) {
      assertThat(register(calm, somebody()).status()).isEqualTo(201);
    }
    assertThat(hasty.get("/api/v1/purposes").status())
        .as("questions are counted apart")
        .isEqualTo(200);

    waitAsTold(refused);
    assertThat(register(hasty, somebody()).status()).isEqualTo(201);
  }

  @Test
  void what_was_refused_for_its_sender_had_no_effect() {
    LedgerClient hasty = anotherClient("hasty");
    String email = somebody();
    Answer answer = register(hasty, email);
    for (int i = 0; i < 20 && answer.status() != 429; i++) {
      email = somebody();
      answer = register(hasty, email);
    }

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text()).doesNotContain(email, "hasty");
    assertThat(
            ledger.post("/api/v1/subjects/lookup", "{\"email\":\"%s\"}".formatted(email)).status())
        .isEqualTo(404);
  }

  @Test
  void decisions_are_questions_and_have_a_rate_too() {
    LedgerClient hasty = anotherClient("hasty");
    String subject = UUID.randomUUID().toString();
    Answer answer = hasty.decide(subject, "letters", "USE");
    for (int i = 0; i < 60 && answer.status() != 429; i++) {
      answer = hasty.decide(subject, "letters", "USE");
    }

    assertThat(answer.status()).isEqualTo(429);
    waitAsTold(answer);
    assertThat(hasty.decide(subject, "letters", "USE").status()).isNotEqualTo(429);
  }
}
