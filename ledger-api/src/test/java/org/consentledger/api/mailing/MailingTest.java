package org.consentledger.api.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.consentledger.api.MailStory;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MailSink;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A mailing, from its plan to its last letter. */
class MailingTest extends MailStory {

  private static MimeMessage parsed(MailSink.Received letter) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(letter.content().getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String text(MimeMessage message, int part) throws Exception {
    Part found = ((MimeMultipart) message.getContent()).getBodyPart(part);
    return found.getContent().toString();
  }

  @Test
  void clause_6_a_mailing_reaches_everybody_who_consented_each_in_their_own_language()
      throws Exception {
    String russian = someAddress();
    String kazakh = someAddress();
    String english = someAddress();
    consented(russian, "ru");
    String subject = consented(kazakh, "kk");
    consented(english, "en");
    ledger.withdraw(consented(someAddress(), "ru"), purpose);
    ledger.register(purpose, someAddress());

    String mailing = started("");
    awaitCompletion(mailing);

    assertThat(SINK.received())
        .extracting(MailSink.Received::recipient)
        .containsExactlyInAnyOrder(russian, kazakh, english);
    MimeMessage letter = parsed(SINK.receivedBy(kazakh).getFirst());
    assertThat(letter.getSubject()).isEqualTo("Көктем жаңалықтары: әіңғүұқөһ");
    InternetAddress from = (InternetAddress) letter.getFrom()[0];
    assertThat(from.getPersonal()).isEqualTo("АҚ «Мысал Әлемі»");
    assertThat(from.getAddress()).isEqualTo("news@operator.kz");
    assertThat(letter.getContentType()).startsWith("multipart/alternative");
    assertThat(text(letter, 0))
        .contains("Сәлеметсіз бе!", "https://operator.kz/kk", "«Хаттар»", "БСН 990140001234")
        .contains(ADDRESS + link(SINK.receivedBy(kazakh).getFirst()))
        .doesNotContain("**", "<p>");
    assertThat(text(letter, 1))
        .contains("<strong>Маңызды:</strong>", "Жазылымнан бас тарту", "АҚ «Мысал Әлемі»");
    assertThat(letter.getContentLanguage()).containsExactly("kk");
    MimeMessage other = parsed(SINK.receivedBy(russian).getFirst());
    assertThat(other.getSubject()).isEqualTo("Новости весны");
    assertThat(text(other, 1)).contains("<strong>Важно:</strong>", "Отписаться");
    MimeMessage third = parsed(SINK.receivedBy(english).getFirst());
    assertThat(third.getSubject()).isEqualTo("News of spring");
    assertThat(text(third, 0)).contains("Hello, reader", "To get no more such letters");
    assertThat(text(third, 1)).contains("<b>reader</b>");

    JsonNode progress = mailing(mailing).get("progress");
    assertThat(progress.get("audience").asLong()).isEqualTo(3);
    assertThat(progress.get("sent").asLong()).isEqualTo(3);
    assertThat(progress.get("pending").asLong()).isZero();
    List<JsonNode> history = ledger.get("/api/v1/subjects/" + subject + "/history").items();
    JsonNode act = history.getLast();
    assertThat(act.get("type").asString()).isEqualTo("processing.recorded");
    assertThat(act.get("actor").asString()).isEqualTo("ledger");
    assertThat(act.at("/data/act/action").asString()).isEqualTo("USE");
    assertThat(act.at("/data/act/categories/0").asString()).isEqualTo("EMAIL");
    assertThat(act.at("/data/act/channel").asString()).isEqualTo("EMAIL");
    assertThat(act.at("/data/permission/ground").asString()).isEqualTo("CONSENT");
  }

  @Test
  void a_letter_carries_what_mail_programs_need_to_let_its_reader_leave() throws Exception {
    String address = someAddress();
    consented(address, "kk");
    awaitCompletion(started(",\"sendFrom\":\"spring@operator.kz\""));

    MailSink.Received letter = SINK.receivedBy(address).getFirst();
    assertThat(letter.header("List-Unsubscribe"))
        .startsWith("<" + ADDRESS + "/unsubscribe?token=")
        .contains("<mailto:privacy@operator.kz?subject=%D0%94%D0%B5%D1%80");
    assertThat(letter.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(letter.header("Precedence")).isEqualTo("bulk");
    assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(letter.header("From")).contains("spring@operator.kz");
    assertThat(letter.header("Message-ID")).matches("<[0-9a-f-]{36}@ledger\\.test>");
    assertThat(letter.sender())
        .isEqualTo("bounces+" + letter.header("Letter-Token") + "@operator.kz");
    assertThat(link(letter)).doesNotContain(address, "@", "%40");
  }

  @Test
  void a_plan_can_be_changed_until_the_mailing_begins() {
    String mailing = planned("");
    assertThat(ledger.put("/api/v1/mailings/" + mailing, plan(purpose, "")).eventIds()).isEmpty();
    assertThat(ledger.put("/api/v1/mailings/" + mailing, plan(purpose, ",\"rate\":5")).status())
        .isEqualTo(201);
    assertThat(mailing(mailing).get("rate").asInt()).isEqualTo(5);
    assertThat(mailing(mailing).at("/texts/kk/subject").asString()).startsWith("Көктем");
    assertThat(command(mailing, "pause").code()).isEqualTo("MAILING_NOT_STARTED");

    LedgerClient.requireSuccess(command(mailing, "start"));
    assertThat(command(mailing, "start").eventIds()).isEmpty();
    assertThat(ledger.put("/api/v1/mailings/" + mailing, plan(purpose, ",\"rate\":6")).code())
        .isEqualTo("MAILING_UNDER_WAY");
    awaitCompletion(mailing);
    assertThat(command(mailing, "cancel").code()).isEqualTo("MAILING_ENDED");
    assertThat(command("unheard-of", "start").code()).isEqualTo("MAILING_UNKNOWN");
    assertThat(ledger.get("/api/v1/events?type=mailing.planned&purposeId=" + purpose).items())
        .hasSize(2);
  }

  @Test
  void clause_8_4_who_withdraws_while_the_own_letter_is_handed_over_is_answered_after_it_left()
      throws Exception {
    String address = someAddress();
    String subject = consented(address, "ru");
    CountDownLatch isThere = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    holdUp(isThere, goOn);
    String mailing = started("");
    isThere.await();

    CompletableFuture<Answer> withdrawal =
        CompletableFuture.supplyAsync(() -> withdraw(subject, "key"));
    eventually(() -> ledger.decide(subject, purpose, "USE").decision().equals("DENY"));
    CompletableFuture<Answer> again = CompletableFuture.supplyAsync(() -> withdraw(subject, "key"));
    CompletableFuture<Answer> other =
        CompletableFuture.supplyAsync(() -> ledger.withdraw(subject, purpose));
    assertStillWaiting(withdrawal, again, other);
    goOn.countDown();

    assertThat(withdrawal.get().status()).isEqualTo(201);
    long answered = System.nanoTime();
    assertThat(again.get().header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(other.get().status()).isEqualTo(200);
    assertThat(SINK.receivedBy(address)).hasSize(1).allMatch(it -> it.takenAt() - answered < 0);
    awaitCompletion(mailing);
    assertThat(progress(mailing, "sent")).isEqualTo(1);
  }

  @Test
  void clause_8_4_a_withdrawal_by_request_is_answered_after_the_own_letter_left_however_often_sent()
      throws Exception {
    String address = someAddress();
    String subject = consented(address, "ru");
    String request =
        LedgerClient.requireSuccess(
                ledger.post(
                    "/api/v1/requests",
                    """
                    {"type":"WITHDRAWAL","subjectId":"%s","channel":"LETTER","language":"kk","text":"Қайтарамын"}
                    """
                        .formatted(subject)))
            .json()
            .get("requestId")
            .asString();
    CountDownLatch isThere = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    holdUp(isThere, goOn);
    String mailing = started("");
    isThere.await();

    CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> fulfil(request));
    eventually(() -> ledger.decide(subject, purpose, "USE").decision().equals("DENY"));
    CompletableFuture<Answer> again = CompletableFuture.supplyAsync(() -> fulfil(request));
    assertStillWaiting(first, again);
    goOn.countDown();

    assertThat(first.get().status()).as(first.get().text()).isEqualTo(201);
    assertThat(again.get().header("Idempotency-Replayed")).isEqualTo("true");
    awaitCompletion(mailing);
    assertThat(progress(mailing, "sent")).isEqualTo(1);
  }

  private Answer fulfil(String request) {
    return ledger.post(
        "/api/v1/requests/" + request + "/answer",
        "{\"effects\":[{\"withdrawal\":{\"purposeId\":\"%s\",\"channel\":\"LETTER\"}}]}"
            .formatted(purpose),
        request);
  }

  private Answer withdraw(String subject, String key) {
    return ledger.post(
        "/api/v1/subjects/" + subject + "/consents/" + purpose + "/withdrawal",
        "{\"channel\":\"EMAIL\"}",
        purpose + key);
  }

  private static void holdUp(CountDownLatch isThere, CountDownLatch goOn) {
    SINK.beforeTaken(
        recipient -> {
          isThere.countDown();
          try {
            goOn.await();
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** What is to wait is given the time of many answers. */
  private void assertStillWaiting(CompletableFuture<?>... waiting) {
    String other = consented(someAddress(), "ru");
    for (int i = 0; i < 20; i++) {
      LedgerClient.requireSuccess(ledger.get("/api/v1/subjects/" + other));
    }
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void a_mailing_that_was_paused_sends_nothing_until_it_is_resumed() throws Exception {
    for (int i = 0; i < 30; i++) {
      consented(someAddress(), "ru");
    }
    CountDownLatch isThere = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    holdUp(isThere, goOn);
    String mailing = started("");
    isThere.await();

    CompletableFuture<Answer> pause =
        CompletableFuture.supplyAsync(() -> command(mailing, "pause"));
    eventually(() -> mailing(mailing).get("state").asString().equals("PAUSED"));
    assertStillWaiting(pause);
    goOn.countDown();
    assertThat(pause.get().status()).isEqualTo(201);

    long answered = System.nanoTime();
    int before = SINK.received().size();
    assertThat(before).isBetween(1, 4);
    ledger.withdraw(consented(someAddress(), "ru"), purpose);
    assertThat(SINK.received()).hasSize(before);

    LedgerClient.requireSuccess(command(mailing, "resume"));
    awaitCompletion(mailing);
    assertThat(SINK.received()).hasSize(30);
    assertThat(SINK.received().stream().filter(it -> it.takenAt() - answered < 0)).hasSize(before);
  }

  @Test
  void what_was_cancelled_sends_no_more() throws Exception {
    for (int i = 0; i < 10; i++) {
      consented(someAddress(), "ru");
    }
    CountDownLatch isThere = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    holdUp(isThere, goOn);
    String mailing = started("");
    isThere.await();
    CompletableFuture<Answer> cancellation =
        CompletableFuture.supplyAsync(() -> command(mailing, "cancel"));
    eventually(() -> mailing(mailing).get("state").asString().equals("CANCELLED"));
    goOn.countDown();
    assertThat(cancellation.get().status()).isEqualTo(201);
    assertThat(SINK.received()).hasSizeBetween(1, 4);
    assertThat(progress(mailing, "pending")).isBetween(6L, 9L);
    assertThat(command(mailing, "resume").code()).isEqualTo("MAILING_ENDED");
  }

  @Test
  void a_mailing_keeps_to_its_pace() {
    for (int i = 0; i < 6; i++) {
      consented(someAddress(), "ru");
    }
    String mailing = started(",\"rate\":2");
    awaitCompletion(mailing);
    List<Long> taken = SINK.received().stream().map(MailSink.Received::takenAt).sorted().toList();
    assertThat(taken).hasSize(6);
    assertThat(taken.getLast() - taken.getFirst()).isGreaterThan(2_000_000_000L);
  }

  @Test
  void wrong_plans_are_refused() {
    String path = "/api/v1/mailings/wrong";
    assertThat(ledger.put(path, plan("unheard-of", "")).code()).isEqualTo("PURPOSE_UNKNOWN");
    String phone = LedgerClient.unusedCode();
    ledger.determine(phone, "{\"categories\":[\"PHONE\"]}");
    assertThat(ledger.put(path, plan(phone, "")).code()).isEqualTo("CATEGORY_OUTSIDE_PURPOSE");
    for (String texts :
        List.of(
            "{}",
            "{\"kk\":{\"subject\":\"a\"}}",
            "{\"kk\":{\"subject\":\"a\",\"html\":\"b\"}}",
            "{\"kk\":{\"subject\":\"a\",\"markdown\":\"b\",\"plain\":\"c\"}}",
            "{\"kk\":{\"subject\":\"a\\r\\nBcc: x@example.kz\",\"markdown\":\"b\"}}")) {
      Answer answer =
          ledger.put(path, "{\"purposeId\":\"%s\",\"texts\":%s}".formatted(purpose, texts));
      assertThat(answer.status()).as(texts + answer.text()).isEqualTo(422);
    }
    assertThat(ledger.put(path, plan(purpose, ",\"sendFrom\":\"nobody\"")).status()).isEqualTo(422);
    assertThat(ledger.put(path, plan(purpose, ",\"rate\":0")).status()).isEqualTo(422);
    assertThat(ledger.get(path).code()).isEqualTo("MAILING_UNKNOWN");
  }
}
