package org.consentledger.api.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consentledger.api.testing.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What a mailbox brings, and what is left of it where. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "ledger.mail.in.privacy.largest=20000")
class IntakeByMailTest extends MailStory {

  @Autowired private JdbcClient database;

  @ParameterizedTest
  @CsvSource({
    "bounce-postfix,BOUNCE",
    "read-receipt-thunderbird,BOUNCE",
    "automatic-reply-exchange,AUTOMATIC_REPLY",
    "vacation-sieve,AUTOMATIC_REPLY",
    "mailing-list-mailman,MAILING_LIST",
    "spam-rspamd,SPAM",
    "own-acknowledgement-returned,OWN",
    "own-address,OWN"
  })
  void what_no_person_wrote_opens_nothing_and_is_answered_by_nothing(String letter, String cause) {
    look();
    acknowledge();
    int requests = items("/api/v1/requests?limit=1000").size();
    int sent = MAIL.getReceivedMessages().length;
    deliver(letter, "no such address", "x");
    look();
    acknowledge();
    assertThat(newest().get("outcome").asString()).isEqualTo("NOTHING");
    assertThat(newest().get("cause").asString()).isEqualTo(cause);
    assertThat(newest().has("requestId")).isFalse();
    assertThat(items("/api/v1/requests?limit=1000")).hasSize(requests);
    assertThat(MAIL.getReceivedMessages()).hasSize(sent + 1);
  }

  @Test
  void a_letter_of_which_nothing_can_be_made_is_set_aside_and_stops_nothing() {
    deliver("Subject: from nobody\r\n\r\ntext");
    String address = newAddress();
    String subject = consented(address);
    deliver(letter(address, "a question", "text"));
    look();
    assertThat(requests(subject)).hasSize(1);
    List<JsonNode> aside = items("/api/v1/letters?outcome=QUARANTINED");
    assertThat(aside.getLast().get("cause").asString()).isEqualTo("NO_SENDER");
  }

  @Test
  void a_letter_comes_back_as_it_came_and_its_reading_is_recorded() {
    String address = newAddress();
    String subject = consented(address);
    deliver("yandex-rectification-ru", "olga@example.kz", address);
    look();
    String letter = newest().get("letterId").asString();
    Answer content = ledger.get("/api/v1/letters/" + letter + "/content");
    assertThat(content.status()).isEqualTo(200);
    assertThat(content.text()).contains("<" + address + ">").contains("filename*0*=UTF-8''%D0%A1");
    String request = requests(subject).getFirst().get("requestId").asString();
    assertThat(ledger.get("/api/v1/requests/" + request).text()).contains("request.read");
    assertThat(ledger.get("/api/v1/letters/" + request + "/content").code())
        .isEqualTo("LETTER_UNKNOWN");
  }

  @Test
  void clause_2_14_a_letter_goes_with_the_data_of_whoever_wrote_it() {
    String address = newAddress();
    String subject = consented(address);
    deliver(letter(address, "a question", "text"));
    look();
    String letter = newest().get("letterId").asString();
    ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}");
    assertThat(ledger.get("/api/v1/letters/" + letter + "/content").code())
        .isEqualTo("LETTER_UNKNOWN");
    acknowledge();
    assertThat(newest().get("acknowledgement").asString()).isEqualTo("GONE");
  }

  @Test
  void of_a_letter_that_is_too_large_the_beginning_is_read_and_the_rest_stays() {
    String address = newAddress();
    String subject = consented(address);
    deliver(letter(address, "please unsubscribe", "x".repeat(40_000)));
    look();
    assertThat(requests(subject)).hasSize(1);
    assertThat(newest().get("whole").asBoolean()).isFalse();
    assertThat(decision(subject, "letters")).isEqualTo("DENY SENDING_SUSPENDED");
  }

  @Test
  void hundreds_of_letters_are_taken_in_by_one_look() {
    int before = items("/api/v1/requests?limit=1000").size();
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      addresses.add(newAddress());
      deliver(letter(addresses.getLast(), "a question", "text " + i));
    }
    look();
    assertThat(items("/api/v1/requests?limit=1000")).hasSize(before + 300);
  }

  @Test
  void no_word_of_a_letter_stands_anywhere_but_in_the_vault(CapturedOutput output) {
    String address = newAddress();
    String subject = consented(address);
    deliver(
        letter(
            "Zarina Qwertyuiop <" + address + ">",
            "please unsubscribe, says Asdfghjkl",
            "Zxcvbnm lives here",
            proven(address)));
    look();
    acknowledge();
    assertThat(requests(subject)).hasSize(1);
    String seen = ledger.get("/api/v1/events?limit=1000").text();
    assertThat(seen).contains("sending.suspended");
    for (String table : tables()) {
      seen += database.sql("select t::text from " + table + " t").query(String.class).list();
    }
    seen += output.getAll() + ledger.get("/actuator/prometheus").text();
    assertThat(seen.toLowerCase(Locale.ROOT))
        .doesNotContain(address, "qwertyuiop", "asdfghjkl", "zxcvbnm");
  }

  private List<String> tables() {
    return database
        .sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
            """)
        .query(String.class)
        .list();
  }
}
