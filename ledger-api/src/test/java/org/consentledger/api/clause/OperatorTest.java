package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;

/** Who processes (clauses 1, 2.3, 2.7, 12.1). */
class OperatorTest extends ClauseStory {

  private static final String PROFILE =
      """
      {"name":"Мысал банкі АҚ","bin":"123456789012","site":"https://bank.example.kz",
       "email":"privacy@bank.example.kz","responsiblePerson":"Әсем Өтегенова",
       "jointOperators":[{"name":"Example Bureau","bin":"210987654321"}]}
      """;

  @Test
  @Proves("1, 2.3, 2.7, 12.1")
  void clause_1_the_operator_says_who_it_is_and_the_history_names_nobody() {
    LedgerClient.requireSuccess(ledger.put("/api/v1/operator", PROFILE));

    assertThat(ledger.get("/api/v1/operator").json()).isEqualTo(json.readTree(PROFILE));
    Answer again = ledger.put("/api/v1/operator", PROFILE);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.eventIds()).isEmpty();
    assertThat(ledger.get("/api/v1/events?type=operator.described&limit=1000").text())
        .contains("operator.described")
        .doesNotContain("Мысал", "Өтегенова", "privacy@", "123456789012", "Bureau");
  }
}
