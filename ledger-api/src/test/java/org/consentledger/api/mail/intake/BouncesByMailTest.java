package org.consentledger.api.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.mail.letter.Letters;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Letters of mailings that come back by mail. */
class BouncesByMailTest extends MailStory {

  private static final String SAMPLE = "00112233445566778899aabbccddeeff0011223344556677";

  private String address;
  private String purpose;

  @BeforeEach
  void consent() {
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/operator",
            "{\"name\":\"АҚ"
                + " «Мысал»\",\"bin\":\"990140001234\",\"email\":\"privacy@operator.example.kz\"}"));
    purpose = LedgerClient.unusedCode();
    ledger.definePurpose(purpose, "1.0");
    address = newAddress();
    String subject = ledger.register(purpose, address);
    LedgerClient.requireSuccess(ledger.giveConsent(subject, purpose, "1.0", ""));
  }

  /** A mailing to the one person. */
  private String sent() {
    String mailing = LedgerClient.unusedCode();
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/mailings/" + mailing,
            """
            {"purposeId":"%s","texts":{"ru":{"subject":"Новости","markdown":"Здравствуйте"}}}
            """
                .formatted(purpose)));
    LedgerClient.requireSuccess(ledger.post("/api/v1/mailings/" + mailing + "/start", "{}"));
    job("mailing").run();
    return mailing;
  }

  private String token() throws Exception {
    List<MimeMessage> letters = sentTo(address);
    return letters.getLast().getHeader("Letter-Token")[0];
  }

  /** A report as a server writes it, but about this letter. */
  private static void returned(String sample, String token) {
    deliver(
        new String(Letters.bytes(sample), StandardCharsets.ISO_8859_1)
            .replace(SAMPLE, token)
            .replaceFirst("(?i)(\r?\nMessage-ID: <)", "$1" + UUID.randomUUID() + "."));
  }

  private long progress(String mailing, String part) {
    JsonNode progress = ledger.get("/api/v1/mailings/" + mailing).json().get("progress");
    return progress.get(part).asLong();
  }

  @Test
  void an_address_that_servers_of_three_kinds_refused_for_good_gets_no_more() throws Exception {
    for (String sample :
        List.of("bounce-exim-words", "bounce-gmail-hard", "bounce-exchange-hard")) {
      String mailing = sent();
      returned(sample, token());
      returned(sample, token());
      look();
      assertThat(progress(mailing, "bounced")).as(sample).isEqualTo(1);
      assertThat(newest().get("outcome").asString()).isEqualTo("NOTHING");
      assertThat(newest().get("cause").asString()).isEqualTo("BOUNCE");
    }
    assertThat(progress(sent(), "suspended")).isEqualTo(1);
    assertThat(sentTo(address)).hasSize(3);
  }

  @Test
  void letters_that_were_given_up_have_come_back_and_are_not_held_against_the_address()
      throws Exception {
    for (int i = 0; i < 4; i++) {
      String mailing = sent();
      assertThat(progress(mailing, "sent")).isEqualTo(1);
      returned("bounce-postfix-expired", token());
      look();
      assertThat(progress(mailing, "bounced")).isEqualTo(1);
    }
    assertThat(sentTo(address)).hasSize(4);
  }

  @Test
  void a_letter_that_is_delayed_has_not_come_back() throws Exception {
    String mailing = sent();
    returned("bounce-postfix-delayed", token());
    returned("bounce-exim-words-delayed", token());
    look();
    assertThat(progress(mailing, "sent")).isEqualTo(1);
  }

  @Test
  void a_report_with_a_token_that_the_ledger_did_not_make_does_nothing() throws Exception {
    String mailing = sent();
    String token = token();
    String forged = token.substring(0, 47) + (token.endsWith("0") ? "1" : "0");
    returned("bounce-postfix-hard", forged);
    returned("bounce-qmail-hard", SAMPLE);
    look();
    assertThat(progress(mailing, "sent")).isEqualTo(1);
    assertThat(newest().get("cause").asString()).isEqualTo("BOUNCE");
  }

  @Test
  void the_address_of_return_alone_tells_which_letter_it_was() throws Exception {
    String mailing = sent();
    assertThat(sentTo(address).getLast().getHeader("Return-Path")[0])
        .contains("privacy+" + token() + "@operator.example.kz");
    returned("bounce-gmail-hard", token());
    look();
    assertThat(progress(mailing, "bounced")).isEqualTo(1);
  }
}
