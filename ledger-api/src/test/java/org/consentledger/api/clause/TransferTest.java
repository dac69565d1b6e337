package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handing data on, at home and across the border (clauses 2.11, 2.13, 8.2, section 10). */
class TransferTest extends ClauseStory {

  private static final String TO_OTHERS =
      "{\"thirdPartyTransfer\":true,\"crossBorder\":true,\"publication\":false}";

  @BeforeEach
  void determine() {
    ledger.determine(
        "deliveries",
        """
        {"actions":["USE","TRANSFER","DISCLOSE","MAKE_AVAILABLE"],
         "grounds":["CONSENT","LEGAL_OBLIGATION","CONTRACT"]}
        """);
    recipient("courier", "KZ", CONTRACTED);
    recipient("friend", "KZ", "");
  }

  private Answer mayTransfer(String subject, String recipient, String more) {
    return ledger.decide(
        subject, "deliveries", "TRANSFER", ",\"recipientId\":\"%s\"%s".formatted(recipient, more));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRANSFER", "DISCLOSE", "MAKE_AVAILABLE"})
  @Proves("2.11")
  void clause_2_11_whoever_is_handed_data_is_named_and_known(String action) {
    String subject = consented(TO_OTHERS, "deliveries");
    assertThat(ledger.decide(subject, "deliveries", action).reasons())
        .containsExactly("RECIPIENT_MISSING");
    assertThat(
            ledger.decide(subject, "deliveries", action, ",\"recipientId\":\"nobody\"").reasons())
        .containsExactly("RECIPIENT_UNKNOWN");
    assertThat(
            ledger.decide(subject, "deliveries", action, ",\"recipientId\":\"courier\"").decision())
        .isEqualTo("PERMIT");
  }

  @Test
  @Proves("8.2")
  void clause_8_2_without_a_legal_duty_there_is_consent_to_transfer_and_a_contract() {
    String subject = consented(TO_OTHERS, "deliveries");
    assertThat(mayTransfer(subject, "friend", "").reasons())
        .containsExactly("RECIPIENT_WITHOUT_CONTRACT");

    String silent = consented("{}", "deliveries");
    assertThat(mayTransfer(silent, "courier", "").reasons())
        .containsExactly("TRANSFER_OUTSIDE_CONSENT");
    LedgerClient.requireSuccess(ledger.claim(silent, "deliveries", "CONTRACT", CONTRACT, ""));
    assertThat(mayTransfer(silent, "courier", "").reasons())
        .containsExactlyInAnyOrder("TRANSFER_OUTSIDE_CONSENT", "TRANSFER_NEEDS_CONSENT");
    LedgerClient.requireSuccess(
        ledger.claim(silent, "deliveries", "LEGAL_OBLIGATION", OBLIGATION, ""));
    assertThat(mayTransfer(silent, "friend", "").json().get("ground").asString())
        .isEqualTo("LEGAL_OBLIGATION");
  }

  @Test
  @Proves("2.13")
  void clause_2_13_what_crosses_the_border_names_a_country_and_who_is_there() {
    String subject = consented(TO_OTHERS, "deliveries");
    assertThat(ledger.decide(subject, "deliveries", "USE", ",\"country\":\"DE\"").reasons())
        .contains("RECIPIENT_MISSING");
    assertThat(mayTransfer(subject, "courier", ",\"country\":\"DE\"").reasons())
        .contains("RECIPIENT_COUNTRY_DIFFERS");
    assertThat(mayTransfer(subject, "courier", ",\"country\":\"Germany\"").status()).isEqualTo(422);
    assertThat(mayTransfer(subject, "courier", ",\"country\":\"KZ\"").decision())
        .isEqualTo("PERMIT");
  }

  @Test
  @Proves("10.2")
  void clause_10_2_assurance_and_then_notice_come_before_the_first_transfer_abroad() {
    String code = LedgerClient.unusedCode();
    recipient(code, "DE", CONTRACTED);
    String subject = consented(TO_OTHERS, "deliveries");
    String step = "/api/v1/recipients/" + code + "/cross-border/";
    String done = "{\"reference\":\"letter 1\",\"date\":\"2026-02-01\"}";
    assertThat(mayTransfer(subject, code, "").reasons())
        .containsExactly("ASSURANCE_MISSING", "NOTICE_MISSING");
    assertThat(ledger.post(step + "notice", done).code()).isEqualTo("NOTICE_BEFORE_ASSURANCE");

    LedgerClient.requireSuccess(ledger.post(step + "assurance", done));
    assertThat(mayTransfer(subject, code, ",\"country\":\"DE\"").reasons())
        .containsExactly("NOTICE_MISSING");
    assertThat(
            ledger
                .process(subject, "deliveries", "TRANSFER", ",\"recipientId\":\"" + code + "\"")
                .code())
        .isEqualTo("PROCESSING_DENIED");

    LedgerClient.requireSuccess(ledger.post(step + "notice", done));
    assertThat(mayTransfer(subject, code, ",\"country\":\"DE\"").decision()).isEqualTo("PERMIT");
    assertThat(mayTransfer(subject, code, ",\"country\":\"FR\"").reasons())
        .containsExactly("RECIPIENT_COUNTRY_DIFFERS");
    assertThat(
            ledger
                .process(subject, "deliveries", "TRANSFER", ",\"recipientId\":\"" + code + "\"")
                .status())
        .isEqualTo(201);
    assertThat(read(subject).json().get("recipients").get(0).asString()).isEqualTo(code);
    String atHome = consented("{\"thirdPartyTransfer\":true}", "deliveries");
    assertThat(mayTransfer(atHome, code, "").reasons())
        .containsExactly("CROSS_BORDER_OUTSIDE_CONSENT");
  }
}
