package org.consentledger.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.WebhookReceiver;
import org.consentledger.api.testing.WebhookReceiver.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Receivers fail in every way that there is. */
class WebhookFailureTest extends WebhookStory {

  @ParameterizedTest
  @CsvSource({
    "500,SERVER_ERROR",
    "503,SERVER_ERROR",
    "404,REJECTED",
    "401,REJECTED",
    "429,THROTTLED",
    "302,REDIRECTED"
  })
  void what_was_not_taken_is_sent_again_under_the_same_identifier(int status, String outcome) {
    Registered webhook = registered("");
    AtomicInteger failures = new AtomicInteger(2);
    receiver.does(
        (message, exchange) -> {
          boolean fails = !message.subject().isEmpty() && failures.getAndDecrement() > 0;
          if (fails) {
            exchange.getResponseHeaders().add("Location", receiver.url() + "/elsewhere");
          }
          WebhookReceiver.reply(exchange, fails ? status : 200);
        });
    String subject = person();

    List<Received> messages = receiver.await(3, about(subject));

    assertThat(messages).extracting(Received::id).containsOnly(messages.getFirst().id());
    assertThat(messages).extracting(Received::body).containsOnly(messages.getFirst().body());
    assertThat(messages).allMatch(message -> message.isSignedBy(webhook.secret()));
    waitUntil(
        "it is delivered",
        () -> delivery(webhook, messages.getFirst()).get("state").asString().equals("DELIVERED"));
    assertThat(delivery(webhook, messages.getFirst()).get("attempts").asInt()).isEqualTo(3);
    assertThat(ledger.get("/actuator/prometheus").text().lines())
        .anyMatch(
            line ->
                line.startsWith("ledger_webhook_attempts_total")
                    && line.contains("outcome=\"" + outcome + "\"")
                    && line.contains(webhook.id())
                    && line.endsWith(" 2.0"));
  }

  private JsonNode delivery(Registered webhook, Received message) {
    return deliveries(webhook.id(), "?limit=1000").stream()
        .filter(it -> it.get("eventId").asString().equals(message.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_event_that_fails_holds_back_those_about_the_same_subject_and_no_others() {
    registered("");
    String stuck = person();
    String other = person();
    CountDownLatch mended = new CountDownLatch(1);
    receiver.does(
        (message, exchange) ->
            WebhookReceiver.reply(
                exchange,
                about(stuck).test(message)
                        && message.type().equals("consent.given")
                        && mended.getCount() > 0
                    ? 500
                    : 204));
    gives(stuck, "letters");
    withdraws(stuck, "letters");
    gives(other, "letters");
    withdraws(other, "letters");

    receiver.await(3, about(other));
    assertThat(receiver.received())
        .filteredOn(about(stuck))
        .extracting(Received::type)
        .doesNotContain("consent.withdrawn");
    mended.countDown();
    assertThat(
            receiver.await(1, about(stuck).and(ofType("consent.withdrawn"))).getFirst().position())
        .isPositive();
    assertThat(receiver.received())
        .filteredOn(about(stuck))
        .extracting(Received::position)
        .isSorted();
  }

  @Test
  void a_receiver_that_was_away_is_told_of_everything_when_it_is_back() {
    Registered webhook = registered(",\"types\":[\"consent.*\"]");
    String subject = person();
    receiver.close();
    gives(subject, "letters");
    withdraws(subject, "letters");
    waitUntil(
        "it was tried",
        () ->
            deliveries(webhook.id(), "").stream()
                .anyMatch(it -> it.path("outcome").asString("").equals("UNREACHABLE")));

    receiver = WebhookReceiver.at(receiver.port());

    assertThat(receiver.await(2, about(subject)))
        .extracting(Received::type)
        .startsWith("consent.given", "consent.withdrawn");
    waitUntil(
        "it fails no longer", () -> webhook(webhook.id()).at("/progress/failures").asInt() == 0);
  }

  @Test
  void a_receiver_that_does_not_answer_in_time_is_left_and_tried_again() {
    Registered webhook = registered(",\"types\":[\"consent.*\"]");
    String subject = person();
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger first = new AtomicInteger();
    receiver.does(
        (message, exchange) -> {
          if (first.getAndIncrement() == 0) {
            await(never);
          }
          WebhookReceiver.reply(exchange, 204);
        });
    gives(subject, "letters");
    List<Received> messages = receiver.await(2, about(subject));
    never.countDown();
    assertThat(messages.get(1).nanoTime() - messages.get(0).nanoTime())
        .isBetween(Duration.ofMillis(900).toNanos(), Duration.ofSeconds(20).toNanos());
    assertThat(messages.get(1).id()).isEqualTo(messages.get(0).id());
    waitUntil("it is told", () -> deliveries(webhook.id(), "?state=DELIVERED").size() == 1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void an_answer_without_an_end_is_not_waited_for() {
    registered(",\"types\":[\"consent.*\"]");
    String subject = person();
    receiver.does((message, exchange) -> talkForEver(exchange));
    gives(subject, "letters");
    withdraws(subject, "letters");
    gives(subject, "letters");
    assertThat(receiver.await(3, about(subject))).extracting(Received::id).doesNotHaveDuplicates();
  }

  private static void talkForEver(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      while (true) {
        body.write(new byte[8192]);
        body.flush();
      }
    } catch (IOException closed) {
      // the ledger has heard enough
    }
  }

  @Test
  void a_receiver_says_when_it_wants_to_be_tried_again() {
    registered(",\"types\":[\"consent.*\"]");
    String subject = person();
    AtomicInteger first = new AtomicInteger();
    receiver.does(
        (message, exchange) -> {
          boolean fails = first.getAndIncrement() == 0;
          if (fails) {
            exchange.getResponseHeaders().add("Retry-After", "2");
          }
          WebhookReceiver.reply(exchange, fails ? 503 : 204);
        });
    String other = person();
    gives(subject, "letters");
    gives(other, "letters");

    receiver.await(1, about(other));
    List<Received> messages = receiver.await(3, message -> true);
    assertThat(messages.get(1).nanoTime() - messages.get(0).nanoTime())
        .as("of any event, as the receiver asked for all")
        .isGreaterThan(Duration.ofMillis(1900).toNanos());
  }

  @Test
  void a_receiver_that_is_gone_ends_the_webhook_until_it_is_recorded_anew() {
    Registered webhook = registered(",\"types\":[\"consent.*\"]");
    String subject = person();
    receiver.answers(410);
    gives(subject, "letters");
    waitUntil("it is ended", () -> webhook(webhook.id()).get("ended").asBoolean());
    assertThat(webhook(webhook.id()).get("active").asBoolean()).isFalse();
    JsonNode ended = ledger.get("/api/v1/events?type=webhook.ended&limit=1000").items().getLast();
    assertThat(ended.get("aggregate").asString()).isEqualTo("webhook:" + webhook.id());
    assertThat(ended.get("actor").asString()).isEqualTo("ledger");
    int heard = receiver.received().size();
    withdraws(subject, "letters");
    receiver.answers(204);
    assertThat(receiver.received()).hasSize(heard);

    assertThat(record(webhook.id(), ",\"types\":[\"consent.*\"]").status()).isEqualTo(201);

    assertThat(receiver.await(heard + 2, about(subject)))
        .extracting(Received::type)
        .endsWith("consent.given", "consent.withdrawn");
  }

  @Test
  void one_receiver_that_hangs_holds_up_no_other() {
    registered(",\"types\":[\"consent.*\"]");
    CountDownLatch never = new CountDownLatch(1);
    receiver.does((message, exchange) -> await(never));
    String id = LedgerClient.unusedCode();
    try (WebhookReceiver other = WebhookReceiver.start()) {
      String body = "{\"url\":\"%s\",\"active\":%s}";
      ledger.put("/api/v1/webhooks/" + id, body.formatted(other.url(), "true"));
      String subject = person();
      gives(subject, "letters");
      withdraws(subject, "letters");
      other.await(3, about(subject));
      ledger.put("/api/v1/webhooks/" + id, body.formatted(other.url(), "false"));
    } finally {
      never.countDown();
    }
  }

  @Test
  void an_event_that_is_not_there_is_not_delivered() {
    Registered webhook = registered(",\"active\":false");
    assertThat(
            ledger
                .post(
                    "/api/v1/webhooks/%s/deliveries/%s/redelivery"
                        .formatted(webhook.id(), java.util.UUID.randomUUID()),
                    "")
                .code())
        .isEqualTo("EVENT_UNKNOWN");
    for (String path : List.of("", "/deliveries")) {
      assertThat(ledger.get("/api/v1/webhooks/no-such" + path).code()).isEqualTo("WEBHOOK_UNKNOWN");
    }
    for (String path : List.of("/test", "/secret-rotation", "/deliveries/redelivery")) {
      assertThat(ledger.post("/api/v1/webhooks/no-such" + path, "{}").code())
          .isEqualTo("WEBHOOK_UNKNOWN");
    }
  }
}
