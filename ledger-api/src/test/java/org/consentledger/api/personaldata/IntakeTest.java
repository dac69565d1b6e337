package org.consentledger.api.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Personal data is kept as it was sent, or refused. */
class IntakeTest extends RunningLedger {
  private LedgerClient ledger;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }

  @Test
  void a_number_comes_back_digit_by_digit() {
    String subject =
        LedgerClient.requireSuccess(
                register(
                    "\"personalData\":{\"QUESTIONNAIRE\":{\"sum\":12345678901234567890.1234567890,"
                        + "\"tiny\":0.10}}"))
            .subjectId();
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/personal-data").text())
        .contains("\"sum\":12345678901234567890.1234567890", "\"tiny\":0.10");
  }

  @Test
  void two_different_addresses_are_refused_and_two_equal_ones_are_one() {
    String email = UUID.randomUUID() + "@example.kz";
    String form =
        "\"identifiers\":{\"email\":\"%s\"},\"personalData\":{\"EMAIL\":{\"value\":\"%s\"}}";
    Answer refused = register(form.formatted(email, "other-" + email));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/identifiers/email");
    assertThat(refused.text()).doesNotContain(email);
    assertThat(register(form.formatted(email, email)).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "personalData":{"EMAIL":{"address":"a"}} | /personalData/EMAIL/value
          "personalData":{"PHONE":{"value":77010000000}} | /personalData/PHONE/value
          "personalData":{"IIN":{"value":null}} | /personalData/IIN/value
          "identifiers":{"fullName":"A"},"personalData":{"IIN":{"value":"1"}} | /personalData/IIN/value
          "identifiers":{"iin":"1"} | /identifiers/iin
          """)
  void what_could_not_be_looked_up_is_refused(String members, String pointer) {
    Answer answer = register(members);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
  }

  private Answer register(String members) {
    return ledger.post("/api/v1/subjects", "{" + members + ",\"purposeId\":\"letters\"}");
  }
}
