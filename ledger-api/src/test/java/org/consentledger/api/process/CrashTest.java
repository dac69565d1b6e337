package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CrashTest {

  private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 60;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();

  private record Sent(String path, String body, String key) {}

  private final Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();

  @Test
  void promise_2_what_was_answered_survives_the_death_of_the_program_and_of_the_database()
      throws Exception {
    Path data = folder.resolve("data");
    String subject;
    try (LedgerProcess first = LedgerProcess.start(data)) {
      LedgerClient ledger = first.client();
      ledger.publishPolicy("1.0", "");
      ledger.definePurpose("letters", "1.0");
      subject = ledger.register("letters", "somebody@example.kz");
      ledger.giveConsent(subject, "letters", "1.0", "");
      writeUntil(ledger, first::killProgram);
    }
    try (LedgerProcess second = LedgerProcess.start(data)) {
      assertNothingIsMissingOrTwice(second.client());
      assertThat(second.client().decide(subject, "letters", "USE").decision()).isEqualTo("PERMIT");
      writeUntil(second.client(), second::killProgramAndDatabase);
    }
    try (LedgerProcess third = LedgerProcess.start(data)) {
      assertNothingIsMissingOrTwice(third.client());
      assertThat(third.client().withdraw(subject, "letters").status()).isEqualTo(201);
      assertThat(third.client().decide(subject, "letters", "USE").decision()).isEqualTo("DENY");
    }
  }

  private void writeUntil(LedgerClient ledger, Runnable kill) throws Exception {
    CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        writers.add(clients.submit(() -> write(ledger, enough)));
      }
      enough.await();
      kill.run();
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
  }

  private void write(LedgerClient ledger, CountDownLatch enough) {
    while (true) {
      Sent sent =
          new Sent(
              "/api/v1/subjects",
              "{\"identifiers\":{\"email\":\""
                  + UUID.randomUUID()
                  + "@example.kz\"},"
                  + "\"purposeId\":\"letters\"}",
              UUID.randomUUID().toString());
      try {
        Answer answer = ledger.post(sent.path(), sent.body(), sent.key());
        if (answer.status() == 201) {
          acknowledged.addAll(answer.eventIds());
          enough.countDown();
        } else {
          unanswered.add(sent);
        }
      } catch (UncheckedIOException dead) {
        unanswered.add(sent);
        return;
      }
    }
  }

  /**
   * Whatever got no answer is sent again with its key: it has its effect once, whether it had it
   * before or not.
   */
  private void assertNothingIsMissingOrTwice(LedgerClient ledger) {
    for (Sent sent = unanswered.poll(); sent != null; sent = unanswered.poll()) {
      acknowledged.addAll(
          LedgerClient.requireSuccess(ledger.post(sent.path(), sent.body(), sent.key()))
              .eventIds());
    }
    List<JsonNode> events = events(ledger);
    assertThat(events.stream().map(event -> UUID.fromString(event.get("eventId").asString())))
        .doesNotHaveDuplicates()
        .containsAll(acknowledged);
    assertThat(
            events.stream()
                .filter(event -> event.get("type").asString().equals("subject.registered")))
        .hasSize(acknowledged.size() + 1);
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).get("position").asLong()).isEqualTo(i + 1L);
    }
  }

  private static List<JsonNode> events(LedgerClient ledger) {
    List<JsonNode> events = new ArrayList<>();
    JsonMapper json = new JsonMapper();
    LedgerClient.requireSuccess(ledger.get("/api/v1/events", "application/x-ndjson"))
        .text()
        .lines()
        .forEach(line -> events.add(json.readTree(line)));
    return events;
  }

  @Test
  void what_does_not_start_on_a_folder_says_why_in_a_sentence() throws Exception {
    Path data = folder.resolve("data");
    try (LedgerProcess first = LedgerProcess.start(data)) {
      first.client().publishPolicy("1.0", "");

      assertThat(LedgerProcess.failToStart(data))
          .as("a second program")
          .contains(data.toString())
          .doesNotContain("\tat org.");
      assertThat(first.client().get("/api/v1/policies").status()).isEqualTo(200);
    }
    Files.move(data.resolve("root-key.json"), data.resolve("elsewhere.json"));

    assertThat(LedgerProcess.failToStart(data))
        .as("a lost root key")
        .contains("The root key file")
        .contains("root-key.json")
        .contains("is missing")
        .doesNotContain("\tat org.");
  }
}
