package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.JsonNode;

class ProcessingTest extends RunningLedger {

  private LedgerClient ledger;
  private String subject;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");
  }

  private List<JsonNode> acts() {
    return ledger.get("/api/v1/subjects/" + subject + "/history").items().stream()
        .filter(event -> event.get("type").asString().equals("processing.recorded"))
        .toList();
  }

  @Test
  @Proves("5.1")
  void clause_5_1_a_permitted_act_is_recorded_with_the_ground_that_permitted_it() {
    Answer given = LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));

    Answer act =
        ledger.process(
            subject, "letters", "USE", ",\"categories\":[\"EMAIL\"],\"channel\":\"EMAIL\"");

    assertThat(act.status()).isEqualTo(201);
    assertThat(acts())
        .singleElement()
        .satisfies(
            event -> {
              JsonNode data = event.get("data");
              assertThat(event.get("eventId").asString())
                  .isEqualTo(act.eventIds().getFirst().toString());
              assertThat(data.get("act").get("categories").get(0).asString()).isEqualTo("EMAIL");
              assertThat(data.get("permission").get("ground").asString()).isEqualTo("CONSENT");
              assertThat(data.get("permission").get("evidence").get(0).asString())
                  .isEqualTo(given.eventIds().getFirst().toString());
            });
    assertThat(
            ledger
                .get(
                    "/api/v1/events?purposeId=letters&type=processing.recorded&subjectId="
                        + subject)
                .items())
        .hasSize(1);
  }

  @Test
  @Proves("5.1")
  void clause_5_1_a_denied_act_is_answered_with_the_decision_and_leaves_no_trace() {
    Answer act = ledger.process(subject, "letters", "RETRIEVE", ",\"categories\":[\"HEALTH\"]");

    assertThat(act.status()).isEqualTo(409);
    assertThat(act.code()).isEqualTo("PROCESSING_DENIED");
    JsonNode decision = act.json().get("decision");
    assertThat(decision.get("decision").asString()).isEqualTo("DENY");
    assertThat(decision.get("reasons").findValuesAsString("code"))
        .containsExactly("ACTION_OUTSIDE_PURPOSE", "CATEGORY_OUTSIDE_PURPOSE", "CONSENT_MISSING");
    assertThat(acts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,"channel":"WEB"                          | true  | true
          ,"channel":"LETTER"                       | true  | false
          ,"automated":false                        | false | true
          ,"automated":false,"channel":"IN_PERSON"  | false | false
          ,"channel":"PHONE","network":true         | true  | true
          """)
  @Proves("2.1, 9.2")
  void clause_9_2_a_record_says_by_whom_and_over_what(
      String more, boolean automated, boolean overNetwork) {
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));

    LedgerClient.requireSuccess(ledger.process(subject, "letters", "USE", more));

    JsonNode act = acts().getFirst().get("data").get("act");
    assertThat(act.get("automated").asBoolean()).isEqualTo(automated);
    assertThat(act.get("overNetwork").asBoolean()).isEqualTo(overNetwork);
  }

  @Test
  void clause_2_10_nobody_acts_on_somebody_who_is_not_registered() {
    subject = UUID.randomUUID().toString();

    Answer act = ledger.process(subject, "letters", "USE", "");

    assertThat(act.status()).isEqualTo(404);
    assertThat(act.code()).isEqualTo("SUBJECT_UNKNOWN");
  }

  @Test
  @Proves({"8.9", "history: unlawful processing"})
  void clause_8_9_a_report_that_no_ground_covers_is_accepted_as_unlawful_and_ends_the_processing() {
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    String before = "2026-01-02T00:00:00Z";

    Answer unreported =
        ledger.process(subject, "letters", "USE", ",\"effectiveAt\":\"" + before + "\"");
    assertThat(unreported.code()).isEqualTo("PROCESSING_DENIED");

    Answer reported =
        ledger.process(
            subject, "letters", "USE", ",\"report\":true,\"effectiveAt\":\"" + before + "\"");

    assertThat(reported.status()).isEqualTo(201);
    assertThat(reported.json().get("unlawful").asBoolean()).isTrue();
    JsonNode found =
        ledger
            .get("/api/v1/events?type=processing.found-unlawful&subjectId=" + subject)
            .items()
            .getFirst()
            .get("data");
    assertThat(found.get("actAt").asString()).isEqualTo(before);
    assertThat(found.get("reasons").get(0).asString()).isEqualTo("CONSENT_MISSING");
    assertThat(found.get("dueAt").asString()).isGreaterThan(found.get("effectiveAt").asString());
    assertThat(ledger.decide(subject, "letters", "USE").reasons())
        .containsExactly("UNLAWFUL_PROCESSING_FOUND");
  }

  @Test
  void clause_5_1_a_report_of_what_was_permitted_is_recorded_with_what_permitted_it() {
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    Answer reported = ledger.process(subject, "letters", "USE", ",\"report\":true");
    assertThat(reported.json().get("unlawful").asBoolean()).isFalse();
    assertThat(acts()).hasSize(1);
  }
}
