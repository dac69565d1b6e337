package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The person's demand that processing stops (clauses 3.2, 4.1, 8.9). */
class CessationTest extends ClauseStory {

  @BeforeEach
  void determine() {
    ledger.determine(
        "mixed",
        "{\"grounds\":[\"CONSENT\",\"CONTRACT\",\"LEGITIMATE_INTEREST\",\"LEGAL_OBLIGATION\"]}");
    ledger.determine("interest", "{\"grounds\":[\"CONSENT\",\"LEGITIMATE_INTEREST\"]}");
  }

  @Test
  @Proves("4.1 withdraw, stop")
  void clause_4_1_cessation_ends_what_does_not_bind_the_operator_and_answers_what_goes_on() {
    String subject = consented("{}", "letters", "mixed");
    LedgerClient.requireSuccess(
        ledger.claim(subject, "interest", "LEGITIMATE_INTEREST", INTEREST, ""));
    String contract = id(ledger.claim(subject, "mixed", "CONTRACT", CONTRACT, ""), "groundId");

    Answer ceased = ledger.command(subject, "cessation", "{\"purposes\":[]}");

    assertThat(ceased.status()).isEqualTo(201);
    assertThat(ceased.json().get("continuing").findValuesAsString("groundId"))
        .containsExactly(contract);
    assertThat(ledger.decide(subject, "letters", "USE").reasons())
        .containsExactly("CESSATION_DEMANDED");
    assertThat(ledger.decide(subject, "interest", "USE").reasons())
        .containsExactlyInAnyOrder("CONSENT_MISSING", "CESSATION_DEMANDED");
    assertThat(ledger.decide(subject, "mixed", "USE").json().get("ground").asString())
        .isEqualTo("CONTRACT");
    assertThat(ledger.decide(subject, "letters", "RECTIFY").decision()).isEqualTo("PERMIT");
  }

  @Test
  @Proves("8.9")
  void clause_8_9_only_what_begins_after_the_demand_permits_again() {
    String subject = consented("{}", "letters", "mixed");
    LedgerClient.requireSuccess(
        ledger.command(subject, "cessation", "{\"purposes\":[\"letters\"]}"));
    assertThat(ledger.decide(subject, "mixed", "USE").decision()).isEqualTo("PERMIT");
    assertThat(ledger.command(subject, "cessation", "{\"purposes\":[\"letters\"]}").status())
        .isEqualTo(200);

    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));

    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("PERMIT");
    assertThat(ledger.command(subject, "cessation", "{\"purposes\":[\"letters\"]}").status())
        .isEqualTo(201);
    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("DENY");
  }

  @Test
  @Proves("4.1 withdraw, stop")
  void clause_4_1_withdrawal_and_cessation_are_two_commands_with_two_effects() {
    String subject = consented("{}", "mixed");
    LedgerClient.requireSuccess(
        ledger.claim(subject, "mixed", "LEGITIMATE_INTEREST", INTEREST, ""));

    Answer withdrawn = LedgerClient.requireSuccess(ledger.withdraw(subject, "mixed"));
    assertThat(withdrawn.json().get("continuing").findValuesAsString("ground"))
        .containsExactly("LEGITIMATE_INTEREST");
    assertThat(ledger.decide(subject, "mixed", "USE").decision()).isEqualTo("PERMIT");

    Answer ceased = LedgerClient.requireSuccess(ledger.command(subject, "cessation", "{}"));
    assertThat(ceased.json().get("continuing")).isEmpty();
    assertThat(ledger.decide(subject, "mixed", "USE").reasons())
        .containsExactlyInAnyOrder("CONSENT_WITHDRAWN", "CESSATION_DEMANDED");
  }

  @Test
  @Proves("3.2 stop")
  void clause_3_2_the_handing_on_of_data_stops_alone() {
    String subject = consented("{\"thirdPartyTransfer\":true}", "letters");

    LedgerClient.requireSuccess(ledger.command(subject, "transfer-cessation", "{}"));

    assertThat(ledger.decide(subject, "letters", "TRANSFER").reasons())
        .contains("TRANSFER_CESSATION_DEMANDED");
    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("PERMIT");
  }

  @Test
  void clause_4_1_a_demand_for_a_purpose_that_nobody_determined_is_refused() {
    String subject = consented("{}", "letters");
    assertThat(ledger.command(subject, "cessation", "{\"purposes\":[\"leters\"]}").code())
        .isEqualTo("PURPOSE_UNKNOWN");
    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("PERMIT");
  }
}
