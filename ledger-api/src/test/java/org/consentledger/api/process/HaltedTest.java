package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A database that is older than what was signed. */
class HaltedTest {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void promise_1_a_database_that_was_set_back_decides_nothing_and_takes_nothing() throws Exception {
    Path data = folder.resolve("data");
    String subject;
    try (LedgerProcess first = LedgerProcess.start(data)) {
      LedgerClient ledger = first.client();
      ledger.publishPolicy("1.0", "");
      ledger.definePurpose("letters", "1.0");
      subject = ledger.register("letters", "somebody@example.kz");
      LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
      assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("PERMIT");
    }
    signSomethingLarger(data);
    try (LedgerProcess restored = LedgerProcess.start(data)) {
      LedgerClient ledger = restored.client();
      for (Answer refused :
          List.of(
              ledger.decide(subject, "letters", "USE"),
              ledger.withdraw(subject, "letters"),
              ledger.get("/api/v1/subjects/" + subject + "/personal-data"),
              ledger.get("/api/v1/events/feed", "text/event-stream"),
              ledger.get("/api/v1/subjects/" + subject))) {
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("LEDGER_HALTED");
        assertThat(refused.header("Retry-After")).isNotEmpty();
      }
      assertThat(ledger.get("/api/v1/log").json().get("refusal").asString())
          .contains("an older state was restored", "ledger reimport");
      assertThat(ledger.get("/api/v1/events").items()).isNotEmpty();
      assertThat(ledger.get("/actuator/health").json().get("status").asString()).isEqualTo("DOWN");
    }
  }

  /** What the log would have signed after the backup was taken. */
  private static void signSomethingLarger(Path data) throws Exception {
    SignerKey key = SignerKey.parse(Files.readString(data.resolve("log-key")).strip());
    Checkpoint later = new Checkpoint(key.name(), 1_000_000, new Hasher().emptyRoot());
    Files.writeString(data.resolve("log-key.checkpoint"), later.sign(List.of(key)).format());
  }
}
