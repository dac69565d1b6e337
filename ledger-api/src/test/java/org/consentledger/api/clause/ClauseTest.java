package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseTest extends RunningLedger {

  private LedgerClient ledger;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }

  private String registered() {
    return ledger.register("letters", UUID.randomUUID() + "@example.kz");
  }

  private String consented() {
    String subject = registered();
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    return subject;
  }

  @Test
  @Proves("5.1")
  void clause_5_1_a_question_denied_for_five_reasons_lists_all_five() {
    String purpose = LedgerClient.unusedCode();
    ledger.definePurpose(purpose, "1.0");
    String subject = registered();
    ledger.giveConsent(subject, purpose, "1.0", "");
    ledger.withdraw(subject, purpose);
    ledger.post("/api/v1/subjects/" + subject + "/block", "{\"reason\":\"INACCURATE\"}");
    LedgerClient.requireSuccess(ledger.post("/api/v1/purposes/" + purpose + "/retirement", "{}"));

    Answer answer = ledger.decide(subject, purpose, "RETRIEVE", ",\"categories\":[\"HEALTH\"]");

    assertThat(answer.reasons())
        .containsExactlyInAnyOrder(
            "PURPOSE_RETIRED",
            "ACTION_OUTSIDE_PURPOSE",
            "CATEGORY_OUTSIDE_PURPOSE",
            "BLOCKED",
            "CONSENT_WITHDRAWN");
    assertThat(answer.json().get("reasons").get(0).get("clause").asString()).isEqualTo("8.9");
  }

  @Test
  @Proves("history: was there a ground on that day")
  void clause_8_4_a_late_paper_consent_counts_for_its_day_and_only_as_far_as_it_was_known() {
    String subject = registered();
    Instant signed = Instant.now().minus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    Answer given =
        ledger.giveConsent(subject, "letters", "1.0", ",\"effectiveAt\":\"" + signed + "\"");
    assertThat(given.status()).isEqualTo(201);

    String thatDay = ",\"at\":\"" + signed.plusSeconds(60) + "\"";
    assertThat(ledger.decide(subject, "letters", "USE", thatDay).decision()).isEqualTo("PERMIT");
    assertThat(
            ledger
                .decide(
                    subject,
                    "letters",
                    "USE",
                    thatDay + ",\"knownAt\":\"" + signed.plusSeconds(60) + "\"")
                .decision())
        .isEqualTo("DENY");
    assertThat(
            ledger
                .decide(subject, "letters", "USE", ",\"at\":\"" + signed.minusSeconds(60) + "\"")
                .reasons())
        .containsExactly("CONSENT_MISSING");
    assertThat(
            ledger
                .get("/api/v1/subjects/" + subject + "?asOf=" + signed.minusSeconds(1))
                .json()
                .get("consents")
                .isEmpty())
        .isTrue();
  }

  @Test
  @Proves("8.4 withdraw")
  void clause_8_4_a_late_consent_does_not_overwrite_a_later_withdrawal() {
    String subject = consented();
    ledger.withdraw(subject, "letters");
    Instant before = Instant.now().minus(1, ChronoUnit.DAYS);

    assertThat(
            ledger
                .giveConsent(subject, "letters", "1.0", ",\"effectiveAt\":\"" + before + "\"")
                .status())
        .isEqualTo(201);

    assertThat(ledger.decide(subject, "letters", "USE").reasons())
        .containsExactly("CONSENT_WITHDRAWN");
  }

  @Test
  @Proves("3.2 publish, 12.2, 12.3")
  void clause_12_2_consent_under_an_old_policy_ends_at_the_re_consent_date_and_is_renewed() {
    String purpose = "renewed-letters";
    // Before the policy of the other tests: what changes here ends no consent of theirs.
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/policies/old",
            "{\"effectiveFrom\":\"2020-01-01T00:00:00Z\",\"texts\":{\"kk\":\"Ескі саясат\"}}"));
    ledger.definePurpose(purpose, "old");
    String subject = registered();
    LedgerClient.requireSuccess(ledger.giveConsent(subject, purpose, "old", ""));
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/policies/new",
            """
            {"effectiveFrom":"2021-02-01T00:00:00Z","material":true,
             "reconsentBy":"2021-03-01T00:00:00Z","texts":{"kk":"Жаңа саясат","ru":"Новая"}}
            """));
    assertThat(ledger.decide(subject, purpose, "USE").reasons())
        .containsExactly("CONSENT_POLICY_OUTDATED");

    Answer renewal =
        ledger.post(
            "/api/v1/subjects/" + subject + "/consents/" + purpose + "/renewal",
            "{\"channel\":\"WEB\",\"policyVersion\":\"new\"}");

    assertThat(renewal.status()).isEqualTo(201);
    Answer decision = ledger.decide(subject, purpose, "USE");
    assertThat(decision.decision()).isEqualTo("PERMIT");
    assertThat(decision.json().get("policyVersion").asString()).isEqualTo("new");
  }

  @Test
  @Proves("3.2 publish, 12.2, 12.3")
  void clause_12_2_a_version_of_the_policy_never_changes() {
    assertThat(
            ledger
                .put(
                    "/api/v1/policies/1.0",
                    "{\"effectiveFrom\":\"2026-01-01T00:00:00Z\",\"texts\":{\"ru\":\"Другая\"}}")
                .code())
        .isEqualTo("POLICY_IMMUTABLE");
  }

  @Test
  @Proves("2.2")
  void clause_2_2_what_is_blocked_may_be_stored_and_rectified_and_nothing_else() {
    String subject = consented();
    String scope = "{\"scope\":{\"categories\":[\"EMAIL\"]},\"reason\":\"INACCURATE\"}";
    LedgerClient.requireSuccess(ledger.post("/api/v1/subjects/" + subject + "/block", scope));
    assertThat(ledger.post("/api/v1/subjects/" + subject + "/block", scope).eventIds()).isEmpty();

    String email = ",\"categories\":[\"EMAIL\"]";
    assertThat(ledger.decide(subject, "letters", "USE", email).reasons()).contains("BLOCKED");
    assertThat(ledger.decide(subject, "letters", "STORE", email).decision()).isEqualTo("PERMIT");
    assertThat(ledger.decide(subject, "letters", "RECTIFY", email).decision()).isEqualTo("PERMIT");
    assertThat(ledger.decide(subject, "letters", "USE", ",\"categories\":[\"PHONE\"]").decision())
        .isEqualTo("PERMIT");

    Answer rectified =
        ledger.post(
            "/api/v1/subjects/" + subject + "/rectification",
            "{\"personalData\":{\"EMAIL\":{\"value\":\"new-"
                + UUID.randomUUID()
                + "@example.kz\"}},\"unblock\":true}");
    assertThat(rectified.eventIds()).hasSize(2);
    assertThat(ledger.decide(subject, "letters", "USE", email).decision()).isEqualTo("PERMIT");
  }

  @Test
  @Proves("8.3")
  void clause_8_3_who_changes_an_address_and_adds_one_is_found_by_both() {
    String phone = "+77770000001";
    String email = UUID.randomUUID() + "@example.kz";
    String subject =
        LedgerClient.requireSuccess(
                ledger.post(
                    "/api/v1/subjects",
                    "{\"identifiers\":{\"phone\":\"+77770000000\"},\"purposeId\":\"letters\"}"))
            .subjectId();

    LedgerClient.requireSuccess(
        ledger.post(
            "/api/v1/subjects/" + subject + "/rectification",
            "{\"identifiers\":{\"email\":\"" + email + "\",\"phone\":\"" + phone + "\"}}"));

    for (String identifier :
        List.of("{\"email\":\"" + email + "\"}", "{\"phone\":\"" + phone + "\"}")) {
      assertThat(ledger.post("/api/v1/subjects/lookup", identifier).subjectId()).isEqualTo(subject);
    }
    assertThat(ledger.post("/api/v1/subjects/lookup", "{\"phone\":\"+77770000000\"}").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/events?actor=%00, 400",
    "/api/v1/events?from=%2B999999999-01-01T00:00:00Z, 400",
    "/api/v1/events?from=12345, 400",
    "/api/v1/events?limit=0, 400",
    "/api/v1/events?after=%21, 400",
    "/api/v1/subjects/not-an-id, 400",
    "/api/v1/subjects/00000000-0000-4000-8000-000000000000, 404"
  })
  void what_is_wrong_in_an_address_is_told(String path, int status) {
    Answer answer = ledger.get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void clause_8_1_a_reading_is_no_subject() {
    String subject = registered();
    String access =
        ledger
            .get("/api/v1/subjects/" + subject + "/personal-data")
            .json()
            .get("accessEventId")
            .asString();
    String accessId =
        ledger
            .get("/api/v1/subjects/" + subject + "/history")
            .items()
            .getLast()
            .get("data")
            .get("accessId")
            .asString();

    assertThat(access).isNotBlank();
    assertThat(ledger.get("/api/v1/subjects/" + accessId + "?asOf=2026-01-01T00:00:00Z").status())
        .isEqualTo(404);
    assertThat(
            ledger
                .post("/api/v1/subjects/" + accessId + "/block", "{\"reason\":\"OUTDATED\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void a_command_against_a_stale_version_is_refused_and_changes_nothing() {
    String subject = consented();
    String tag = ledger.get("/api/v1/subjects/" + subject).header("ETag");
    ledger.post("/api/v1/subjects/" + subject + "/block", "{\"reason\":\"OUTDATED\"}");

    Answer stale =
        ledger.postIfMatch(
            "/api/v1/subjects/" + subject + "/unblock", "{\"reason\":\"OUTDATED\"}", tag);

    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.code()).isEqualTo("STALE_VERSION");
    String fresh = ledger.get("/api/v1/subjects/" + subject).header("ETag");
    assertThat(ledger.postIfMatch("/api/v1/subjects/" + subject + "/unblock", "{}", fresh).status())
        .isEqualTo(201);
  }

  @Test
  void a_command_against_any_version_needs_a_subject_and_no_more() {
    String unblock = "/unblock";
    String block = "{\"reason\":\"OUTDATED\"}";
    String subject = consented();
    assertThat(ledger.postIfMatch("/api/v1/subjects/" + subject + "/block", block, "*").status())
        .isEqualTo(201);
    Answer nobody =
        ledger.postIfMatch("/api/v1/subjects/" + UUID.randomUUID() + unblock, "{}", "*");
    assertThat(nobody.code()).isEqualTo("SUBJECT_UNKNOWN");
    assertThat(
            ledger.postIfMatch("/api/v1/subjects/" + subject + unblock, "{}", "\"one\"").status())
        .isEqualTo(400);
  }

  @Test
  void decisions_in_a_batch_are_those_that_are_asked_for_one_by_one() {
    String permitted = consented();
    String missing = registered();
    String line = "{\"subjectId\":\"%s\",\"purposeId\":\"letters\",\"action\":\"USE\"}\n";

    Answer batch =
        ledger.postLines(
            "/api/v1/decisions/batch",
            line.formatted(permitted) + "{\"not\":\"a question\"}\n" + line.formatted(missing));

    assertThat(batch.text().lines().map(json::readTree).map(it -> it.path("decision").asString("")))
        .containsExactly("PERMIT", "", "DENY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /consents                    | {}                                          | 422
          /consents                    | null                                        | 400
          /consents                    | []                                          | 400
          /consents                    |                                             | 400
          /consents/letters/withdrawal | {"channel":"PIGEON"}                        | 400
          /consents/letters/withdrawal | {"channel":"WEB","effectiveAt":"9999-01-01T00:00:00Z"} | 422
          /consents/letters/withdrawal | {"channel":"WEB","effectiveAt":"+999999999-01-01T00:00:00Z"} | 400
          /consents/letters/withdrawal | {"channel":"WEB","channel":"WEB"}           | 400
          /consents/nothing/withdrawal | {"channel":"WEB"}                           | 409
          /consents/letters/renewal    | {"channel":"WEB"}                           | 409
          /block                       | {"reason":"BECAUSE"}                        | 400
          /block                       | {"reason":"OUTDATED","scope":{"categories":[null]}} | 422
          /block                       | {"reason":"OUTDATED","scope":{"categories":["e"]}} | 422
          /rectification               | {"personalData":{"HEALTH":{"a":1}}}         | 409
          /rectification               | {"personalData":{"EMAIL":{"value":"x"}}}    | 422
          /rectification               | {"personalData":{"QUESTIONNAIRE":null}}     | 422
          /rectification               | {"personalData":{"QUESTIONNAIRE":{"a":1e999}}} | 400
          /destruction                 | {}                                          | 422
          """)
  void what_is_wrong_is_told_and_changes_nothing(String path, String body, int status) {
    String subject = registered();

    Answer answer = ledger.post("/api/v1/subjects/" + subject + path, body == null ? "" : body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/history").items()).hasSize(1);
  }
}
