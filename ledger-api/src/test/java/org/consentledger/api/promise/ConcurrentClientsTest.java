package org.consentledger.api.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many clients at once, some of whose commands are refused and rolled back. */
class ConcurrentClientsTest extends RunningLedger {

  private static final int CLIENTS = 64;
  private static final int COMMANDS_EACH = 60;
  private static final int SUBJECTS = 100;

  /** A permission, and the last withdrawal that had been acknowledged when it was asked for. */
  private record Permission(UUID evidence, long withdrawnBefore) {}

  private final Map<String, Long> lastWithdrawal = new ConcurrentHashMap<>();
  private final Queue<Permission> permissions = new ConcurrentLinkedQueue<>();
  private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();

  @Test
  void promises_1_and_3_hold_while_many_clients_give_and_withdraw() throws Exception {
    LedgerClient ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    List<String> subjects = new ArrayList<>();
    for (int i = 0; i < SUBJECTS; i++) {
      subjects.add(ledger.register("letters", UUID.randomUUID() + "@example.kz"));
    }

    AtomicBoolean writing = new AtomicBoolean(true);
    List<JsonNode> tailed;
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<JsonNode>> tail = clients.submit(() -> tail(ledger, writing));
      List<Future<?>> writers = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        Random random = new Random(client);
        writers.add(clients.submit(() -> write(ledger, subjects, random)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      writing.set(false);
      tailed = tail.get();
    }

    assertOneOrder(tailed);
    assertThat(tailed.stream().map(ConcurrentClientsTest::eventId))
        .containsAll(acknowledged)
        .doesNotHaveDuplicates();
    Map<UUID, Long> positions = new HashMap<>();
    tailed.forEach(event -> positions.put(eventId(event), event.get("position").asLong()));
    assertThat(permissions).isNotEmpty();
    assertThat(permissions)
        .allSatisfy(
            permission ->
                assertThat(positions.get(permission.evidence()))
                    .as("the consent that permits is later than the withdrawal before it")
                    .isGreaterThan(permission.withdrawnBefore()));
  }

  private void write(LedgerClient ledger, List<String> subjects, Random random) {
    for (int i = 0; i < COMMANDS_EACH; i++) {
      String subject = subjects.get(random.nextInt(subjects.size()));
      switch (random.nextInt(4)) {
        case 0 -> acknowledge(ledger.giveConsent(subject, "letters", "1.0", ""));
        case 1 -> {
          Answer answer = ledger.withdraw(subject, "letters");
          acknowledge(answer);
          if (answer.status() == 201) {
            lastWithdrawal.merge(subject, answer.position(), Math::max);
          }
        }
        case 2 -> {
          // Refused late, in the transaction: the identifier belongs to somebody.
          Answer taken =
              ledger.post(
                  "/api/v1/subjects",
                  "{\"identifiers\":{\"email\":\"taken@example.kz\"},\"purposeId\":\"letters\"}");
          acknowledge(taken);
        }
        default -> {
          long withdrawn = lastWithdrawal.getOrDefault(subject, 0L);
          Answer answer = ledger.decide(subject, "letters", "USE");
          if (answer.decision().equals("PERMIT")) {
            String evidence = answer.json().get("evidence").get(0).asString();
            permissions.add(new Permission(UUID.fromString(evidence), withdrawn));
          }
        }
      }
    }
  }

  private void acknowledge(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isIn(200, 201, 409);
    if (answer.status() < 300) {
      acknowledged.addAll(answer.eventIds());
    }
  }

  /** Reads on and on from where it is, as a follower of the feed would. */
  private static List<JsonNode> tail(LedgerClient ledger, AtomicBoolean writing) {
    List<JsonNode> seen = new ArrayList<>();
    String after = "";
    boolean last = false;
    while (true) {
      last = !writing.get();
      List<JsonNode> items = ledger.get("/api/v1/events?limit=1000" + after).items();
      seen.addAll(items);
      if (!items.isEmpty()) {
        String place = Long.toString(items.getLast().get("position").asLong());
        after =
            "&after="
                + Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(place.getBytes(StandardCharsets.UTF_8));
      } else if (last) {
        return seen;
      }
    }
  }

  private static void assertOneOrder(List<JsonNode> events) {
    Map<String, Long> sequences = new HashMap<>();
    Set<Long> positions = new HashSet<>();
    long expected = events.getFirst().get("position").asLong();
    assertThat(expected).isEqualTo(1);
    String recordedAt = "";
    for (JsonNode event : events) {
      assertThat(event.get("position").asLong()).isEqualTo(expected++);
      assertThat(positions.add(event.get("position").asLong())).isTrue();
      String aggregate = event.get("aggregate").asString();
      assertThat(event.get("sequence").asLong()).isEqualTo(sequences.getOrDefault(aggregate, 0L));
      assertThat(Instant.parse(event.get("recordedAt").asString()))
          .isAfterOrEqualTo(recordedAt.isEmpty() ? Instant.MIN : Instant.parse(recordedAt));
      recordedAt = event.get("recordedAt").asString();
      sequences.put(aggregate, event.get("sequence").asLong() + 1);
    }
  }

  private static UUID eventId(JsonNode event) {
    return UUID.fromString(event.get("eventId").asString());
  }
}
