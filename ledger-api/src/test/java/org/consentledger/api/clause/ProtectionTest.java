package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What protects data: the person's prohibitions (clause 8.6) and legal holds (clause 5.7). */
class ProtectionTest extends ClauseStory {

  private static final String OVERRIDE =
      "{\"interest\":\"STATE\",\"citation\":\"Заң, 7-бап\",\"approvedBy\":\"Заң бөлімінің"
          + " басшысы\"}";

  @BeforeEach
  void determine() {
    ledger.determine(
        "gallery",
        """
        {"distribution":true,
         "actions":["COLLECT","STORE","USE","DISSEMINATE","MAKE_AVAILABLE","RETRIEVE","ERASE"]}
        """);
  }

  private String published() {
    return consented("{\"publication\":true,\"thirdPartyTransfer\":true}", "gallery");
  }

  private Answer mayDistribute(String subject, String category) {
    return ledger.decide(
        subject, "gallery", "DISSEMINATE", ",\"categories\":[\"%s\"]".formatted(category));
  }

  @Test
  @Proves("8.6")
  void clause_8_6_a_prohibition_protects_its_categories_and_never_touches_access() {
    String subject = published();
    assertThat(mayDistribute(subject, "PHONE").decision()).isEqualTo("PERMIT");

    LedgerClient.requireSuccess(
        ledger.command(
            subject, "prohibitions", "{\"kind\":\"PROCESSING\",\"categories\":[\"PHONE\"]}"));

    assertThat(mayDistribute(subject, "PHONE").reasons()).containsExactly("PROHIBITED_BY_SUBJECT");
    assertThat(mayDistribute(subject, "EMAIL").decision()).isEqualTo("PERMIT");
    assertThat(ledger.decide(subject, "gallery", "USE", ",\"categories\":[\"PHONE\"]").decision())
        .isEqualTo("DENY");
    assertThat(
            ledger.decide(subject, "gallery", "RETRIEVE", ",\"categories\":[\"PHONE\"]").decision())
        .isEqualTo("PERMIT");
  }

  @Test
  @Proves("8.6")
  void clause_8_6_a_public_interest_overrides_a_prohibition_which_is_kept() {
    String subject = published();
    String prohibition =
        id(ledger.command(subject, "prohibitions", "{\"kind\":\"TRANSFER\"}"), "prohibitionId");
    assertThat(mayDistribute(subject, "EMAIL").reasons()).containsExactly("PROHIBITED_BY_SUBJECT");

    Answer overridden =
        ledger.command(subject, "prohibitions/" + prohibition + "/override", OVERRIDE);

    assertThat(overridden.status()).isEqualTo(201);
    assertThat(mayDistribute(subject, "EMAIL").decision()).isEqualTo("PERMIT");
    assertThat(read(subject).json().at("/prohibitions/0/overridden").asBoolean()).isTrue();
    assertThat(read(subject).json().at("/prohibitions/0/evidence/1").asString())
        .isEqualTo(overridden.eventIds().getFirst().toString());
    assertThat(
            ledger.command(subject, "prohibitions/" + prohibition + "/override", OVERRIDE).status())
        .isEqualTo(200);
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/history").text())
        .contains("prohibition.set", "prohibition.overridden")
        .doesNotContain("7-бап", "басшысы");
  }

  @Test
  void clause_8_6_a_prohibition_that_is_lifted_is_over() {
    String subject = published();
    String prohibition =
        id(ledger.command(subject, "prohibitions", "{\"kind\":\"PROCESSING\"}"), "prohibitionId");
    assertThat(mayDistribute(subject, "EMAIL").decision()).isEqualTo("DENY");

    LedgerClient.requireSuccess(
        ledger.command(subject, "prohibitions/" + prohibition + "/lift", ""));

    assertThat(mayDistribute(subject, "EMAIL").decision()).isEqualTo("PERMIT");
    assertThat(ledger.command(subject, "prohibitions/" + prohibition + "/lift", "").code())
        .isEqualTo("PROHIBITION_UNKNOWN");
  }

  @Test
  void clause_8_6_conditions_permit_and_are_told() {
    String subject = published();
    LedgerClient.requireSuccess(
        ledger.command(
            subject, "prohibitions", "{\"kind\":\"CONDITIONS\",\"conditions\":\"Тек суретсіз\"}"));
    Answer answer = mayDistribute(subject, "EMAIL");
    assertThat(answer.decision()).isEqualTo("PERMIT");
    assertThat(answer.reasons()).containsExactly("CONSENT_GIVEN", "CONDITIONS_APPLY");
  }

  @Test
  void clause_8_6_conditions_that_nobody_said_are_refused_with_their_place() {
    String subject = published();
    Answer answer = ledger.command(subject, "prohibitions", "{\"kind\":\"CONDITIONS\"}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("CONDITIONS_MISSING");
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/conditions");
    assertThat(
            ledger
                .command(subject, "prohibitions", "{\"kind\":\"CONDITIONS\",\"conditions\":\" \"}")
                .status())
        .isEqualTo(422);
    assertThat(read(subject).json().get("prohibitions")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"interest\":\"STATE\",\"citation\":\"a\"}",
        "{\"interest\":\"STATE\",\"citation\":\" \",\"approvedBy\":\"b\"}",
        "{\"interest\":\"MINE\",\"citation\":\"a\",\"approvedBy\":\"b\"}"
      })
  void clause_8_6_an_override_says_interest_citation_and_approver(String body) {
    String subject = published();
    String prohibition =
        id(ledger.command(subject, "prohibitions", "{\"kind\":\"TRANSFER\"}"), "prohibitionId");
    assertThat(ledger.command(subject, "prohibitions/" + prohibition + "/override", body).status())
        .isBetween(400, 422);
    assertThat(mayDistribute(subject, "EMAIL").decision()).isEqualTo("DENY");
  }

  @Test
  void clause_5_7_a_hold_keeps_the_data_until_the_last_one_is_lifted() {
    String subject = published();
    String first = id(ledger.command(subject, "holds", "{\"citation\":\"Іс 12\"}"), "holdId");
    String second = id(ledger.command(subject, "holds", "{\"citation\":\"Іс 13\"}"), "holdId");
    for (String hold : new String[] {first, second}) {
      for (String end : new String[] {"destruction", "anonymisation"}) {
        Answer kept = ledger.command(subject, end, "{\"ground\":\"REQUEST\"}");
        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.code()).isEqualTo("LEGAL_HOLD");
      }
      assertThat(ledger.decide(subject, "gallery", "ERASE").reasons())
          .containsExactly("LEGAL_HOLD");
      LedgerClient.requireSuccess(ledger.command(subject, "holds/" + hold + "/lift", ""));
    }
    assertThat(read(subject).json().get("holds")).isEmpty();
    assertThat(ledger.command(subject, "holds/" + first + "/lift", "").code())
        .isEqualTo("HOLD_UNKNOWN");
    assertThat(ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}").status())
        .isEqualTo(202);
    assertThat(ledger.command(subject, "holds", "{\"citation\":\"Іс 14\"}").code())
        .isEqualTo("SUBJECT_DESTROYED");
  }

  @Test
  @Proves("4.2")
  void clause_4_2_confirmed_data_is_as_accurate_as_corrected_data() {
    String subject = published();
    String before = read(subject).json().get("accurateAt").asString();
    Answer confirmed =
        ledger.command(subject, "accuracy-confirmation", "{\"accuracyAttestedBy\":\"Өзі\"}");
    assertThat(confirmed.status()).isEqualTo(201);
    assertThat(read(subject).json().get("accurateAt").asString()).isGreaterThan(before);
    assertThat(ledger.command(UUID.randomUUID().toString(), "accuracy-confirmation", "{}").code())
        .isEqualTo("SUBJECT_UNKNOWN");
  }
}
