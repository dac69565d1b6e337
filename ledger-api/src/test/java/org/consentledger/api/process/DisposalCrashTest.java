package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program dies while it destroys what is due, some of which is held, asked about by the
 * authorised body, or waits for an approval.
 */
class DisposalCrashTest {

  private static final int SUBJECTS = 1000;
  private static final int ASKED_ABOUT = 10;
  private static final int FOR_OFFICERS = 20;
  private static final int FREE = SUBJECTS - ASKED_ABOUT - 1;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void clause_2_14_a_crash_in_the_midst_of_a_thousand_destructions_leaves_each_destroyed_once()
      throws Exception {
    Path data = folder.resolve("data");
    Instant killed;
    String hold;
    String request;
    List<String> forOfficers;
    try (LedgerProcess first = LedgerProcess.start(data, "--ledger.disposal.every=PT1S")) {
      LedgerClient ledger = first.client();
      ledger.publishPolicy("1.0", "");
      ledger.determine("passing", "{\"retention\":\"P3Y\"}");
      List<String> subjects = register(ledger, "passing", SUBJECTS);
      hold = placeHold(ledger, subjects.getFirst());
      request = askAbout(ledger, subjects.subList(1, 1 + ASKED_ABOUT));
      ledger.determine("approved", "{\"retention\":\"PT1S\",\"disposalApproval\":\"OFFICER\"}");
      forOfficers = register(ledger, "approved", FOR_OFFICERS);
      ledger.determine("passing", "{\"retention\":\"PT1S\"}");
      waitUntilTheFirstIsDestroyed(ledger);
      killed = Instant.now();
      first.killProgram();
    }
    try (LedgerProcess second = LedgerProcess.start(data, "--ledger.disposal.every=PT1S")) {
      LedgerClient ledger = second.client();
      waitUntilDestroyed(ledger, FREE);
      assertThat(destructions(ledger))
          .as("what was done when it was killed")
          .filteredOn(it -> Instant.parse(it.get("recordedAt").asString()).isBefore(killed))
          .hasSizeBetween(1, FREE - 1);
      eachIsStoppedWithItsReason(ledger, hold, request);
      eachIsApprovedTwiceAtOnce(ledger, forOfficers);
      LedgerClient.requireSuccess(
          ledger.post("/api/v1/authority-requests/" + request + "/answer", "{\"text\":\"Жауап\"}"));
      LedgerClient.requireSuccess(ledger.post(hold + "/lift", ""));
      waitUntilDestroyed(ledger, SUBJECTS + FOR_OFFICERS);
      assertThat(destroyed(ledger)).hasSize(SUBJECTS + FOR_OFFICERS).doesNotHaveDuplicates();
      assertThat(ledger.get("/api/v1/subjects?status=ACTIVE").items()).isEmpty();
      assertThat(ledger.get("/api/v1/disposals/due").items()).isEmpty();
      eachHasOneCertificate(ledger);
    }
  }

  /** Who is not destroyed is held by what was said, or waits for an officer. */
  private static void eachIsStoppedWithItsReason(LedgerClient ledger, String hold, String request) {
    List<JsonNode> kept = ledger.get("/api/v1/subjects?status=ACTIVE&limit=1000").items();
    assertThat(kept).hasSize(1 + ASKED_ABOUT + FOR_OFFICERS);
    int held = 0;
    int askedAbout = 0;
    for (JsonNode each : kept) {
      String path = "/api/v1/subjects/" + each.get("subjectId").asString();
      JsonNode holds = ledger.get(path).json().get("holds");
      if (!holds.isEmpty()) {
        boolean ofAuthority = holds.toString().contains(request);
        assertThat(ofAuthority || hold.startsWith(path)).isTrue();
        assertThat(ledger.post(path + "/destruction", "{\"ground\":\"RETENTION_ENDED\"}").code())
            .isEqualTo(ofAuthority ? "AUTHORITY_REQUEST_PENDING" : "LEGAL_HOLD");
        held += ofAuthority ? 0 : 1;
        askedAbout += ofAuthority ? 1 : 0;
      }
    }
    assertThat(held).isEqualTo(1);
    assertThat(askedAbout).isEqualTo(ASKED_ABOUT);
  }

  /** Both at once, each of them: one is first, and the other finds nothing left to approve. */
  private static void eachIsApprovedTwiceAtOnce(LedgerClient ledger, List<String> subjects)
      throws Exception {
    List<Callable<Integer>> approvals = new ArrayList<>();
    for (String subject : subjects) {
      waitUntilItWaits(ledger, subject);
      for (int officer = 0; officer < 2; officer++) {
        approvals.add(
            () ->
                ledger.post("/api/v1/subjects/" + subject + "/destruction/approval", "").status());
      }
    }
    try (ExecutorService officers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : officers.invokeAll(approvals)) {
        answers.add(answer.get());
      }
      assertThat(answers).filteredOn(status -> status < 300).hasSize(subjects.size());
      assertThat(answers).filteredOn(status -> status >= 300).containsOnly(409);
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
        .hasSize(SUBJECTS + FOR_OFFICERS)
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

  private static List<String> register(LedgerClient ledger, String purpose, int subjects) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < subjects; i++) {
      lines.append(
          """
          {"idempotencyKey":"%1$s%2$d","path":"/api/v1/subjects","body":{"identifiers":{"email":"%1$s%2$d@example.kz"},"purposeId":"%1$s"}}
          """
              .formatted(purpose, i));
    }
    List<JsonNode> answers =
        ledger
            .postLines("/api/v1/import", lines.toString())
            .text()
            .lines()
            .map(JSON::readTree)
            .toList();
    assertThat(answers).hasSize(subjects).allMatch(it -> it.get("status").asInt() == 201);
    return answers.stream().map(it -> it.at("/answer/subjectId").asString()).toList();
  }

  /** Answers where the hold is. */
  private static String placeHold(LedgerClient ledger, String subject) {
    String holds = "/api/v1/subjects/" + subject + "/holds";
    Answer placed = LedgerClient.requireSuccess(ledger.post(holds, "{\"citation\":\"Іс 12\"}"));
    return holds + "/" + placed.json().get("holdId").asString();
  }

  private static String askAbout(LedgerClient ledger, List<String> subjects) {
    return LedgerClient.requireSuccess(
            ledger.post(
                "/api/v1/authority-requests",
                "{\"text\":\"Түсіндірме беріңіз\",\"subjectIds\":[\"%s\"]}"
                    .formatted(String.join("\",\"", subjects))))
        .json()
        .get("requestId")
        .asString();
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

  private static void waitUntilItWaits(LedgerClient ledger, String subject) {
    Instant deadline = Instant.now().plus(LONGEST_WAIT);
    while (!ledger.get("/api/v1/subjects/" + subject).json().hasNonNull("disposal")) {
      assertThat(Instant.now()).as("a disposal of %s", subject).isBefore(deadline);
      LockSupport.parkNanos(20_000_000);
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
