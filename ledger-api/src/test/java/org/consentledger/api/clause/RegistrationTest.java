package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;

/** How somebody and their data come in (clauses 2.10, 3.1, 4.3, 5.4). */
class RegistrationTest extends ClauseStory {

  private Answer register(String members) {
    return ledger.post(
        "/api/v1/subjects",
        "{\"identifiers\":{\"email\":\"%s@example.kz\"},\"purposeId\":\"letters\"%s}"
            .formatted(UUID.randomUUID(), members));
  }

  @Test
  @Proves("2.10")
  void clause_2_10_a_person_has_a_random_identifier_and_is_found_by_what_they_are_known_by() {
    String email = UUID.randomUUID() + "@example.kz";
    String one = ledger.register("letters", email);
    String other = registered();

    assertThat(UUID.fromString(one).version()).isEqualTo(4);
    assertThat(one).isNotEqualTo(other);
    Answer found = ledger.post("/api/v1/subjects/lookup", "{\"email\":\"" + email + "\"}");
    assertThat(found.subjectId()).isEqualTo(one);
    Answer twice =
        ledger.post(
            "/api/v1/subjects",
            "{\"identifiers\":{\"email\":\"%s\"},\"purposeId\":\"letters\"}".formatted(email));
    assertThat(twice.code()).isEqualTo("SUBJECT_EXISTS");
    assertThat(ledger.get("/api/v1/subjects/" + one + "/history").text()).doesNotContain(email);
  }

  @Test
  @Proves("3.1 accuracy")
  void clause_3_1_who_attested_that_the_data_is_accurate_is_recorded_and_not_named() {
    String subject =
        LedgerClient.requireSuccess(register(",\"accuracyAttestedBy\":\"Әсем Өтегенова\""))
            .subjectId();

    Answer history = ledger.get("/api/v1/subjects/" + subject + "/history");
    assertThat(history.items().getFirst().at("/data/accuracyAttestation").asString()).isNotEmpty();
    assertThat(history.text()).doesNotContain("Өтегенова");
    assertThat(read(subject).json().get("accurateAt").asString()).isNotEmpty();
  }

  @Test
  @Proves("4.3")
  void clause_4_3_data_that_somebody_else_supplied_is_flagged_and_waits_for_the_persons_consent() {
    String subject =
        LedgerClient.requireSuccess(
                register(",\"source\":\"THIRD_PARTY\",\"aboutAnotherPerson\":true"))
            .subjectId();
    assertThat(read(subject).json().get("aboutAnotherPerson").asBoolean()).isTrue();
    assertThat(read(registered()).json().get("aboutAnotherPerson").asBoolean()).isFalse();
    assertThat(ledger.decide(subject, "letters", "USE").reasons())
        .containsExactly("CONSENT_MISSING");
    Answer bySomebody =
        ledger.command(
            subject,
            "consents",
            """
            {"purposeId":"letters","policyVersion":"1.0","language":"kk","channel":"WEB",
             "givenBy":{"role":"REPRESENTATIVE"}}
            """);
    assertThat(bySomebody.status()).isBetween(400, 422);
    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("DENY");

    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));

    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("PERMIT");
  }

  @Test
  @Proves("5.4, 5.5")
  void clause_5_4_data_that_no_purpose_needs_is_neither_taken_in_nor_used() {
    ledger.determine("mail", "{\"categories\":[\"EMAIL\"]}");
    String questionnaire = ",\"personalData\":{\"QUESTIONNAIRE\":{\"hobby\":\"шахмат\"}}";

    Answer refused =
        ledger.post("/api/v1/subjects", "{\"purposeId\":\"mail\"" + questionnaire + "}");

    assertThat(refused.code()).isEqualTo("CATEGORY_OUTSIDE_PURPOSE");
    assertThat(refused.json().get("clause").asString()).isEqualTo("5.5");
    String subject = consented("{}", "mail");
    for (String category : List.of("PHONE", "HEALTH")) {
      assertThat(
              ledger
                  .decide(subject, "mail", "USE", ",\"categories\":[\"" + category + "\"]")
                  .reasons())
          .contains("CATEGORY_OUTSIDE_PURPOSE");
    }
    assertThat(
            ledger
                .command(subject, "rectification", "{\"personalData\":{\"HEALTH\":{\"a\":1}}}")
                .code())
        .isEqualTo("CATEGORY_OUTSIDE_PURPOSE");
  }
}
