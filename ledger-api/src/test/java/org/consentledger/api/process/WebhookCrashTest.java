package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.WebhookReceiver;
import org.consentledger.api.testing.WebhookReceiver.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The program dies while a receiver has a message and the ledger does not know it yet. */
class WebhookCrashTest {

  private static final String[] SETTINGS = {
    "--ledger.webhooks.allow-private-addresses=true", "--ledger.webhooks.timeout=2s"
  };

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void promise_2_what_was_told_and_not_recorded_is_told_again_under_the_same_identifier()
      throws Exception {
    Path data = folder.resolve("data");
    AtomicReference<LedgerProcess> running = new AtomicReference<>();
    AtomicBoolean killed = new AtomicBoolean();
    try (WebhookReceiver receiver = WebhookReceiver.start()) {
      receiver.does(
          (message, exchange) -> {
            if (message.type().equals("consent.given") && killed.compareAndSet(false, true)) {
              running.get().killProgram();
            }
            WebhookReceiver.reply(exchange, 204);
          });
      String secret;
      try (LedgerProcess first = LedgerProcess.start(data, SETTINGS)) {
        running.set(first);
        LedgerClient ledger = first.client();
        ledger.publishPolicy("1.0", "");
        ledger.definePurpose("letters", "1.0");
        Answer webhook = ledger.put("/api/v1/webhooks/crm", "{\"url\":\"" + receiver.url() + "\"}");
        secret = webhook.json().get("secret").asString();
        String subject = ledger.register("letters", "somebody@example.kz");
        ledger.giveConsent(subject, "letters", "1.0", "");
        receiver.await(1, message -> message.type().equals("consent.given"));
      }
      try (LedgerProcess second = LedgerProcess.start(data, SETTINGS)) {
        List<Received> twice = receiver.await(2, message -> message.type().equals("consent.given"));
        assertThat(twice).extracting(Received::id).containsOnly(twice.getFirst().id());
        assertThat(twice).extracting(Received::body).containsOnly(twice.getFirst().body());
        assertThat(twice).allMatch(message -> message.isSignedBy(secret));
        LedgerClient ledger = second.client();
        ledger.withdraw(twice.getFirst().subject(), "letters");
        receiver.await(1, message -> message.type().equals("consent.withdrawn"));
      }
      assertThat(receiver.received())
          .filteredOn(message -> !message.type().equals("consent.given"))
          .extracting(Received::id)
          .doesNotHaveDuplicates();
    }
  }
}
