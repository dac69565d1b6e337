package org.consentledger.api.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import org.consentledger.api.testing.BreakingConnection;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whoever left an e-mail address is answered there (clauses 3.2, 4.1), in their language. */
class MailedAnswerTest extends MailStory {

  private static final String ANSWER = "{\"text\":\"Деректеріңіз сақталған.\\nҚұрметпен, Ләззат\"}";

  @Autowired private JdbcClient database;

  private void send() {
    job("mailed-answers").run();
  }

  /** A request that a letter of this address opened. */
  private String asked(String address) {
    String subject = consented(address);
    deliver("gmail-android-question-kk", "aliya@example.kz", address);
    look();
    return requests(subject).getFirst().get("requestId").asString();
  }

  private void end(String request, String how, String body) {
    LedgerClient.requireSuccess(ledger.post("/api/v1/requests/" + request + "/" + how, body));
  }

  private JsonNode read(String request) {
    return LedgerClient.requireSuccess(ledger.get("/api/v1/requests/" + request)).json();
  }

  private String mailed(String request) {
    return read(request).at("/end/mailed").asString("");
  }

  private static String part(MimeMessage message, int part) throws MessagingException, IOException {
    return ((MimeMultipart) message.getContent())
        .getBodyPart(part)
        .getContent()
        .toString()
        .replace("\r\n", "\n");
  }

  @Test
  void clause_4_1_an_answer_leaves_by_mail_to_whoever_wrote_in_their_language_once()
      throws Exception {
    String address = newAddress();
    String request = asked(address);
    end(request, "answer", ANSWER);
    assertThat(mailed(request)).isEqualTo("QUEUED");
    send();
    send();

    List<MimeMessage> sent = sentTo(address);
    assertThat(sent).hasSize(1);
    MimeMessage message = sent.getFirst();
    assertThat(message.getSubject())
        .isEqualTo("№ " + read(request).get("number").asString() + " өтінішке жауап");
    assertThat(message.getFrom()[0].toString()).contains("privacy@operator.example.kz");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("no");
    assertThat(message.getHeader("In-Reply-To", null)).contains("android-9@mail.example.kz>");
    assertThat(part(message, 0)).startsWith("Деректеріңіз сақталған.\nҚұрметпен, Ләззат\n");
    assertThat(part(message, 1)).contains("<p>Деректеріңіз сақталған.</p>");
    assertThat(mailed(request)).isEqualTo("SENT");
  }

  @Test
  void a_refusal_says_why_and_where_one_may_complain() throws Exception {
    String address = newAddress();
    String request = asked(address);
    end(request, "refusal", "{\"reason\":\"NOTHING_HELD\",\"text\":\"<b>Жоқ</b> & болған емес\"}");
    send();

    MimeMessage message = sentTo(address).getFirst();
    assertThat(part(message, 0))
        .contains("<b>Жоқ</b> & болған емес")
        .contains("Бас тарту себебі: бізде мұндай деректер жоқ.")
        .contains("сотқа шағымдануға болады");
    assertThat(part(message, 1)).contains("&lt;b&gt;Жоқ&lt;/b&gt; &amp; болған емес");
  }

  private String asked(String address, String channel) {
    return LedgerClient.requireSuccess(
            ledger.post(
                "/api/v1/requests",
                """
                {"type":"QUESTION","channel":"%s","language":"ru","text":"?","contact":"%s"}
                """
                    .formatted(channel, address)))
        .json()
        .get("requestId")
        .asString();
  }

  @Test
  void whoever_asked_in_another_way_and_left_an_address_is_answered_there() throws Exception {
    String address = newAddress();
    String request = asked(address, "WEB");
    end(request, "answer", ANSWER);
    send();
    MimeMessage message = sentTo(address).getFirst();
    assertThat(message.getFrom()[0].toString()).contains("ledger@operator.example.kz");
    assertThat(message.getSubject()).startsWith("Ответ на обращение № ");
    assertThat(message.getHeader("In-Reply-To")).isNull();
    assertThat(mailed(request)).isEqualTo("SENT");
  }

  @Test
  void nothing_is_mailed_where_the_officer_says_so_or_where_nobody_left_an_address() {
    String address = newAddress();
    String request = asked(address);
    end(request, "answer", "{\"text\":\"Қолма-қол берілді\",\"mailed\":false}");
    String paper = asked("Алматы, Абай даңғылы, 1", "LETTER");
    end(paper, "answer", ANSWER);
    send();
    assertThat(sentTo(address)).isEmpty();
    assertThat(read(request).get("end").has("mailed")).isFalse();
    assertThat(read(paper).get("end").has("mailed")).isFalse();
  }

  @Test
  void an_answer_reaches_the_person_wherever_the_connection_breaks_as_the_same_letter()
      throws Exception {
    String first = newAddress();
    end(asked(first), "answer", ANSWER);
    SENDING.breakAt(BreakingConnection.NEVER, false);
    send();
    int commands = SENDING.said();
    assertThat(sentTo(first)).hasSize(1);

    for (int command = 1; command < commands; command++) {
      String address = newAddress();
      String request = asked(address);
      end(request, "answer", ANSWER);
      SENDING.breakAt(command, true);
      send();
      SENDING.breakAt(BreakingConnection.NEVER, false);
      send();
      if (mailed(request).equals("QUEUED")) {
        assertThat(sentTo(address)).as("before its time").hasSizeLessThanOrEqualTo(1);
        itIsTime();
        send();
      }
      assertThat(mailed(request)).isEqualTo("SENT");
      assertThat(sentTo(address))
          .isNotEmpty()
          .allSatisfy(
              it ->
                  assertThat(it.getMessageID()).isEqualTo("<" + request + ".answer@ledger.test>"));
    }
  }

  private void itIsTime() {
    database.sql("update mailed_answer set next_attempt = now() where state = 'QUEUED'").update();
  }

  @Test
  void of_an_answer_that_nobody_can_send_any_more_an_officer_is_told() throws Exception {
    String address = newAddress();
    String request = asked(address);
    tellOfficers();
    int before = sentTo("officer@operator.example.kz").size();
    end(request, "answer", ANSWER);
    String subject = read(request).get("subjectId").asString();
    LedgerClient.requireSuccess(ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}"));
    send();
    assertThat(mailed(request)).isEqualTo("GONE");
    assertThat(sentTo(address)).isEmpty();

    tellOfficers();
    List<MimeMessage> told = sentTo("officer@operator.example.kz");
    assertThat(told).hasSize(before + 1);
    assertThat(part(told.getLast(), 0))
        .contains("An answer to a request did not arrive by mail")
        .contains("https://ledger.test/console/requests/" + request)
        .doesNotContain(address);
  }

  /** Somebody asks for destruction, and is who they say. */
  private String asksForDestruction(String address) {
    String request =
        LedgerClient.requireSuccess(
                ledger.post(
                    "/api/v1/requests",
                    """
                    {"type":"DESTRUCTION","subjectId":"%s","channel":"WEB","language":"ru",
                     "text":"Удалите мои данные","contact":"%s"}
                    """
                        .formatted(consented(address), address)))
            .json()
            .get("requestId")
            .asString();
    end(request, "identity-verification", "{\"evidence\":\"Паспорт\"}");
    return request;
  }

  private static final String DESTROYED =
      """
      {"text":"Ваши данные уничтожены","effects":[{"destruction":{"ground":"REQUEST","reason":"UNNECESSARY"}}]}
      """;

  @Test
  void clause_4_1_whoever_asked_for_destruction_is_told_of_it_by_the_last_letter()
      throws Exception {
    String address = newAddress();
    String request = asksForDestruction(address);
    end(request, "answer", DESTROYED);

    assertThat(mailed(request)).isEqualTo("SENT");
    send();
    assertThat(sentTo(address)).hasSize(1);
    assertThat(part(sentTo(address).getFirst(), 0)).contains("Ваши данные уничтожены");
  }

  @Test
  void of_a_last_letter_that_could_not_be_handed_over_an_officer_is_told() throws Exception {
    String address = newAddress();
    String request = asksForDestruction(address);
    SENDING.answer("MAIL", "451 4.3.0 later");
    end(request, "answer", DESTROYED);
    SENDING.answerNothing();

    assertThat(mailed(request)).isEqualTo("GONE");
    tellOfficers();
    assertThat(part(sentTo("officer@operator.example.kz").getLast(), 0))
        .contains("https://ledger.test/console/requests/" + request);
    assertThat(sentTo(address)).isEmpty();
  }
}
