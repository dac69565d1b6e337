package org.consentledger.api.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of letters that wait for an officer, an officer is told. */
class OfficerLettersTest extends MailStory {

  private static final String OFFICER = "officer@operator.example.kz";

  @BeforeEach
  void tellTheRest() {
    look();
    tellOfficers();
  }

  /** What the officer was told last. */
  private static String told(int before) throws MessagingException, IOException {
    List<MimeMessage> letters = sentTo(OFFICER);
    assertThat(letters).hasSize(before + 1);
    return ((MimeMultipart) letters.getLast().getContent()).getBodyPart(0).getContent().toString();
  }

  @Test
  void clause_8_4_a_withdrawal_that_pauses_sending_is_told_until_it_is_answered() throws Exception {
    int before = sentTo(OFFICER).size();
    String address = newAddress();
    String subject = consented(address);
    deliver(letter(address, "please unsubscribe", "I want no more of it"));
    look();
    tellOfficers();
    String number = requests(subject).getFirst().get("number").asString();
    assertThat(told(before))
        .contains("Letters to somebody are suspended until you decide", "№ " + number)
        .contains("A new request")
        .doesNotContain(address)
        .doesNotContain("no more of it");
  }

  @Test
  void a_letter_that_nobody_can_read_is_told_once() throws Exception {
    int before = sentTo(OFFICER).size();
    deliver("Subject: who wrote this?\r\n\r\ntext");
    look();
    look();
    tellOfficers();
    tellOfficers();
    assertThat(newest().get("outcome").asString()).isEqualTo("QUARANTINED");
    assertThat(told(before))
        .contains("A letter came that nobody can read")
        .contains(newest().get("letterId").asString())
        .contains("https://ledger.test/console/letters?outcome=QUARANTINED");
  }

  @Test
  void what_the_officer_is_told_is_no_letter_of_a_person_when_it_comes_back() throws Exception {
    deliver(letter(newAddress(), "a question", "text"));
    look();
    tellOfficers();
    mailbox().deliver(sentTo(OFFICER).getLast());
    look();
    assertThat(newest().get("outcome").asString()).isEqualTo("NOTHING");
    assertThat(newest().get("cause").asString()).isEqualTo("OWN");
  }
}
