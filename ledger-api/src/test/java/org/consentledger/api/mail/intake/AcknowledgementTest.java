package org.consentledger.api.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.consentledger.api.testing.BreakingConnection;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whoever writes is told the number and the term, once, in the language of the letter. */
class AcknowledgementTest extends MailStory {

  @Autowired private JdbcClient database;

  private static String text(MimeMessage message) throws MessagingException, IOException {
    return message.getContent().toString().replace("\r\n", "\n");
  }

  private static String day(JsonNode request) {
    return LocalDate.parse(request.get("dueDate").asString())
        .format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
  }

  @Test
  void a_question_in_kazakh_is_acknowledged_in_kazakh_with_number_and_term() throws Exception {
    String address = newAddress();
    String subject = consented(address);
    deliver("gmail-android-question-kk", "aliya@example.kz", address);
    look();
    acknowledge();
    acknowledge();

    JsonNode request = requests(subject).getFirst();
    String number = request.get("number").asString();
    List<MimeMessage> sent = sentTo(address);
    assertThat(sent).hasSize(1);
    MimeMessage message = sent.getFirst();
    assertThat(message.getSubject()).isEqualTo("№ " + number + " өтініш қабылданды");
    assertThat(text(message)).contains(number).contains(day(request)).contains("Сәлеметсіз бе!");
    assertThat(message.getFrom()[0]).hasToString("privacy@operator.example.kz");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-replied");
    assertThat(message.getHeader("X-Loop")).containsExactly("consent-ledger");
    assertThat(message.getHeader("In-Reply-To", null)).contains("android-9@mail.example.kz>");
    assertThat(message.getHeader("References", null)).contains("android-9@mail.example.kz>");
    assertThat(newest().get("acknowledgement").asString()).isEqualTo("SENT");
  }

  @Test
  void a_withdrawal_that_took_effect_is_acknowledged_as_done() throws Exception {
    String address = newAddress();
    String subject = consented(address);
    deliver("gmail-web-withdrawal-ru", "aigul@example.kz", address);
    look();
    acknowledge();
    MimeMessage message = sentTo(address).getFirst();
    assertThat(message.getSubject())
        .isEqualTo(
            "Обращение № " + requests(subject).getFirst().get("number").asString() + " принято");
    assertThat(text(message)).contains("отозваны").doesNotContain("не позднее");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          gmail-web-withdrawal-ru,   aigul@example.kz,     основании и до указанного, Письма: договор с вами (7.4)
          mailru-withdrawal-kk,      nurlan@example.kz,    көрсетілген күнге дейін,   Хаттар: сізбен жасалған шарт (7.4)
          outlook-web-withdrawal-en, john@firm.example.kz, on another ground,         Letters: a contract with you (7.4)
          """)
  void clause_3_1_a_withdrawal_is_acknowledged_with_what_goes_on_and_why(
      String letter, String was, String introduction, String line) throws Exception {
    ledger.determine("delivery", "{\"grounds\":[\"CONSENT\",\"CONTRACT\"]}");
    String address = newAddress();
    String subject = consented(address);
    LedgerClient.requireSuccess(
        ledger.claim(
            subject,
            "delivery",
            "CONTRACT",
            "{\"contractNumber\":\"Д-77\",\"role\":\"PARTY\"}",
            ",\"validUntil\":\"2099-03-01T00:00:00Z\",\"approvedBy\":\"Бас заңгер\""));
    deliver(letter, was, address);
    look();
    acknowledge();
    assertThat(requests(subject).getFirst().get("state").asString()).isEqualTo("ANSWERED");
    assertThat(text(sentTo(address).getFirst()))
        .contains(introduction)
        .contains("\n- " + line + ", 01.03.2099\n")
        .doesNotContain("Д-77");
  }

  @Test
  void clause_3_1_whoever_has_no_other_ground_is_told_of_none() throws Exception {
    String address = newAddress();
    consented(address);
    deliver("outlook-web-withdrawal-en", "john@firm.example.kz", address);
    look();
    acknowledge();
    assertThat(text(sentTo(address).getFirst()))
        .contains("are withdrawn")
        .doesNotContain("on another ground");
  }

  @Test
  void a_withdrawal_that_waits_is_acknowledged_with_the_pause_and_the_term() throws Exception {
    String address = newAddress();
    String subject = consented(address);
    deliver("apple-mail-unsubscribe-en", "ann@example.kz", address);
    look();
    acknowledge();
    assertThat(text(sentTo(address).getFirst()))
        .contains("no letters are sent")
        .contains("by " + day(requests(subject).getFirst()));
  }

  @Test
  void whoever_sends_without_end_is_not_answered_without_end() {
    String address = newAddress();
    String subject = consented(address);
    for (int i = 0; i < 6; i++) {
      deliver(letter(address, "a question", "number " + i));
    }
    look();
    acknowledge();
    assertThat(requests(subject)).hasSize(6);
    assertThat(sentTo(address)).hasSize(3);
    assertThat(newest().get("acknowledgement").asString()).isEqualTo("TOO_MANY");
  }

  @Test
  void an_acknowledgement_that_is_answered_by_a_program_ends_there() throws Exception {
    String address = newAddress();
    deliver(letter(address, "a question", "text"));
    look();
    acknowledge();
    MimeMessage acknowledgement = sentTo(address).getFirst();
    deliver(
        letter(
            address,
            "Re: " + acknowledgement.getSubject(),
            "I am a robot",
            "Auto-Submitted: auto-replied",
            "In-Reply-To: " + acknowledgement.getMessageID()));
    look();
    acknowledge();
    assertThat(newest().get("outcome").asString()).isEqualTo("NOTHING");
    assertThat(sentTo(address)).hasSize(1);
  }

  @Test
  void what_was_being_sent_when_the_program_died_is_not_sent_again() {
    String address = newAddress();
    deliver(letter(address, "a question", "text"));
    look();
    String letter = newest().get("letterId").asString();
    database
        .sql("update acknowledgement set state = 'SENDING' where letter_id = cast(:id as uuid)")
        .param("id", letter)
        .update();
    acknowledge();
    assertThat(sentTo(address)).isEmpty();
    assertThat(newest().get("acknowledgement").asString()).isEqualTo("UNCERTAIN");
  }

  @Test
  void what_the_mail_server_never_heard_is_sent_later_and_what_it_may_have_taken_never() {
    String address = newAddress();
    acknowledge();
    deliver(letter(address, "a question", "first"));
    look();
    SENDING.breakAt(BreakingConnection.NEVER, false);
    acknowledge();
    int commands = SENDING.said();
    assertThat(sentTo(address)).hasSize(1);

    for (int command = 1; command < commands; command++) {
      String another = newAddress();
      deliver(letter(another, "a question", "text"));
      look();
      SENDING.breakAt(command, true);
      acknowledge();
      acknowledge();
      assertThat(sentTo(another)).hasSizeLessThanOrEqualTo(1);
      assertThat(newest().get("acknowledgement").asString())
          .isIn("SENT", "QUEUED", "UNCERTAIN", "REFUSED");
      if (sentTo(another).size() == 1) {
        assertThat(newest().get("acknowledgement").asString()).isIn("SENT", "UNCERTAIN");
      }
    }
  }

  @Test
  void what_the_mail_server_refuses_for_good_is_not_tried_again_and_what_it_puts_off_is() {
    deliver(letter(newAddress(), "a question", "from nowhere"));
    look();
    SENDING.answer("RCPT", "550 5.1.1 no such user");
    acknowledge();
    assertThat(newest().get("acknowledgement").asString()).isEqualTo("REFUSED");

    deliver(letter(newAddress(), "a question", "from a full mailbox"));
    look();
    SENDING.answer("RCPT", "452 4.2.2 mailbox full");
    acknowledge();
    assertThat(newest().get("acknowledgement").asString()).isEqualTo("QUEUED");
  }

  @Test
  void a_letter_without_an_address_to_answer_is_not_acknowledged() {
    deliver(letter("ann@example.kz, bob@example.kz", "a question", "text"));
    look();
    assertThat(newest().get("outcome").asString()).isEqualTo("REQUEST");
    assertThat(newest().has("acknowledgement")).isFalse();
  }
}
