package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program and its database die while the epoch changes. */
class EpochCrashTest {

  private static final int SUBJECTS = 1200;
  private static final int DESTROYED = 5;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void promise_6_a_crash_in_the_midst_of_a_rotation_loses_nobody_even_if_the_root_key_is_replaced()
      throws Exception {
    Path data = folder.resolve("data");
    List<String> subjects;
    try (LedgerProcess first = LedgerProcess.start(data)) {
      LedgerClient ledger = first.client();
      ledger.publishPolicy("1.0", "");
      ledger.definePurpose("letters", "1.0");
      subjects = registered(ledger);
      subjects.subList(0, DESTROYED).forEach(each -> destroy(ledger, each));
      assertThat(ledger.post("/api/v1/keys/epoch-rotation", "{}").status()).isEqualTo(202);
      first.killProgramAndDatabase();
    }
    try (LedgerProcess second =
        LedgerProcess.start(
            data,
            "--ledger.epoch-rotation.every=PT1S",
            "--ledger.root-key-file=" + folder.resolve("next-root-key.json"),
            "--ledger.previous-root-key-file=" + data.resolve("root-key.json"))) {
      LedgerClient ledger = second.client();
      destroy(ledger, subjects.get(DESTROYED));
      JsonNode old = awaitDestroyed(ledger);
      assertThat(old.get("keys").asLong()).isZero();
      assertThat(ledger.get("/api/v1/keys/epochs").items().getLast().get("keys").asLong())
          .as("and the operator's")
          .isEqualTo(SUBJECTS - DESTROYED - 1 + 1);
      for (int i = 0; i < SUBJECTS; i += i <= DESTROYED ? 1 : 37) {
        String read = ledger.get("/api/v1/subjects/" + subjects.get(i) + "/personal-data").text();
        assertThat(read).contains(i <= DESTROYED ? "SUBJECT_DESTROYED" : "n" + i + "@example.kz");
      }
      assertThat(ledger.get("/api/v1/events?type=root-key.replaced").items()).hasSize(1);
    }
    assertThat(LedgerProcess.failToStart(data))
        .as("the root key that was replaced opens nothing any more")
        .contains("is not the one that this database was used with");
  }

  private static void destroy(LedgerClient ledger, String subject) {
    LedgerClient.requireSuccess(ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}"));
  }

  private static List<String> registered(LedgerClient ledger) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < SUBJECTS; i++) {
      lines.append(
          """
          {"idempotencyKey":"k%d","path":"/api/v1/subjects","body":{"identifiers":{"email":"n%d@example.kz"},"purposeId":"letters"}}
          """
              .formatted(i, i));
    }
    List<String> subjects = new ArrayList<>();
    ledger
        .postLines("/api/v1/import", lines.toString())
        .text()
        .lines()
        .map(JSON::readTree)
        .forEach(line -> subjects.add(line.at("/answer/subjectId").asString()));
    assertThat(subjects).hasSize(SUBJECTS);
    return subjects;
  }

  private static JsonNode awaitDestroyed(LedgerClient ledger) {
    Instant deadline = Instant.now().plus(LONGEST_WAIT);
    JsonNode epoch = ledger.get("/api/v1/keys/epochs").items().getFirst();
    while (!epoch.get("state").asString().equals("DESTROYED")) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(100_000_000);
      epoch = ledger.get("/api/v1/keys/epochs").items().getFirst();
    }
    return epoch;
  }
}
