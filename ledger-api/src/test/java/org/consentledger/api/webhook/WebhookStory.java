package org.consentledger.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.WebhookReceiver;
import org.consentledger.api.testing.WebhookReceiver.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A ledger whose receivers are on this machine, and which tries again soon. */
@TestPropertySource(
    properties = {
      "ledger.webhooks.allow-private-addresses=true",
      "ledger.webhooks.timeout=1s",
      "ledger.webhooks.schedule="
          + "50ms,50ms,50ms,50ms,50ms,50ms,50ms,50ms,50ms,50ms,50ms,50ms,50ms,50ms,1s,1s,1s,1s,1s"
    })
abstract class WebhookStory extends RunningLedger {

  protected LedgerClient ledger;
  protected WebhookReceiver receiver;
  private final List<String> webhooks = new ArrayList<>();

  @BeforeEach
  void begin() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    ledger.definePurpose("survey", "1.0");
    receiver = WebhookReceiver.start();
  }

  @AfterEach
  void end() {
    for (String webhook : webhooks) {
      record(webhook, ",\"active\":false");
    }
    receiver.close();
  }

  /** A new webhook, and its secret. */
  protected record Registered(String id, String secret) {}

  protected Registered registered(String more) {
    String id = LedgerClient.unusedCode();
    webhooks.add(id);
    Answer answer = record(id, more);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return new Registered(id, answer.json().get("secret").asString());
  }

  protected Answer record(String id, String more) {
    return ledger.put(
        "/api/v1/webhooks/" + id, "{\"url\":\"%s\"%s}".formatted(receiver.url(), more));
  }

  protected String person() {
    return ledger.register("letters", UUID.randomUUID() + "@example.kz");
  }

  protected Answer gives(String subject, String purpose) {
    return LedgerClient.requireSuccess(ledger.giveConsent(subject, purpose, "1.0", ""));
  }

  protected Answer withdraws(String subject, String purpose) {
    return LedgerClient.requireSuccess(ledger.withdraw(subject, purpose));
  }

  protected static Predicate<Received> about(String subject) {
    return message -> message.subject().equals(subject);
  }

  protected static Predicate<Received> ofType(String type) {
    return message -> message.type().equals(type);
  }

  protected List<JsonNode> deliveries(String webhook, String query) {
    return LedgerClient.requireSuccess(
            ledger.get("/api/v1/webhooks/" + webhook + "/deliveries" + query))
        .items();
  }

  protected JsonNode webhook(String id) {
    return LedgerClient.requireSuccess(ledger.get("/api/v1/webhooks/" + id)).json();
  }

  protected static void waitUntil(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(deadline);
      LockSupport.parkNanos(50_000_000);
    }
  }
}
