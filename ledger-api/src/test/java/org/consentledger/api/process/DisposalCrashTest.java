package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program dies while it destroys what is due. */
class DisposalCrashTest {

  private static final int SUBJECTS = 1000;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void clause_2_14_a_crash_in_the_midst_of_a_thousand_destructions_leaves_each_destroyed_once()
      throws Exception {
    Path data = folder.resolve("data");
    Instant killed;
    try (LedgerProcess first = LedgerProcess.start(data, "--ledger.disposal.every=PT1S")) {
      LedgerClient ledger = first.client();
      ledger.publishPolicy("1.0", "");
      ledger.determine("passing", "{\"retention\":\"P3Y\"}");
      registerAll(ledger);
      ledger.determine("passing", "{\"retention\":\"PT1S\"}");
      waitUntilTheFirstIsDestroyed(ledger);
      killed = Instant.now();
      first.killProgram();
    }
    try (LedgerProcess second = LedgerProcess.start(data, "--ledger.disposal.every=PT1S")) {
      LedgerClient ledger = second.client();
      waitUntilDestroyed(ledger, SUBJECTS);
      assertThat(destructions(ledger))
          .as("what was done when it was killed")
          .filteredOn(it -> Instant.parse(it.get("recordedAt").asString()).isBefore(killed))
          .hasSizeBetween(1, SUBJECTS - 1);
      assertThat(destroyed(ledger)).hasSize(SUBJECTS).doesNotHaveDuplicates();
      assertThat(ledger.get("/api/v1/subjects?status=ACTIVE").items()).isEmpty();
      assertThat(ledger.get("/api/v1/disposals/due").items()).isEmpty();
      eachHasOneCertificate(ledger);
    }
  }

  private static void eachHasOneCertificate(LedgerClient ledger) {
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/operator", "{\"name\":\"Bank\",\"bin\":\"123456789012\"}"));
    List<JsonNode> done =
        ledger
            .get("/api/v1/disposals?progress=DONE", "application/x-ndjson")
            .text()
            .lines()
            .map(JSON::readTree)
            .toList();
    assertThat(done)
        .extracting(disposal -> disposal.get("subjectId").asString())
        .doesNotHaveDuplicates()
        .hasSize(SUBJECTS)
        .containsExactlyInAnyOrderElementsOf(destroyed(ledger));
    assertThat(ledger.get("/api/v1/disposals?progress=WAITING").items()).isEmpty();
    assertThat(done)
        .extracting(disposal -> certificate(ledger, disposal).get("number").asString())
        .doesNotHaveDuplicates();
  }

  private static JsonNode certificate(LedgerClient ledger, JsonNode disposal) {
    JsonNode certificate =
        LedgerClient.requireSuccess(ledger.get(disposal.get("certificate").asString())).json();
    assertThat(certificate.get("subjectId")).isEqualTo(disposal.get("subjectId"));
    assertThat(certificate.get("requestedBy").asString()).isEqualTo("ledger");
    return certificate;
  }

  private static void registerAll(LedgerClient ledger) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < SUBJECTS; i++) {
      lines.append(
          """
          {"idempotencyKey":"k%d","path":"/api/v1/subjects","body":{"identifiers":{"email":"n%d@example.kz"},"purposeId":"passing"}}
          """
              .formatted(i, i));
    }
    assertThat(ledger.postLines("/api/v1/import", lines.toString()).text().lines())
        .hasSize(SUBJECTS)
        .allMatch(line -> line.contains("\"status\":201"));
  }

  private static List<JsonNode> destructions(LedgerClient ledger) {
    return ledger
        .get("/api/v1/events?type=subject.destroyed", "application/x-ndjson")
        .text()
        .lines()
        .map(JSON::readTree)
        .toList();
  }

  private static List<String> destroyed(LedgerClient ledger) {
    return destructions(ledger).stream()
        .map(event -> event.get("data").get("subjectId").asString())
        .toList();
  }

  /** The metric waits for nothing, so that the program dies while it is at it. */
  private static void waitUntilTheFirstIsDestroyed(LedgerClient ledger) {
    Instant deadline = Instant.now().plus(LONGEST_WAIT);
    while (ledger
        .get("/actuator/prometheus")
        .text()
        .lines()
        .noneMatch(line -> line.matches("ledger_disposal_subjects_total(\\{.*})? [1-9].*"))) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(2_000_000);
    }
  }

  private static void waitUntilDestroyed(LedgerClient ledger, int atLeast) {
    Instant deadline = Instant.now().plus(LONGEST_WAIT);
    while (destroyed(ledger).size() < atLeast) {
      assertThat(Instant.now()).as("%s destroyed", atLeast).isBefore(deadline);
      LockSupport.parkNanos(200_000_000); // each look reads the whole history
    }
  }
}
