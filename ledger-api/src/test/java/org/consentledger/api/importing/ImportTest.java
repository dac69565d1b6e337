package org.consentledger.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many commands at once, each as if it had been posted by itself. */
class ImportTest extends ImportStory {

  @Test
  void each_line_is_answered_in_order_as_its_endpoint_answers_and_once() {
    String subject = registered();
    String consentKey = key();
    String lines =
        registration("жолдау-" + key(), "айгүл@example.kz".replace("айгүл", key()))
            + line(consentKey, consents(subject), consent("2026-02-01T09:00:00Z"))
            + "\r\n"
            + line(key(), consents(subject), consent("2026-02-02T09:00:00Z").replace("1.0", "9"))
            + line(key(), consents(key()), consent("2026-02-01T09:00:00Z"))
            + line(key(), consents(subject) + "/letters/withdrawal", no("2026-03-01T09:00:00Z"));

    List<JsonNode> first = importAll(lines);

    assertThat(first)
        .extracting(result -> result.get("status").asInt())
        .containsExactly(201, 201, 409, 404, 201);
    assertThat(first)
        .extracting(result -> result.get("line").asInt())
        .containsExactly(1, 2, 4, 5, 6);
    assertThat(first).noneMatch(result -> result.get("replayed").asBoolean());
    assertThat(first.get(1).get("idempotencyKey").asString()).isEqualTo(consentKey);
    assertThat(first.get(1).at("/answer/receipt/note").asString()).isNotBlank();
    assertThat(first.get(2).at("/answer/code").asString()).isEqualTo("POLICY_UNKNOWN");
    assertThat(first.get(3).at("/answer/code").asString()).isEqualTo("SUBJECT_UNKNOWN");
    assertThat(first.get(4).at("/answer/continuing").isArray()).isTrue();

    Answer byItself = ledger.post(consents(subject), consent("2026-02-01T09:00:00Z"), consentKey);
    assertThat(byItself.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(byItself.json()).isEqualTo(first.get(1).get("answer"));

    List<JsonNode> again = importAll(lines);
    assertThat(again).allMatch(result -> result.get("replayed").asBoolean());
    assertThat(again)
        .extracting(result -> result.get("answer"))
        .isEqualTo(first.stream().map(result -> result.get("answer")).toList());
  }

  @Test
  @Proves("8.4 withdraw")
  void clause_8_4_an_imported_answer_never_overwrites_a_later_one() {
    String withdrawn = registered();
    LedgerClient.requireSuccess(ledger.giveConsent(withdrawn, "letters", "1.0", ""));
    LedgerClient.requireSuccess(ledger.withdraw(withdrawn, "letters"));
    String consented = registered();
    LedgerClient.requireSuccess(ledger.giveConsent(consented, "letters", "1.0", ""));

    List<JsonNode> results =
        importAll(
            line(key(), consents(withdrawn), consent("2026-02-01T09:00:00Z"))
                + line(key(), consents(consented) + "/letters/refusal", no("2026-02-01T09:00:00Z"))
                + line(
                    key(),
                    consents(consented) + "/letters/withdrawal",
                    no("2026-02-01T09:00:00Z")));

    assertThat(results)
        .extracting(result -> result.get("status").asInt())
        .containsExactly(201, 409, 409);
    assertThat(results.subList(1, 3))
        .allMatch(result -> result.at("/answer/code").asString().equals("LATER_ANSWER_STANDS"));
    assertThat(ledger.decide(withdrawn, "letters", "USE").reasons())
        .containsExactly("CONSENT_WITHDRAWN");
    assertThat(ledger.decide(consented, "letters", "USE").decision()).isEqualTo("PERMIT");
  }

  @Test
  void clause_8_4_an_answer_of_the_past_says_of_which_day_it_is() {
    String subject = registered();
    List<JsonNode> results =
        importAll(
            line(key(), consents(subject), consent("x").replaceFirst(",\"effectiveAt\":\"x\"", ""))
                + line(key(), consents(subject) + "/letters/refusal", "{\"channel\":\"PHONE\"}")
                + line(
                    key(),
                    consents(subject) + "/letters/renewal",
                    "{\"channel\":\"PHONE\",\"effectiveAt\":null}")
                + line(key(), consents(subject) + "/letters/withdrawal", "null"));
    assertThat(results)
        .allMatch(result -> result.get("status").asInt() == 422)
        .allMatch(result -> result.at("/answer/code").asString().equals("EFFECTIVE_AT_MISSING"))
        .allMatch(result -> result.at("/answer/clause").asString().equals("8.4"))
        .allMatch(
            result -> result.at("/answer/errors/0/pointer").asString().equals("/body/effectiveAt"));
    assertThat(ledger.get(SUBJECTS + "/" + subject).json().get("consents")).isEmpty();
  }

  @Test
  void lines_of_one_subject_are_carried_out_in_their_order_among_those_of_others() {
    List<String> subjects = List.of(registered(), registered(), registered());
    StringBuilder lines = new StringBuilder();
    int rounds = 40;
    Instant beginning = Instant.parse("2026-02-01T00:00:00Z");
    for (int i = 0; i < rounds; i++) {
      String at = beginning.plus(i, ChronoUnit.HOURS).toString();
      for (String subject : subjects) {
        lines.append(
            i % 2 == 0
                ? line(key(), consents(subject), consent(at))
                : line(key(), consents(subject) + "/letters/withdrawal", no(at)));
      }
    }
    List<JsonNode> results = importAll(lines.toString());
    assertThat(results)
        .hasSize(rounds * subjects.size())
        .allMatch(result -> result.get("status").asInt() == 201);
    for (int i = 0; i < subjects.size(); i++) {
      List<Long> positions = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        positions.add(results.get(round * subjects.size() + i).at("/answer/position").asLong());
      }
      assertThat(positions).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void lines_that_name_the_same_person_or_the_same_key_are_carried_out_in_their_order() {
    String email = key() + "@example.kz";
    String sameKey = key();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      lines.append(registration(sameKey, email));
      lines.append(registration(key(), email));
    }
    List<JsonNode> results = importAll(lines.toString());
    String subject = results.getFirst().at("/answer/subjectId").asString();
    assertThat(results.getFirst().get("replayed").asBoolean()).isFalse();
    for (int i = 1; i < results.size(); i++) {
      JsonNode result = results.get(i);
      assertThat(result.get("replayed").asBoolean()).isEqualTo(i % 2 == 0);
      assertThat(result.get("status").asInt()).isEqualTo(i % 2 == 0 ? 201 : 409);
      assertThat(result.at("/answer/subjectId").asString()).isEqualTo(subject);
    }
  }

  @Test
  void a_line_for_one_state_of_a_subject_is_refused_for_another() {
    String subject = registered();
    String tag = ledger.get(SUBJECTS + "/" + subject).header("ETag");
    String line = "{\"idempotencyKey\":\"%s\",\"path\":\"%s\",\"ifMatch\":%s,\"body\":%s}\n";
    String body = "{\"reason\":\"OUTDATED\"}";
    List<JsonNode> results =
        importAll(
            line.formatted(
                    key(), SUBJECTS + "/" + subject + "/block", LedgerClient.quoted(tag), body)
                + line.formatted(
                    key(), SUBJECTS + "/" + subject + "/unblock", LedgerClient.quoted(tag), "{}")
                + line.formatted(
                    key(), SUBJECTS + "/" + subject + "/unblock", "\"nonsense\"", "{}"));
    assertThat(results)
        .extracting(result -> result.get("status").asInt())
        .containsExactly(201, 412, 400);
  }

  @Test
  void what_destroys_is_carried_out_as_by_its_endpoint() {
    String subject = registered();
    List<JsonNode> results =
        importAll(
            line(key(), SUBJECTS + "/" + subject + "/holds", "{\"citation\":\"Case 1\"}")
                + line(
                    key(), SUBJECTS + "/" + subject + "/destruction", "{\"ground\":\"REQUEST\"}"));
    assertThat(results)
        .extracting(result -> result.get("status").asInt())
        .containsExactly(201, 409);
    String other = registered();
    assertThat(
            importAll(
                    line(
                        key(), SUBJECTS + "/" + other + "/destruction", "{\"ground\":\"REQUEST\"}"))
                .getFirst()
                .get("status")
                .asInt())
        .isEqualTo(202);
    assertThat(ledger.get(SUBJECTS + "/" + other + "/personal-data").code())
        .isEqualTo("SUBJECT_DESTROYED");
  }

  @Test
  void promise_4_two_senders_of_one_file_at_the_same_time_have_one_effect() throws Exception {
    StringBuilder lines = new StringBuilder();
    int people = 300;
    String file = UUID.randomUUID().toString();
    for (int i = 0; i < people; i++) {
      lines.append(registration(file + i, file + i + "@example.kz"));
    }
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<JsonNode>> one = senders.submit(() -> importAll(lines.toString()));
      Future<List<JsonNode>> other = senders.submit(() -> importAll(lines.toString()));
      assertThat(one.get()).hasSize(people);
      for (int i = 0; i < people; i++) {
        JsonNode first = one.get().get(i);
        JsonNode second = other.get().get(i);
        assertThat(first.get("status").asInt()).as(first.toString()).isEqualTo(201);
        assertThat(second.get("answer")).isEqualTo(first.get("answer"));
        assertThat(first.get("replayed").asBoolean())
            .isNotEqualTo(second.get("replayed").asBoolean());
      }
    }
  }

  @Test
  void twenty_thousand_lines_are_taken_in_and_counted() {
    int people = 20_000;
    String file = UUID.randomUUID().toString();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < people; i++) {
      lines.append(registration(file + i, file + i + "@example.kz"));
    }
    double before = counted();
    List<JsonNode> results = results(ledger.exchangeLines("/api/v1/import", lines.toString()));
    Set<String> subjects = new HashSet<>();
    results.forEach(result -> subjects.add(result.at("/answer/subjectId").asString()));
    assertThat(results).hasSize(people);
    assertThat(subjects).hasSize(people);
    assertThat(counted() - before).isEqualTo(people);
  }

  private double counted() {
    return ledger
        .get("/actuator/prometheus", "text/plain")
        .text()
        .lines()
        .filter(line -> line.startsWith("ledger_import_lines_total"))
        .filter(line -> line.contains("\"recorded\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
