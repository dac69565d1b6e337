package org.consentledger.api.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.api.MailStory;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MailSink;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Letters that a mail server does not take, or takes and sends back. */
class BounceTest extends MailStory {

  private Answer bounced(String token) {
    return ledger.post("/api/v1/mailings/bounces", "{\"token\":\"" + token + "\"}");
  }

  private List<JsonNode> acts(String subject) {
    return ledger.get("/api/v1/events?type=processing.recorded&subjectId=" + subject).items();
  }

  @Test
  void what_the_server_does_not_take_yet_is_tried_again_and_recorded_once() {
    String address = someAddress();
    String subject = consented(address, "ru");
    AtomicInteger tries = new AtomicInteger();
    SINK.answerRecipients(recipient -> tries.incrementAndGet() == 1 ? "451 greylisted" : "250 yes");
    String mailing = started("");
    awaitCompletion(mailing);
    assertThat(SINK.receivedBy(address)).hasSize(1);
    assertThat(tries).hasValue(2);
    assertThat(progress(mailing, "sent")).isEqualTo(1);
    assertThat(acts(subject)).hasSize(1);
  }

  @Test
  void clause_8_4_what_was_not_taken_yet_is_not_tried_again_after_a_withdrawal() {
    String address = someAddress();
    String subject = consented(address, "ru");
    SINK.answerContents(recipient -> "452 full");
    String mailing = started("");
    eventually(() -> !ledger.get(letters(mailing, "DEFERRED")).items().isEmpty());
    LedgerClient.requireSuccess(ledger.withdraw(subject, purpose));
    SINK.answerContents(recipient -> "250 yes");
    awaitCompletion(mailing);
    assertThat(SINK.receivedBy(address)).isEmpty();
    assertThat(progress(mailing, "denied")).isEqualTo(1);
  }

  private static String letters(String mailing, String state) {
    return "/api/v1/mailings/" + mailing + "/letters?state=" + state;
  }

  @Test
  void what_the_server_does_not_take_for_long_has_failed() {
    consented(someAddress(), "ru");
    AtomicInteger tries = new AtomicInteger();
    SINK.answerRecipients(
        recipient -> {
          tries.incrementAndGet();
          return "421 not today";
        });
    String mailing = started("");
    awaitCompletion(mailing);
    assertThat(tries).hasValue(3);
    assertThat(progress(mailing, "failed")).isEqualTo(1);
  }

  @Test
  void what_the_server_refuses_for_good_has_bounced() {
    consented(someAddress(), "ru");
    SINK.answerRecipients(recipient -> "550 no such user");
    String first = started("");
    awaitCompletion(first);
    assertThat(progress(first, "bounced")).isEqualTo(1);

    SINK.reset();
    SINK.answerContents(recipient -> "554 looks like spam");
    String second = started("");
    awaitCompletion(second);
    assertThat(progress(second, "bounced")).isEqualTo(1);
    assertThat(SINK.received()).isEmpty();
  }

  @Test
  void a_letter_whose_fate_the_server_did_not_tell_is_not_sent_again() {
    String address = someAddress();
    consented(address, "ru");
    SINK.answerContents(recipient -> "");
    String mailing = started("");
    awaitCompletion(mailing);
    assertThat(progress(mailing, "unknown")).isEqualTo(1);
    JsonNode letter = ledger.get(letters(mailing, "UNKNOWN")).items().getFirst();
    assertThat(letter.get("tries").asInt()).isEqualTo(1);
    assertThat(SINK.received()).isEmpty();
  }

  @Test
  void a_server_that_is_away_loses_no_letter() {
    String address = someAddress();
    consented(address, "ru");
    SINK.refuseConnections(true);
    String mailing = started("");
    eventually(() -> SINK.refused() > 0);
    assertThat(progress(mailing, "pending")).isEqualTo(1);
    SINK.refuseConnections(false);
    awaitCompletion(mailing);
    assertThat(SINK.receivedBy(address)).hasSize(1);
  }

  @Test
  void an_address_from_which_three_letters_came_back_gets_no_more_until_it_is_corrected() {
    String address = someAddress();
    String subject = consented(address, "ru");
    for (int i = 0; i < 3; i++) {
      String mailing = started("");
      awaitCompletion(mailing);
      String token = SINK.received().getLast().header("Letter-Token");
      assertThat(bounced(token).json().get("state").asString()).isEqualTo("BOUNCED");
      assertThat(bounced(token).status()).as("the same report again").isEqualTo(200);
      assertThat(progress(mailing, "bounced")).isEqualTo(1);
      assertThat(progress(mailing, "sent")).isZero();
    }
    String fourth = started("");
    awaitCompletion(fourth);
    assertThat(progress(fourth, "suspended")).isEqualTo(1);
    assertThat(SINK.receivedBy(address)).hasSize(3);
    assertThat(acts(subject)).hasSize(3);

    String corrected = someAddress();
    LedgerClient.requireSuccess(
        ledger.command(
            subject,
            "rectification",
            "{\"personalData\":{\"EMAIL\":{\"value\":\"" + corrected + "\"}}}"));
    awaitCompletion(started(""));
    assertThat(SINK.receivedBy(corrected)).hasSize(1);
  }

  @Test
  void a_report_with_a_token_that_the_ledger_did_not_make_is_refused() {
    String address = someAddress();
    consented(address, "ru");
    awaitCompletion(started(""));
    MailSink.Received letter = SINK.receivedBy(address).getFirst();
    String token = letter.header("Letter-Token");
    String forged = (token.charAt(47) == '0' ? '1' : '0') + "";
    assertThat(bounced(token.substring(0, 47) + forged).code()).isEqualTo("LETTER_UNKNOWN");
    assertThat(bounced(token(letter).substring(0, 48)).code()).isEqualTo("LETTER_UNKNOWN");
    assertThat(bounced("x").status()).isEqualTo(422);
  }
}
