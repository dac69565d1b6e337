package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What of receipts needs a ledger of its own: an operator whom nobody has described. */
@TestPropertySource(properties = "ledger.public-address=https://ledger.example.kz/")
class UndescribedOperatorTest extends ClauseStory {

  @Test
  void clause_2_7_a_receipt_names_the_operator_so_that_there_is_none_before_one_is_described() {
    Answer given = ledger.giveConsent(registered(), "letters", "1.0", "");
    String href = given.json().at("/receipt/href").asString();
    assertThat(ledger.get(href, "application/json").code()).isEqualTo("OPERATOR_NOT_DESCRIBED");

    LedgerClient.requireSuccess(
        ledger.put("/api/v1/operator", "{\"name\":\"Example\",\"bin\":\"123456789012\"}"));

    Answer receipt = LedgerClient.requireSuccess(ledger.get(href, "application/json"));
    assertThat(receipt.json().at("/piiControllers/0/piiController").asString())
        .isEqualTo("Example");
    assertThat(receipt.json().get("policyUrl").asString())
        .isEqualTo("https://ledger.example.kz/policy/1.0");
  }
}
