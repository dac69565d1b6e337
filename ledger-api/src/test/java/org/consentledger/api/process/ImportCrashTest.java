package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import in whose midst the program dies. */
class ImportCrashTest {

  private static final int LINES = 3000;
  private static final int ANSWERED_BEFORE_THE_KILL = 700;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final JsonMapper json = new JsonMapper();

  @Test
  void promise_2_an_import_that_died_half_way_is_sent_again_and_has_its_effect_once()
      throws Exception {
    Path data = folder.resolve("data");
    List<JsonNode> answered = new ArrayList<>();
    try (LedgerProcess first = LedgerProcess.start(data)) {
      LedgerClient ledger = first.client();
      ledger.publishPolicy("1.0", "");
      ledger.definePurpose("letters", "1.0");
      ledger.streamLines(
          "/api/v1/import",
          lines(),
          line -> {
            answered.add(json.readTree(line));
            if (answered.size() == ANSWERED_BEFORE_THE_KILL) {
              first.killProgramAndDatabase();
            }
          });
    }
    assertThat(answered).hasSizeBetween(ANSWERED_BEFORE_THE_KILL, LINES - 1);
    try (LedgerProcess second = LedgerProcess.start(data)) {
      LedgerClient ledger = second.client();
      List<JsonNode> again = new ArrayList<>();
      ledger.streamLines("/api/v1/import", lines(), line -> again.add(json.readTree(line)));
      assertThat(again).hasSize(LINES).allMatch(line -> line.get("status").asInt() == 201);
      for (int i = 0; i < answered.size(); i++) {
        assertThat(again.get(i).get("replayed").asBoolean()).isTrue();
        assertThat(again.get(i).get("answer")).isEqualTo(answered.get(i).get("answer"));
      }
      assertThat(
              ledger
                  .get("/api/v1/events?type=subject.registered", "application/x-ndjson")
                  .text()
                  .lines())
          .hasSize(LINES);
    }
  }

  private static String lines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      lines.append(
          """
          {"idempotencyKey":"person-%d","path":"/api/v1/subjects",\
          "body":{"identifiers":{"email":"person-%d@example.kz"},"purposeId":"letters"}}
          """
              .formatted(i, i));
    }
    return lines.toString();
  }
}
