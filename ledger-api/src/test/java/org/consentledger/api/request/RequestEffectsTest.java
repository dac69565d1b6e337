package org.consentledger.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is asked for is done with the answer, and nothing before it is known who asks. */
class RequestEffectsTest extends RequestStory {

  private static final String BLOCK = "{\"block\":{\"reason\":\"INACCURATE\"}}";
  private static final String DESTROY = "{\"destruction\":{\"ground\":\"REQUEST\"}}";
  private static final String WITHDRAW =
      "{\"withdrawal\":{\"purposeId\":\"letters\",\"channel\":\"EMAIL\"}}";
  private static final String RECTIFY =
      "{\"rectification\":{\"personalData\":{\"FULL_NAME\":{\"value\":\"Әсел Қуат\"}},"
          + "\"reason\":\"INACCURATE\"}}";

  @Autowired private JdbcClient database;

  @Test
  void clause_8_3_nothing_is_changed_before_it_is_verified_who_asks() {
    String subject = consented();
    String request = received("RECTIFICATION", subject);

    assertThat(answer(request, RECTIFY).code()).isEqualTo("IDENTITY_NOT_VERIFIED");
    assertThat(state(request)).isEqualTo("OPEN");

    LedgerClient.requireSuccess(send(request, "identity-verification", EVIDENCE));
    Answer answered = answer(request, RECTIFY);
    assertThat(answered.status()).isEqualTo(201);
    assertThat(answered.eventIds()).hasSize(2);
    assertThat(state(request)).isEqualTo("ANSWERED");
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/personal-data").json().toString())
        .contains("Әсел Қуат");
  }

  @Test
  void clause_8_3_a_term_that_rested_for_the_identity_runs_again_when_it_is_verified() {
    String request = received("RECTIFICATION", consented());
    LedgerClient.requireSuccess(send(request, "pause", "{\"reason\":\"IDENTITY\"}"));
    Answer verified = send(request, "identity-verification", EVIDENCE);
    assertThat(verified.eventIds()).hasSize(2);
    assertThat(verified.json().has("dueDate")).isTrue();
    assertThat(state(request)).isEqualTo("OPEN");
    assertThat(send(request, "pause", "{\"reason\":\"IDENTITY\"}").code())
        .isEqualTo("IDENTITY_VERIFIED_ALREADY");
  }

  @Test
  @Proves("3.2 requests")
  void clause_3_2_the_authority_of_a_representative_is_checked_before_anything_is_changed() {
    String subject = consented();
    String request =
        id(
            receive(
                "BLOCKING",
                ",\"subjectId\":\""
                    + subject
                    + "\",\"representative\":{\"fullName\":\"Ерлан\",\"authority\":\"Сенімхат"
                    + " 5\"}"));
    LedgerClient.requireSuccess(send(request, "identity-verification", EVIDENCE));
    assertThat(answer(request, BLOCK).code()).isEqualTo("AUTHORITY_NOT_CHECKED");
    assertThat(read(request).json().get("by").asString()).isEqualTo("REPRESENTATIVE");

    LedgerClient.requireSuccess(send(request, "authority-check", EVIDENCE));
    assertThat(answer(request, BLOCK).status()).isEqualTo(201);
    assertThat(ledger.decide(subject, "letters", "USE").reasons()).contains("BLOCKED");
    assertThat(receive("QUESTION", ",\"representative\":{\"fullName\":\"Ерлан\"}").status())
        .isEqualTo(422);
    assertThat(send(received("QUESTION", subject), "authority-check", EVIDENCE).code())
        .isEqualTo("NO_REPRESENTATIVE");
  }

  @Test
  void clause_4_1_what_was_done_and_the_answer_are_linked_both_ways() {
    String subject = consented();
    String request = verified("BLOCKING", subject);
    Answer answered = answer(request, BLOCK);

    List<JsonNode> history = ledger.get("/api/v1/subjects/" + subject + "/history").items();
    JsonNode blocked =
        history.stream()
            .filter(it -> it.get("type").asString().equals("processing.blocked"))
            .findFirst()
            .orElseThrow();
    assertThat(blocked.get("requestId").asString()).isEqualTo(request);
    assertThat(blocked.get("eventId").asString())
        .isEqualTo(answered.eventIds().getFirst().toString());
    assertThat(read(request).json().at("/end/effectEventIds/0").asString())
        .isEqualTo(blocked.get("eventId").asString());
    assertThat(read(request).json().at("/end/effects/0").asString()).isEqualTo("BLOCK");
    assertThat(history.stream().map(it -> it.get("type").asString()))
        .contains("request.received", "request.identity-verified", "request.answered");
    assertThat(history.stream().filter(it -> it.get("type").asString().equals("consent.given")))
        .allSatisfy(it -> assertThat(it.has("requestId")).isFalse());
  }

  @Test
  void clause_4_1_information_is_disclosed_only_to_whom_it_concerns() {
    String request = received("INFORMATION", consented());
    assertThat(send(request, "answer", "{\"text\":\"Деректер\"}").code())
        .isEqualTo("IDENTITY_NOT_VERIFIED");
    assertThat(
            send(request, "refusal", "{\"reason\":\"IDENTITY_NOT_VERIFIED\",\"text\":\"Жоқ\"}")
                .status())
        .isEqualTo(201);
    assertThat(read(request).json().at("/end/refusal").asString())
        .isEqualTo("IDENTITY_NOT_VERIFIED");
    assertThat(send(request, "answer", "{\"text\":\"Деректер\"}").code())
        .isEqualTo("REQUEST_CLOSED");
  }

  @Test
  void clause_8_4_a_withdrawal_waits_for_no_identity_and_is_never_refused_for_form() {
    String subject = consented();
    String request = received("WITHDRAWAL", subject);
    assertThat(
            send(request, "refusal", "{\"reason\":\"IDENTITY_NOT_VERIFIED\",\"text\":\"Жоқ\"}")
                .code())
        .isEqualTo("REFUSED_FOR_FORM");

    Answer answered = answer(request, WITHDRAW);

    assertThat(answered.status()).isEqualTo(201);
    assertThat(answered.json().get("continuing")).isEmpty();
    assertThat(answered.json().at("/receipt/id").asString())
        .isEqualTo(answered.eventIds().getFirst().toString());
    assertThat(ledger.decide(subject, "letters", "USE").reasons()).contains("CONSENT_WITHDRAWN");
  }

  @Test
  void clause_4_1_where_a_rule_refuses_the_effect_there_is_no_answer_either() {
    String subject = consented();
    String request = verified("DESTRUCTION", subject);
    String hold =
        ledger.command(subject, "holds", "{\"citation\":\"Іс 9\"}").json().get("holdId").asString();
    long before = events();

    assertThat(answer(request, BLOCK + "," + DESTROY).code()).isEqualTo("LEGAL_HOLD");

    assertThat(events()).isEqualTo(before);
    assertThat(state(request)).isEqualTo("OPEN");
    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("PERMIT");
    LedgerClient.requireSuccess(ledger.command(subject, "holds/" + hold + "/lift", ""));
    Answer answered = answer(request, DESTROY);
    assertThat(answered.json().get("disposal").asString()).isEqualTo("DONE");
    assertThat(ledger.get("/api/v1/subjects/" + subject).json().get("status").asString())
        .isEqualTo("DESTROYED");
  }

  @Test
  void clause_4_1_a_request_is_answered_by_what_it_asks_for() {
    String subject = consented();
    String question = verified("QUESTION", subject);
    assertThat(answer(question, DESTROY).code()).isEqualTo("EFFECT_NOT_ASKED");
    assertThat(answer(question, "{}").status()).isEqualTo(422);
    assertThat(answer(question, BLOCK.replace("}}", "},\"unblock\":{}}")).status()).isEqualTo(422);
    assertThat(send(question, "answer", "{}").status()).isEqualTo(422);
    String unknown = id(receive("BLOCKING", ""));
    assertThat(answer(unknown, BLOCK).code()).isEqualTo("SUBJECT_NOT_LINKED");
  }

  @Test
  void two_officers_who_answer_at_once_are_not_both_heard() {
    String subject = consented();
    for (int round = 0; round < 5; round++) {
      String request = verified("BLOCKING", subject);
      List<Answer> answers =
          IntStream.range(0, 6)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> send(request, "answer", "{\"text\":\"" + i + "\"}")))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(1);
      assertThat(answers.stream().filter(it -> it.status() != 201).map(Answer::code))
          .containsOnly("REQUEST_CLOSED");
    }
  }

  @Test
  void an_answer_that_is_sent_twice_is_given_once() {
    String subject = consented();
    String request = verified("BLOCKING", subject);
    String body = "{\"effects\":[" + BLOCK + "]}";
    String path = "/api/v1/requests/" + request + "/answer";
    Answer first = ledger.post(path, body, "answer-" + request);
    Answer second = ledger.post(path, body, "answer-" + request);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void numbers_run_through_the_year_without_gaps_whoever_enters_requests_at_once() {
    letItBe("2027-06-01T12:00:00");
    int first = number(receive("QUESTION", "")) + 1;
    List<Answer> received =
        Stream.generate(() -> 0)
            .limit(40)
            .map(i -> CompletableFuture.supplyAsync(() -> receive("QUESTION", "")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(received.stream().map(RequestEffectsTest::number))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(first, first + 40).boxed().toList());
    assertThat(receive("QUESTION", ",\"subjectId\":\"" + UUID.randomUUID() + "\"").code())
        .isEqualTo("SUBJECT_UNKNOWN");
    assertThat(number(receive("QUESTION", ""))).isEqualTo(first + 40);
  }

  /** The running number of the year 2027. */
  private static int number(Answer received) {
    String number = received.json().get("number").asString();
    assertThat(number).startsWith("2027-");
    return Integer.parseInt(number.substring(5));
  }

  private long events() {
    return database.sql("select count(*) from event").query(Long.class).single();
  }
}
