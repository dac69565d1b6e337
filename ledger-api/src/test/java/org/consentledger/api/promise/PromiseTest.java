package org.consentledger.api.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PromiseTest extends RunningLedger {

  private LedgerClient ledger;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("newsletter", "1.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "language":"de"       | UNKNOWN_VALUE | Expected one of ru, kk, en.
          "effectiveAt":"today" | INVALID_VALUE | Expected a moment in ISO 8601 with its offset, such as 2026-01-31T12:00:00Z.
          "policyVersion":"@"   | INVALID_INPUT | must be a code: up to 64 Latin letters
          """)
  void an_error_says_what_is_expected_in_words(String member, String code, String detail) {
    String consent =
        "{\"purposeId\":\"newsletter\",\"policyVersion\":\"1.0\",\"language\":\"kk\","
            + "\"channel\":\"WEB\",\"givenBy\":{\"role\":\"SUBJECT\"}}";
    String name = member.split(":", 2)[0];
    Answer answer =
        ledger.post(
            "/api/v1/subjects/" + UUID.randomUUID() + "/consents",
            consent
                .replaceAll(name + ":\"[^\"]*\",", "")
                .replace("{\"purposeId", "{" + member + ",\"purposeId"));
    assertThat(answer.code()).as(answer.text()).isEqualTo(code);
    assertThat(answer.json().at("/errors/0/detail").asString()).startsWith(detail);
    assertThat(answer.json().at("/errors/0/pointer").asString())
        .isEqualTo("/" + name.replace("\"", ""));
  }

  private String consented() {
    String subject = ledger.register("newsletter", UUID.randomUUID() + "@example.kz");
    assertThat(ledger.giveConsent(subject, "newsletter", "1.0", "").status()).isEqualTo(201);
    assertThat(ledger.decide(subject, "newsletter", "USE").decision()).isEqualTo("PERMIT");
    return subject;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          consents/newsletter/withdrawal | {"channel":"EMAIL"}     | CONSENT_WITHDRAWN
          consents/newsletter/refusal    | {"channel":"PHONE"}     | CONSENT_REFUSED
          block                          | {"reason":"INACCURATE"} | BLOCKED
          anonymisation                  | {"ground":"REQUEST"}    | SUBJECT_ANONYMISED
          destruction                    | {"ground":"REQUEST"}    | SUBJECT_DESTROYED
          """)
  void promise_1_what_ends_permission_ends_it_before_it_is_answered(
      String path, String body, String reason) {
    String subject = consented();

    Answer answer = ledger.post("/api/v1/subjects/" + subject + "/" + path, body);

    assertThat(answer.status()).isIn(201, 202);
    Answer decision = ledger.decide(subject, "newsletter", "USE");
    assertThat(decision.decision()).isEqualTo("DENY");
    assertThat(decision.reasons()).contains(reason);
    assertThat(decision.json().get("evidence").toString())
        .contains(answer.eventIds().getLast().toString());
  }

  @Test
  void promise_1_no_act_is_recorded_after_a_withdrawal_that_came_in_between() throws Exception {
    String subject = consented();
    AtomicBoolean permitted = new AtomicBoolean(true);
    Answer withdrawn;
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<Future<?>> acting = new ArrayList<>();
      for (int client = 0; client < 8; client++) {
        acting.add(
            clients.submit(
                () -> {
                  while (permitted.get()) {
                    Answer act = ledger.process(subject, "newsletter", "USE", "");
                    if (act.status() == 409) {
                      assertThat(act.code()).isEqualTo("PROCESSING_DENIED");
                      permitted.set(false);
                    }
                  }
                }));
      }
      withdrawn = ledger.withdraw(subject, "newsletter");
      for (Future<?> each : acting) {
        each.get();
      }
    }

    assertThat(withdrawn.status()).isEqualTo(201);
    long end = withdrawn.json().get("position").asLong();
    List<JsonNode> acts =
        ledger.get("/api/v1/subjects/" + subject + "/history?limit=1000").items().stream()
            .filter(event -> event.get("type").asString().equals("processing.recorded"))
            .toList();
    assertThat(acts).allMatch(act -> act.get("position").asLong() < end);
  }

  @Test
  void promise_4_fifty_equal_requests_at_once_have_one_effect_and_fifty_equal_answers()
      throws Exception {
    String subject = ledger.register("newsletter", UUID.randomUUID() + "@example.kz");
    String body =
        """
        {"purposeId":"newsletter","policyVersion":"1.0","language":"ru","channel":"WEB",
         "givenBy":{"role":"SUBJECT"},"evidence":"form 7"}
        """;

    List<Answer> answers =
        atOnce(50, () -> ledger.post("/api/v1/subjects/" + subject + "/consents", body, "give"));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/history").items()).hasSize(2);
  }

  @Test
  void promise_4_fifty_equal_registrations_at_once_register_one_person() throws Exception {
    String email = UUID.randomUUID() + "@example.kz";
    String key = UUID.randomUUID().toString();
    String body =
        """
        {"identifiers":{"email":"%s","fullName":"Әсем Өтеген"},"purposeId":"newsletter"}
        """
            .formatted(email);

    List<Answer> answers = atOnce(50, () -> ledger.post("/api/v1/subjects", body, key));

    assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    assertThat(answers.getFirst().status()).isEqualTo(201);
    assertThat(answers.stream().filter(a -> a.header("Idempotency-Replayed").equals("true")))
        .hasSizeGreaterThanOrEqualTo(49);
  }

  @Test
  void promise_4_one_identifier_registered_by_many_at_once_makes_one_subject() throws Exception {
    String email = UUID.randomUUID() + "@example.kz";
    String body = "{\"identifiers\":{\"email\":\"%s\"},\"purposeId\":\"newsletter\"}";

    List<Answer> answers = atOnce(30, () -> ledger.post("/api/v1/subjects", body.formatted(email)));

    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 409))
        .hasSize(29)
        .allMatch(answer -> answer.code().equals("SUBJECT_EXISTS"));
    assertThat(answers.stream().map(Answer::subjectId).distinct()).hasSize(1);
  }

  @Test
  void promise_4_a_refusal_is_an_answer_that_stays() {
    String subject = ledger.register("newsletter", UUID.randomUUID() + "@example.kz");
    String path = "/api/v1/subjects/" + subject + "/consents/newsletter/withdrawal";
    String key = UUID.randomUUID().toString();
    Answer refused = ledger.post(path, "{\"channel\":\"EMAIL\"}", key);
    assertThat(refused.code()).isEqualTo("NOTHING_TO_WITHDRAW");
    ledger.giveConsent(subject, "newsletter", "1.0", "");

    Answer again = ledger.post(path, "{\"channel\":\"EMAIL\"}", key);

    assertThat(again.text()).isEqualTo(refused.text());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(ledger.decide(subject, "newsletter", "USE").decision()).isEqualTo("PERMIT");
  }

  @Test
  void promise_4_an_answer_stays_although_its_sender_would_be_late_by_now() {
    String subject = consented();
    String path = "/api/v1/subjects/" + subject + "/block";
    String version = ledger.get("/api/v1/subjects/" + subject).header("ETag");
    String body = "{\"reason\":\"INACCURATE\"}";
    String key = UUID.randomUUID().toString();
    Answer first = ledger.postIfMatch(path, body, version, key);
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(ledger.postIfMatch(path, body, version).status()).isEqualTo(412);

    Answer again = ledger.postIfMatch(path, body, version, key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void promise_4_a_key_that_comes_with_another_request_is_refused() {
    String subject = consented();
    String path = "/api/v1/subjects/" + subject + "/consents/newsletter/withdrawal";
    ledger.post(path, "{\"channel\":\"EMAIL\"}", "withdraw " + subject);

    Answer other = ledger.post(path, "{\"channel\":\"PHONE\"}", "withdraw " + subject);

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void promise_7_what_nobody_recorded_is_denied() {
    String nobody = UUID.randomUUID().toString();
    assertThat(ledger.decide(nobody, "newsletter", "USE").reasons())
        .containsExactly("SUBJECT_UNKNOWN");
    String subject = ledger.register("newsletter", UUID.randomUUID() + "@example.kz");
    assertThat(ledger.decide(subject, "newsletter", "USE").reasons())
        .containsExactly("CONSENT_MISSING");
    assertThat(ledger.decide(subject, "nothing-of-the-kind", "USE").reasons())
        .containsExactly("PURPOSE_UNKNOWN");
  }

  private static List<Answer> atOnce(int times, Callable<Answer> request) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(times)) {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : clients.invokeAll(Collections.nCopies(times, request))) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
