package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whatever these tests switch off they allow again: the other tests have the same ledger. */
class LegalGroundTest extends RunningLedger {

  private static final String JUSTICE = "/api/v1/legal-grounds/JUSTICE";

  private LedgerClient ledger;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
  }

  @AfterEach
  void allow_again() {
    LedgerClient.requireSuccess(ledger.put(JUSTICE, "{\"allowed\":true}"));
  }

  private JsonNode justice() {
    return ledger.get("/api/v1/legal-grounds").items().stream()
        .filter(ground -> ground.get("ground").asString().equals("JUSTICE"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void clause_7_all_eight_grounds_are_listed_with_their_clauses() {
    List<JsonNode> grounds = ledger.get("/api/v1/legal-grounds").items();
    assertThat(grounds)
        .extracting(ground -> ground.get("ground").asString())
        .containsExactly(
            "CONSENT",
            "LEGAL_OBLIGATION",
            "JUSTICE",
            "CONTRACT",
            "LEGITIMATE_INTEREST",
            "PUBLIC_INTEREST",
            "MADE_PUBLIC_BY_SUBJECT",
            "MANDATORY_DISCLOSURE");
    assertThat(grounds)
        .extracting(ground -> ground.get("clause").asString())
        .containsExactly("7.1", "7.2", "7.3", "7.4", "7.5", "7.5", "7.6", "7.7");
    assertThat(grounds.getFirst().get("allowed").asBoolean()).isTrue();
  }

  @Test
  @Proves("7")
  void clause_7_a_ground_is_switched_off_and_allowed_again() {
    Answer off = ledger.put(JUSTICE, "{\"allowed\":false}");
    assertThat(off.status()).isEqualTo(201);
    assertThat(off.json().get("ground").asString()).isEqualTo("JUSTICE");
    assertThat(justice().get("allowed").asBoolean()).isFalse();
    Instant since = Instant.parse(justice().get("since").asString());
    assertThat(since)
        .isEqualTo(Instant.parse(recordedEvent(off).at("/data/effectiveFrom").asString()));
    assertThat(justice().has("scheduled")).isFalse();

    Answer again = ledger.put(JUSTICE, "{\"allowed\":false}");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.eventIds()).isEmpty();

    assertThat(ledger.put(JUSTICE, "{\"allowed\":true}").status()).isEqualTo(201);
    assertThat(justice().get("allowed").asBoolean()).isTrue();
  }

  private JsonNode recordedEvent(Answer command) {
    return ledger.get("/api/v1/events?type=legal-ground.switched-off&limit=1000").items().stream()
        .filter(
            event ->
                event.get("eventId").asString().equals(command.eventIds().getFirst().toString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void clause_7_what_is_to_come_is_told_and_can_be_taken_back() {
    String off = "{\"allowed\":false,\"effectiveFrom\":\"2998-01-01T00:00:00Z\"}";
    assertThat(ledger.put(JUSTICE, off).status()).isEqualTo(201);
    assertThat(ledger.put(JUSTICE, off).eventIds()).isEmpty();
    assertThat(justice().get("allowed").asBoolean()).isTrue();
    assertThat(justice().at("/scheduled/allowed").asBoolean(true)).isFalse();
    assertThat(justice().at("/scheduled/effectiveFrom").asString())
        .isEqualTo("2998-01-01T00:00:00Z");

    assertThat(ledger.put(JUSTICE, "{\"allowed\":true}").eventIds()).hasSize(1);
    assertThat(justice().has("scheduled")).isFalse();
  }

  @Test
  void clause_7_1_consent_cannot_be_switched_off() {
    Answer answer = ledger.put("/api/v1/legal-grounds/CONSENT", "{\"allowed\":false}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("CONSENT_INDISPENSABLE");
    assertThat(answer.json().get("clause").asString()).isEqualTo("7.1");
    assertThat(ledger.put("/api/v1/legal-grounds/CONSENT", "{\"allowed\":true}").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          JUSTICE | {"allowed":false,"effectiveFrom":"2020-01-01T00:00:00Z"} | 422
          JUSTICE | {}                                                       | 422
          JUSTICE | {"allowed":"no"}                                         | 400
          JUSTICE | {"allowed":false,"effectiveFrom":"tomorrow"}             | 400
          WISH    | {"allowed":false}                                        | 400
          """)
  void what_is_wrong_is_told_and_changes_nothing(String ground, String body, int status) {
    Answer answer = ledger.put("/api/v1/legal-grounds/" + ground, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(justice().get("allowed").asBoolean()).isTrue();
    assertThat(justice().has("scheduled")).isFalse();
  }
}
