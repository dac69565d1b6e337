package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grounds other than consent (section 7). */
class GroundTest extends ClauseStory {

  @BeforeEach
  void determine() {
    ledger.determine(
        "everything",
        """
        {"grounds":["CONSENT","LEGAL_OBLIGATION","JUSTICE","CONTRACT","LEGITIMATE_INTEREST",
         "PUBLIC_INTEREST","MADE_PUBLIC_BY_SUBJECT","MANDATORY_DISCLOSURE"]}
        """);
    ledger.determine("offers", "{\"marketing\":true,\"grounds\":[\"CONSENT\",\"CONTRACT\"]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LEGAL_OBLIGATION       | 7.2 | {"act":"a","article":"1"}
          JUSTICE                | 7.3 | {"act":"a","number":"2","date":"2028-02-29"}
          CONTRACT               | 7.4 | {"contractNumber":"3","role":"GUARANTOR"}
          LEGITIMATE_INTEREST    | 7.5 | {"interest":"i","balancing":"b"}
          PUBLIC_INTEREST        | 7.5 | {"interest":"i","balancing":"b"}
          MADE_PUBLIC_BY_SUBJECT | 7.6 | {"proof":"p"}
          MANDATORY_DISCLOSURE   | 7.7 | {"law":"l","article":"4"}
          """)
  @Proves("7.2–7.7")
  void clause_7_each_ground_permits_with_the_evidence_of_its_clause_and_is_refused_without_any(
      String ground, String clause, String evidence) {
    String subject = registered();
    assertThat(ledger.decide(subject, "everything", "USE").reasons())
        .containsExactly("CONSENT_MISSING");

    Answer without = ledger.claim(subject, "everything", ground, "{}", "");
    assertThat(without.status()).isEqualTo(409);
    assertThat(without.code()).isEqualTo("EVIDENCE_MISSING");
    assertThat(without.json().get("clause").asString()).isEqualTo(clause);
    assertThat(without.json().get("errors").findValuesAsString("pointer"))
        .hasSize(json.readTree(evidence).size())
        .allSatisfy(pointer -> assertThat(evidence).contains(pointer.split("/")[2]));
    assertThat(ledger.decide(subject, "everything", "USE").decision()).isEqualTo("DENY");

    Answer claimed = ledger.claim(subject, "everything", ground, evidence, "");
    assertThat(claimed.status()).isEqualTo(201);
    Answer decision = ledger.decide(subject, "everything", "USE");
    assertThat(decision.decision()).isEqualTo("PERMIT");
    assertThat(decision.json().get("ground").asString()).isEqualTo(ground);
    assertThat(decision.reasons()).containsExactly("ON_" + ground);
    assertThat(decision.json().at("/reasons/0/clause").asString()).isEqualTo(clause);
    assertThat(decision.json().at("/evidence/0").asString())
        .isEqualTo(claimed.eventIds().getFirst().toString());
  }

  @Test
  void clause_7_1_consent_is_given_and_cannot_be_claimed() {
    Answer answer = ledger.claim(registered(), "everything", "CONSENT", "{}", "");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("CONSENT_NOT_CLAIMED");
  }

  @Test
  @Proves("4.1 marketing")
  void clause_4_1_a_purpose_of_marketing_opens_by_consent_alone() {
    String subject = registered();
    Answer answer = ledger.claim(subject, "offers", "CONTRACT", CONTRACT, "");
    assertThat(answer.code()).isEqualTo("MARKETING_NEEDS_CONSENT");
    assertThat(answer.json().get("clause").asString()).isEqualTo("4.1");
    assertThat(ledger.decide(subject, "offers", "USE").decision()).isEqualTo("DENY");

    LedgerClient.requireSuccess(ledger.giveConsent(subject, "offers", "1.0", ""));
    assertThat(ledger.decide(subject, "offers", "USE").decision()).isEqualTo("PERMIT");
  }

  @Test
  @Proves("6")
  void clause_6_a_ground_that_the_purpose_does_not_list_cannot_be_claimed() {
    Answer answer = ledger.claim(registered(), "letters", "CONTRACT", CONTRACT, "");
    assertThat(answer.code()).isEqualTo("GROUND_OUTSIDE_PURPOSE");
  }

  @Test
  @Proves("5.4, 5.5")
  void clause_5_5_a_ground_covers_the_data_that_it_was_claimed_for() {
    String subject = registered();
    LedgerClient.requireSuccess(
        ledger.claim(subject, "everything", "CONTRACT", CONTRACT, ",\"categories\":[\"EMAIL\"]"));
    assertThat(
            ledger.decide(subject, "everything", "USE", ",\"categories\":[\"EMAIL\"]").decision())
        .isEqualTo("PERMIT");
    assertThat(
            ledger
                .decide(subject, "everything", "USE", ",\"categories\":[\"EMAIL\",\"PHONE\"]")
                .reasons())
        .contains("CATEGORY_OUTSIDE_GROUND");
  }

  @Test
  @Proves("3.1 continue")
  void clause_3_1_a_withdrawal_answers_what_goes_on_and_why_and_repeats_that_answer() {
    String subject = consented("{}", "everything");
    String groundId =
        id(
            ledger.claim(
                subject, "everything", "CONTRACT", CONTRACT, ",\"approvedBy\":\"Заң бөлімі\""),
            "groundId");
    String withdrawal = "/api/v1/subjects/" + subject + "/consents/everything/withdrawal";
    String key = UUID.randomUUID().toString();

    Answer withdrawn = ledger.post(withdrawal, "{\"channel\":\"EMAIL\"}", key);

    assertThat(withdrawn.status()).isEqualTo(201);
    assertThat(withdrawn.json().get("continuing").findValuesAsString("groundId"))
        .containsExactly(groundId);
    assertThat(withdrawn.json().at("/continuing/0/clause").asString()).isEqualTo("7.4");
    Answer decision = ledger.decide(subject, "everything", "USE");
    assertThat(decision.json().get("ground").asString()).isEqualTo("CONTRACT");

    LedgerClient.requireSuccess(ledger.command(subject, "grounds/" + groundId + "/end", "{}"));
    Answer again = ledger.post(withdrawal, "{\"channel\":\"EMAIL\"}", key);
    assertThat(again.text()).isEqualTo(withdrawn.text());
    assertThat(ledger.withdraw(subject, "everything").json().get("continuing")).isEmpty();
    assertThat(ledger.decide(subject, "everything", "USE").reasons())
        .containsExactlyInAnyOrder("CONSENT_WITHDRAWN", "GROUND_ENDED");
  }

  @Test
  void clause_8_9_a_ground_ends_with_its_term_and_says_so_beforehand() {
    String subject = registered();
    Instant day = Instant.now().minus(40, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    Instant end = day.plus(10, ChronoUnit.DAYS);
    LedgerClient.requireSuccess(
        ledger.claim(
            subject,
            "everything",
            "CONTRACT",
            CONTRACT,
            ",\"effectiveAt\":\"%s\",\"validUntil\":\"%s\"".formatted(day, end)));

    Answer before =
        ledger.decide(subject, "everything", "USE", ",\"at\":\"" + end.minusSeconds(1) + "\"");
    assertThat(before.decision()).isEqualTo("PERMIT");
    assertThat(before.json().get("validUntil").asString()).isEqualTo(end.toString());
    assertThat(ledger.decide(subject, "everything", "USE", ",\"at\":\"" + end + "\"").reasons())
        .contains("GROUND_EXPIRED");
    assertThat(
            ledger
                .decide(subject, "everything", "USE", ",\"at\":\"" + day.minusSeconds(1) + "\"")
                .reasons())
        .containsExactly("CONSENT_MISSING");
    assertThat(
            ledger
                .decide(
                    subject,
                    "everything",
                    "USE",
                    ",\"at\":\"%s\",\"knownAt\":\"%s\"".formatted(day.plusSeconds(9), end))
                .decision())
        .isEqualTo("DENY");
    assertThat(read(subject).json().at("/grounds/0/status").asString()).isEqualTo("EXPIRED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONTRACT | {"contractNumber":"1","role":"FRIEND"}          | 422 | /evidence/role
          JUSTICE  | {"act":"a","number":"1","date":"30.02.2026"}    | 422 | /evidence/date
          JUSTICE  | {"act":"a","number":"1","date":"2027-02-29"}    | 422 | /evidence/date
          CONTRACT | {"contractNumber":"  ","role":"PARTY"}          | 409 | /evidence/contractNumber
          CONTRACT | {"contractNumber":7,"role":"PARTY"}             | 400 | /evidence
          """)
  @Proves("7.2–7.7")
  void clause_7_evidence_that_is_none_is_refused_with_its_place(
      String ground, String evidence, int status, String pointer) {
    String subject = registered();
    Answer answer = ledger.claim(subject, "everything", ground, evidence, "");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(read(subject).json().get("grounds")).isEmpty();
  }

  @Test
  void clause_7_ends_that_can_not_be_are_refused() {
    String subject = registered();
    String groundId = id(ledger.claim(subject, "everything", "CONTRACT", CONTRACT, ""), "groundId");
    String end = "grounds/" + groundId + "/end";
    assertThat(ledger.command(subject, "grounds/" + UUID.randomUUID() + "/end", "{}").code())
        .isEqualTo("GROUND_UNKNOWN");
    assertThat(ledger.command(subject, end, "{\"effectiveAt\":\"2020-01-01T00:00:00Z\"}").code())
        .isEqualTo("END_BEFORE_BEGINNING");
    assertThat(ledger.command(subject, end, "{\"effectiveAt\":\"2999-01-01T00:00:00Z\"}").code())
        .isEqualTo("EFFECTIVE_IN_FUTURE");
    assertThat(ledger.command(subject, end, "{}").status()).isEqualTo(201);
    assertThat(ledger.command(subject, end, "{}").status()).isEqualTo(200);
    assertThat(
            ledger
                .claim(
                    subject,
                    "everything",
                    "CONTRACT",
                    CONTRACT,
                    ",\"validUntil\":\"2020-01-01T00:00:00Z\"")
                .code())
        .isEqualTo("EXPIRY_BEFORE_BEGINNING");
  }
}
