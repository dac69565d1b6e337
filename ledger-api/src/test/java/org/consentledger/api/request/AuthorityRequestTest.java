package org.consentledger.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the authorised body asks (clause 3.2), and what is kept for it until it is answered. */
class AuthorityRequestTest extends RequestStory {

  private static final String AUTHORITY = "/api/v1/authority-requests";
  private static final String DESTROY = "{\"ground\":\"REQUEST\",\"reason\":\"UNNECESSARY\"}";

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # ten calendar days, moved where the last is no working day
          2026-03-10T12:00:00+05:00,            , 2026-03-20
          2026-03-11T12:00:00+05:00,            , 2026-03-26
          2026-02-18T12:00:00+05:00,            , 2026-03-02
          2027-02-19T12:00:00+05:00,            , 2027-03-01
          2028-02-19T12:00:00+05:00,            , 2028-02-29
          # the date in the request wins where it is sooner, and is not moved
          2026-03-10T12:00:00+05:00, 2026-03-14, 2026-03-14
          2026-03-10T12:00:00+05:00, 2026-03-10, 2026-03-10
          2026-03-10T12:00:00+05:00, 2026-04-30, 2026-03-20
          """)
  @Proves("3.2 regulator")
  void clause_3_2_the_authority_is_answered_in_ten_days_or_by_its_own_date(
      String receivedAt, String answerBy, String dueDate) {
    letItBe("2029-01-09T12:00:00");

    Answer asked =
        ask(
            ",\"receivedAt\":\"%s\"".formatted(receivedAt)
                + (answerBy == null ? "" : ",\"answerBy\":\"%s\"".formatted(answerBy)));

    JsonNode request = LedgerClient.requireSuccess(asked).json();
    assertThat(request.get("dueDate").asString()).isEqualTo(dueDate);
    assertThat(request.at("/terms/id").asString()).isEqualTo("authority-request");
  }

  @Test
  @Proves("3.2 regulator")
  void clause_3_2_nobody_about_whom_the_authority_asks_is_destroyed_before_the_answer() {
    String subject = consented();
    String other = consented();
    String request = id(ask(about(subject)));

    for (String way : List.of("destruction", "anonymisation")) {
      Answer refused = ledger.post("/api/v1/subjects/" + subject + "/" + way, DESTROY);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("AUTHORITY_REQUEST_PENDING");
      assertThat(refused.json().get("clause").asString()).isEqualTo("3.2");
    }
    JsonNode hold = ledger.get("/api/v1/subjects/" + subject).json().get("holds").get(0);
    assertThat(hold.get("requestId").asString()).isEqualTo(request);
    Answer lifted =
        ledger.post(
            "/api/v1/subjects/" + subject + "/holds/" + hold.get("holdId").asString() + "/lift",
            "");
    assertThat(lifted.code()).isEqualTo("AUTHORITY_REQUEST_PENDING");
    assertThat(destroy(other).status()).isEqualTo(202);

    LedgerClient.requireSuccess(respond(request));

    assertThat(ledger.get("/api/v1/subjects/" + subject).json().get("holds")).isEmpty();
    assertThat(destroy(subject).status()).isEqualTo(202);
  }

  @Test
  void a_legal_hold_outlives_the_answer_and_so_does_another_request() {
    String subject = consented();
    String first = id(ask(about(subject)));
    String second = id(ask(about(subject)));
    LedgerClient.requireSuccess(
        ledger.post("/api/v1/subjects/" + subject + "/holds", "{\"citation\":\"Іс 12\"}"));
    assertThat(destroy(subject).code()).isEqualTo("LEGAL_HOLD");

    LedgerClient.requireSuccess(respond(first));

    JsonNode holds = ledger.get("/api/v1/subjects/" + subject).json().get("holds");
    assertThat(holds).hasSize(2);
    assertThat(holds.toString()).contains(second).doesNotContain(first);
    assertThat(destroy(subject).code()).isEqualTo("LEGAL_HOLD");
  }

  @Test
  void each_is_destroyed_before_the_request_or_kept_for_it_also_at_the_same_moment()
      throws Exception {
    List<String> subjects = IntStream.range(0, 40).mapToObj(each -> consented()).toList();
    List<Callable<Answer>> all = new ArrayList<>();
    subjects.forEach(each -> all.add(() -> destroy(each)));
    all.add(20, () -> ask(about(subjects.toArray(String[]::new))));

    String request;
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = crowd.invokeAll(all);
      request = id(answers.get(20).get());
    }

    long asked = position("request.received", request);
    for (String subject : subjects) {
      JsonNode holds = ledger.get("/api/v1/subjects/" + subject).json().get("holds");
      String status = ledger.get("/api/v1/subjects/" + subject).json().get("status").asString();
      if (status.equals("DESTROYED")) {
        assertThat(position("subject.destroyed", subject)).isLessThan(asked);
      } else {
        assertThat(holds.toString()).contains(request);
        assertThat(destroy(subject).code()).isEqualTo("AUTHORITY_REQUEST_PENDING");
      }
    }
    LedgerClient.requireSuccess(respond(request));
    subjects.forEach(each -> assertThat(destroy(each).status()).isIn(200, 202));
  }

  @Test
  @Proves("3.2 regulator")
  void clause_3_2_the_answer_is_packaged_with_whom_the_authority_asks_about_and_nobody_else() {
    String asked = consented();
    String other = consented();
    String request = id(ask(about(asked)));

    Answer export =
        LedgerClient.requireSuccess(
            ledger.post(
                "/api/v1/exports", "{\"format\":\"CSV\",\"requestId\":\"" + request + "\"}"));

    String exportId = export.json().get("exportId").asString();
    assertThat(content(exportId)).contains(asked).doesNotContain(other);
    assertThat(answerWith(request, UUID.randomUUID().toString()).code())
        .isEqualTo("EXPORT_UNKNOWN");
    LedgerClient.requireSuccess(answerWith(request, exportId));
    assertThat(view(request).at("/end/exportId").asString()).isEqualTo(exportId);
    Answer both =
        ledger.post(
            "/api/v1/exports",
            "{\"format\":\"CSV\",\"requestId\":\"%s\",\"subjectId\":\"%s\"}"
                .formatted(request, other));
    assertThat(both.status()).isEqualTo(422);
    String person = id(receive("QUESTION", ""));
    assertThat(
            ledger
                .post("/api/v1/exports", "{\"format\":\"CSV\",\"requestId\":\"" + person + "\"}")
                .code())
        .isEqualTo("REQUEST_UNKNOWN");
  }

  private Answer answerWith(String request, String exportId) {
    return ledger.post(
        AUTHORITY + "/" + request + "/answer",
        "{\"text\":\"Жауап\",\"exportId\":\"" + exportId + "\"}");
  }

  @Test
  void who_is_destroyed_already_is_named_without_being_kept() {
    String gone = consented();
    assertThat(destroy(gone).status()).isEqualTo(202);
    String there = consented();

    String request = id(ask(about(gone, there)));

    JsonNode question = view(request).get("question");
    assertThat(question.get("subjectIds").toString()).contains(gone).contains(there);
    assertThat(ledger.get("/api/v1/subjects/" + there).json().get("holds")).hasSize(1);
    LedgerClient.requireSuccess(respond(request));
  }

  @Test
  void a_subject_that_nobody_knows_is_named_and_nothing_is_entered() {
    String there = consented();
    long before = ledger.get("/api/v1/requests?type=AUTHORITY").items().size();

    Answer answer = ask(about(there, "00000000-0000-4000-8000-000000000000"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("SUBJECT_UNKNOWN");
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/subjectIds/1");
    assertThat(ledger.get("/api/v1/requests?type=AUTHORITY").items()).hasSize((int) before);
    assertThat(destroy(there).status()).isEqualTo(202);
  }

  @Test
  void what_is_sent_twice_is_entered_once_also_after_its_own_date_has_passed() {
    letItBe("2026-03-10T12:00:00");
    String body = "{\"text\":\"Түсіндірме беріңіз\",\"answerBy\":\"2026-03-10\"}";
    String key = UUID.randomUUID().toString();
    Answer first = ledger.post(AUTHORITY, body, key);

    letItBe("2026-03-12T12:00:00");

    Answer again = ledger.post(AUTHORITY, body, key);
    assertThat(id(again)).isEqualTo(id(first));
  }

  @Test
  void bad_input_is_told_and_enters_nothing() {
    assertThat(ask(",\"answerBy\":\"2020-01-01\"").code()).isEqualTo("ANSWER_BY_BEFORE_RECEIPT");
    assertThat(
            ask(",\"from\":\"2026-02-01T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"")
                .json()
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/to");
    assertThat(ask(",\"receivedAt\":\"2999-01-01T00:00:00Z\"").code())
        .isEqualTo("EFFECTIVE_IN_FUTURE");
    assertThat(ledger.post(AUTHORITY, "{\"text\":\" \"}").status()).isEqualTo(422);
    String many =
        String.join(
            ",",
            IntStream.rangeClosed(0, AuthorityForms.MOST_SUBJECTS)
                .mapToObj(each -> "\"00000000-0000-4000-8000-%012d\"".formatted(each))
                .toList());
    assertThat(ask(",\"subjectIds\":[" + many + "]").status()).isEqualTo(422);
    assertThat(
            ledger
                .post(
                    "/api/v1/requests",
                    "{\"type\":\"AUTHORITY\",\"channel\":\"EMAIL\",\"text\":\"x\"}")
                .json()
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/type");
  }

  @Test
  void nothing_stops_the_term_of_the_authority_and_it_is_answered_once() {
    letItBe("2026-03-10T12:00:00");
    String request = id(ask(""));
    String person = id(receive("QUESTION", ""));
    for (String[] command :
        new String[][] {
          {"pause", "{\"reason\":\"IDENTITY\"}"},
          {"extension", "{\"days\":1,\"explanation\":\"-\"}"},
          {"refusal", "{\"reason\":\"UNFOUNDED\",\"text\":\"-\"}"},
          {"identity-verification", EVIDENCE},
          {"authority-check", EVIDENCE},
          {"answer", "{\"text\":\"-\"}"}
        }) {
      assertThat(send(request, command[0], command[1]).code()).isEqualTo("AUTHORITY_ASKS");
    }
    assertThat(respond(person).code()).isEqualTo("REQUEST_UNKNOWN");
    assertThat(ledger.get(AUTHORITY + "/" + person).code()).isEqualTo("REQUEST_UNKNOWN");

    letItBe("2026-03-21T00:00:00");
    job.run();
    assertThat(ledger.get(AUTHORITY + "?state=OVERDUE").text()).contains(request);
    LedgerClient.requireSuccess(respond(request));

    assertThat(view(request).at("/end/late").asBoolean()).isTrue();
    assertThat(respond(request).code()).isEqualTo("REQUEST_CLOSED");
    assertThat(ledger.get(AUTHORITY).text()).contains(request).doesNotContain(person);
    assertThat(ledger.get(AUTHORITY, "application/x-ndjson").text()).contains(request);
    assertThat(ledger.get("/api/v1/events?limit=1000").text()).doesNotContain("№ 4-117");
    assertThat(ledger.get("/api/v1/requests/" + request + "/text").text())
        .contains("№ 4-117")
        .contains("Түсіндірме беріңіз");
  }

  private Answer ask(String more) {
    return ledger.post(
        AUTHORITY,
        """
        {"channel":"LETTER","language":"kk","reference":"№ 4-117","text":"Түсіндірме беріңіз"%s}
        """
            .formatted(more));
  }

  private String content(String export) {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
    Answer content = ledger.get("/api/v1/exports/" + export + "/content");
    while (content.status() == 409) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(20_000_000);
      content = ledger.get("/api/v1/exports/" + export + "/content");
    }
    return LedgerClient.requireSuccess(content).text();
  }

  private static String about(String... subjects) {
    return ",\"subjectIds\":[\"" + String.join("\",\"", subjects) + "\"]";
  }

  private Answer respond(String request) {
    return ledger.post(AUTHORITY + "/" + request + "/answer", "{\"text\":\"Жауап: қоса берілді\"}");
  }

  private Answer destroy(String subject) {
    return ledger.post("/api/v1/subjects/" + subject + "/destruction", DESTROY);
  }

  private JsonNode view(String request) {
    return LedgerClient.requireSuccess(ledger.get(AUTHORITY + "/" + request)).json();
  }

  private long position(String type, String id) {
    return ledger
        .get("/api/v1/events?limit=1000&type=" + type, "application/x-ndjson")
        .text()
        .lines()
        .filter(line -> line.contains(id))
        .map(line -> new JsonMapper().readTree(line))
        .findFirst()
        .orElseThrow()
        .get("position")
        .asLong();
  }
}
