package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was destroyed can be read in no backup any more, and the certificate says so. */
class FinalCertificateTest {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private LedgerClient ledger;

  @Test
  void clause_2_14_the_final_certificate_comes_when_backups_are_dead_and_everybody_has_confirmed()
      throws Exception {
    Path data = folder.resolve("data");
    String alone;
    String shared;
    String person;
    JsonNode first;
    try (LedgerProcess process = LedgerProcess.start(data)) {
      ledger = process.client();
      prepare();
      alone = destroyed(ledger.register("letters", "alone@example.kz"));
      person = ledger.register("letters", "shared@example.kz");
      LedgerClient.requireSuccess(
          ledger.process(
              person, "letters", "TRANSFER", ",\"recipientId\":\"courier\",\"report\":true"));
      shared = destroyed(person);
      first = certificate(alone, "");
      assertThat(first.at("/backups/state").asString()).isEqualTo("PENDING");

      LedgerClient.requireSuccess(ledger.post("/api/v1/keys/epoch-rotation", "{}"));
      JsonNode second = await(alone, "EPOCH_KEY_DESTROYED");
      assertThat(second.get("edition").asInt()).isEqualTo(2);
      assertThat(second.get("final").asBoolean()).isFalse();
    }
    try (LedgerProcess process =
        LedgerProcess.start(
            data,
            "--ledger.root-key-file=" + folder.resolve("next-root-key.json"),
            "--ledger.previous-root-key-file=" + data.resolve("root-key.json"))) {
      ledger = process.client();
      JsonNode third = await(alone, "DEAD");
      assertThat(third.get("edition").asInt()).isEqualTo(3);
      assertThat(third.get("final").asBoolean()).isTrue();
      assertThat(third.get("number")).isEqualTo(first.get("number"));
      assertThat(third.at("/backups/deadSince"))
          .isEqualTo(ledger.get("/api/v1/keys/epochs").items().getFirst().get("backupsDeadSince"));
      JsonNode again = certificate(alone, "?knownAt=" + first.get("recordedAt").asString());
      assertThat(again.at("/proof/signature")).isEqualTo(first.at("/proof/signature"));

      assertThat(await(shared, "DEAD").get("final").asBoolean()).isFalse();
      for (String step : new String[] {"notice", "confirmation"}) {
        LedgerClient.requireSuccess(
            ledger.command(
                person,
                "disposals/" + shared + "/recipients/courier/" + step,
                "{\"channel\":\"LETTER\"}"));
      }
      assertThat(certificate(shared, "").get("final").asBoolean()).isTrue();
      assertThat(certificate(shared, "").get("edition").asInt()).isEqualTo(5);
    }
  }

  private void prepare() {
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/operator", "{\"name\":\"Bank\",\"bin\":\"123456789012\"}"));
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/recipients/courier",
            "{\"name\":\"Courier\",\"country\":\"KZ\",\"kind\":\"PROCESSOR\"}"));
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }

  private String destroyed(String subject) {
    return LedgerClient.requireSuccess(
            ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}"))
        .json()
        .get("disposalId")
        .asString();
  }

  private JsonNode certificate(String disposal, String query) {
    return LedgerClient.requireSuccess(
            ledger.get("/api/v1/disposals/" + disposal + "/certificate" + query))
        .json();
  }

  private JsonNode await(String disposal, String state) {
    Instant deadline = Instant.now().plus(LONGEST_WAIT);
    JsonNode certificate = certificate(disposal, "");
    while (!certificate.at("/backups/state").asString().equals(state)) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(50_000_000);
      certificate = certificate(disposal, "");
    }
    return certificate;
  }
}
