package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The program dies while officers answer requests. */
class RequestCrashTest {

  private static final int REQUESTS = 60;
  private static final int OFFICERS = 6;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void clause_4_1_after_a_crash_no_answer_is_there_without_its_effect_and_no_effect_without_answer()
      throws Exception {
    Path data = folder.resolve("data");
    Map<String, String> subjects = new ConcurrentHashMap<>();
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    try (LedgerProcess first = LedgerProcess.start(data)) {
      LedgerClient ledger = first.client();
      ledger.publishPolicy("1.0", "");
      ledger.definePurpose("letters", "1.0");
      for (int i = 0; i < REQUESTS; i++) {
        String subject = ledger.register("letters", "n" + i + "@example.kz");
        subjects.put(verified(ledger, subject), subject);
      }
      answerUntilItDies(first, ledger, new ArrayList<>(subjects.keySet()), acknowledged);
    }
    try (LedgerProcess second = LedgerProcess.start(data)) {
      LedgerClient ledger = second.client();
      int answered = 0;
      for (Map.Entry<String, String> entry : subjects.entrySet()) {
        JsonNode request = ledger.get("/api/v1/requests/" + entry.getKey()).json();
        boolean isAnswered = request.get("state").asString().equals("ANSWERED");
        List<JsonNode> blocks =
            ledger.get("/api/v1/subjects/" + entry.getValue() + "/history").items().stream()
                .filter(it -> it.get("type").asString().equals("processing.blocked"))
                .toList();
        assertThat(blocks).hasSize(isAnswered ? 1 : 0);
        if (isAnswered) {
          answered++;
          assertThat(request.at("/end/effectEventIds/0").asString())
              .isEqualTo(blocks.getFirst().get("eventId").asString());
        }
        assertThat(isAnswered || !acknowledged.contains(entry.getKey())).isTrue();
      }
      assertThat(answered).isBetween(1, REQUESTS);
    }
  }

  private static String verified(LedgerClient ledger, String subject) {
    String request =
        LedgerClient.requireSuccess(
                ledger.post(
                    "/api/v1/requests",
                    "{\"type\":\"BLOCKING\",\"subjectId\":\"%s\",\"channel\":\"EMAIL\",\"text\":\"?\"}"
                        .formatted(subject)))
            .json()
            .get("requestId")
            .asString();
    LedgerClient.requireSuccess(
        ledger.post(
            "/api/v1/requests/" + request + "/identity-verification", "{\"evidence\":\"e\"}"));
    return request;
  }

  private static void answerUntilItDies(
      LedgerProcess process, LedgerClient ledger, List<String> requests, Queue<String> acknowledged)
      throws Exception {
    CountDownLatch some = new CountDownLatch(5);
    List<CompletableFuture<Void>> officers =
        IntStream.range(0, OFFICERS)
            .mapToObj(
                officer ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (int i = officer; i < requests.size(); i += OFFICERS) {
                            answer(ledger, requests.get(i), acknowledged);
                            some.countDown();
                          }
                        }))
            .toList();
    assertThat(some.await(60, TimeUnit.SECONDS)).isTrue();
    process.killProgram();
    officers.forEach(CompletableFuture::join);
  }

  private static void answer(LedgerClient ledger, String request, Queue<String> acknowledged) {
    try {
      Answer answer =
          ledger.post(
              "/api/v1/requests/" + request + "/answer",
              "{\"text\":\"t\",\"effects\":[{\"block\":{\"reason\":\"INACCURATE\"}}]}");
      if (answer.status() == 201) {
        acknowledged.add(request);
      }
    } catch (UncheckedIOException dead) {
      // whether it was answered, the history says
    }
  }
}
