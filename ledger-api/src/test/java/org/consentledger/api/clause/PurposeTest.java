package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurposeTest extends RunningLedger {

  private static final String PURPOSE =
      """
      {"title":{"ru":"Письма"},"policyVersion":"1.0","categories":["EMAIL"],
       "actions":["COLLECT","USE"],"grounds":["CONSENT"],
       "marketing":true,"consentTerm":"P1Y","retention":"P3Y"}
      """;

  private LedgerClient ledger;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "EMAIL"             | "EMAIL"                             | ''
          ,"retention":"P3Y"  | ''                                  | RETENTION_MISSING 6
          "consentTerm":"P1Y",| ''                                  | CONSENT_TERM_MISSING 8.4
          "EMAIL"             | "EMAIL","PHONE"                     | CATEGORIES_EXCESSIVE 5.5
          "EMAIL"             | "EMAIL","QUESTIONNAIRE"             | CATEGORIES_EXCESSIVE 5.5
          "USE"               | "DISSEMINATE"                       | DISTRIBUTION_UNMARKED 2.9
          "CONSENT"           | "CONSENT","LEGITIMATE_INTEREST"     | MARKETING_BEYOND_CONSENT 4.1
          ["EMAIL"]           | ["PHONE"],"doubleOptIn":true        | DOUBLE_OPT_IN_WITHOUT_EMAIL 8.4
          """)
  @Proves("6")
  void clause_6_whoever_determines_a_purpose_is_warned_and_not_stopped(
      String right, String questionable, String warning) {
    assertThat(PURPOSE).contains(right);
    Answer answer =
        LedgerClient.requireSuccess(
            ledger.put("/api/v1/purposes/warned", PURPOSE.replace(right, questionable)));

    List<String> warnings = new ArrayList<>();
    answer
        .json()
        .get("warnings")
        .forEach(
            it -> {
              assertThat(it.get("detail").asString()).isNotBlank();
              warnings.add(it.get("code").asString() + " " + it.get("clause").asString());
            });
    assertThat(String.join(", ", warnings)).isEqualTo(warning);
  }

  @Test
  void clause_5_7_disposal_happens_by_itself_where_nothing_is_said() {
    LedgerClient.requireSuccess(ledger.put("/api/v1/purposes/disposing", PURPOSE));
    assertThat(ledger.get("/api/v1/purposes/disposing").json().get("disposalApproval").asString())
        .isEqualTo("AUTOMATIC");
  }
}
