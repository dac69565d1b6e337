package org.consentledger.api.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.api.MailStory;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MailSink;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People withdraw, are blocked and are destroyed while a mailing to thousands runs. */
class WithdrawalDuringMailingTest extends MailStory {

  /** So many that the mailing still runs when the last of those who leave has left. */
  private static final int PEOPLE = 4_000;

  private static final int LEAVING = 600;
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();

  @Test
  void clause_8_4_not_one_letter_of_thousands_leaves_after_a_withdrawal_was_acknowledged()
      throws Exception {
    Map<String, String> people = register();
    String mailing = started("");
    eventually(() -> SINK.received().size() > 200);

    List<String> leaving = new ArrayList<>(people.keySet());
    Collections.shuffle(leaving, new Random(8));
    leaveAll(leaving.subList(0, LEAVING), people);
    int during = SINK.received().size();
    awaitCompletion(mailing);

    assertThat(during).as("letters when the last had left").isLessThan(PEOPLE - LEAVING);
    assertThat(answeredAt).hasSize(LEAVING);
    int inTime = 0;
    Map<String, Long> takenAt = new HashMap<>();
    for (MailSink.Received letter : SINK.received()) {
      assertThat(takenAt.put(letter.recipient(), letter.takenAt())).as("a second letter").isNull();
      Long answered = answeredAt.get(letter.recipient());
      if (answered != null) {
        assertThat(letter.takenAt() - answered).as(letter.recipient()).isNegative();
        inTime++;
      }
    }
    long sent = progress(mailing, "sent");
    assertThat(sent).isEqualTo(takenAt.size()).isEqualTo(PEOPLE - LEAVING + inTime);
    assertThat(progress(mailing, "denied")).isEqualTo(LEAVING - inTime).isPositive();
    assertThat(progress(mailing, "unknown")).isZero();
    assertThat(recorded()).hasSize((int) sent).doesNotHaveDuplicates();
  }

  /** Some in each of the ways that end the permission. */
  private void leaveAll(List<String> addresses, Map<String, String> people) {
    AtomicInteger number = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (String address : addresses) {
        CompletableFuture.runAsync(
            () -> {
              Answer answer = leave(people.get(address), number.getAndIncrement() % 5);
              LedgerClient.requireSuccess(answer);
              answeredAt.put(address, System.nanoTime());
            },
            threads);
      }
    }
  }

  private Answer leave(String subject, int way) {
    return switch (way) {
      case 0 -> ledger.command(subject, "block", "{\"reason\":\"INACCURATE\"}");
      case 1 -> ledger.command(subject, "cessation", "{}");
      case 2 -> ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}");
      case 3 ->
          ledger.command(subject, "consents/" + purpose + "/refusal", "{\"channel\":\"PHONE\"}");
      default -> ledger.withdraw(subject, purpose);
    };
  }

  /** Identifiers by address. */
  private Map<String, String> register() {
    Map<String, String> people = new HashMap<>();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < PEOPLE; i++) {
      lines.append(
          """
          {"idempotencyKey":"r%d","path":"/api/v1/subjects","body":{"identifiers":{"email":"n%d@many.example.kz"},"purposeId":"%s","language":"ru"}}
          """
              .formatted(i, i, purpose));
    }
    StringBuilder consents = new StringBuilder();
    for (JsonNode line : imported(lines)) {
      int number = line.get("line").asInt() - 1;
      String subject = line.at("/answer/subjectId").asString();
      people.put("n" + number + "@many.example.kz", subject);
      consents.append(
          """
          {"idempotencyKey":"c%d","path":"/api/v1/subjects/%s/consents","body":{"purposeId":"%s","policyVersion":"1.0","language":"ru","channel":"WEB","givenBy":{"role":"SUBJECT"},"effectiveAt":"2026-03-01T09:00:00Z"}}
          """
              .formatted(number, subject, purpose));
    }
    imported(consents);
    assertThat(people).hasSize(PEOPLE);
    return people;
  }

  private List<JsonNode> imported(CharSequence lines) {
    List<JsonNode> answers = new ArrayList<>();
    ledger.streamLines(
        "/api/v1/import", lines.toString(), line -> answers.add(JSON.readTree(line)));
    assertThat(answers).hasSize(PEOPLE).allMatch(line -> line.get("status").asInt() == 201);
    return answers;
  }

  /** Whose letters were recorded, once for each record. */
  private List<String> recorded() {
    List<String> subjects = new ArrayList<>();
    ledger
        .get("/api/v1/events?type=processing.recorded&purposeId=" + purpose, "application/x-ndjson")
        .text()
        .lines()
        .map(JSON::readTree)
        .forEach(event -> subjects.add(event.at("/data/subjectId").asString()));
    return subjects;
  }
}
