package org.consentledger.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.WebhookReceiver;
import org.consentledger.api.testing.WebhookReceiver.Received;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What is given up, and sending it once more. */
@TestPropertySource(properties = "ledger.webhooks.schedule=50ms,50ms,50ms")
class WebhookDeadLetterTest extends WebhookStory {

  @Test
  void what_is_given_up_after_the_schedule_is_a_dead_letter_that_holds_up_nothing() {
    Registered webhook = registered("");
    String subject = person();
    receiver.await(1, about(subject));
    receiver.does(
        (message, exchange) ->
            WebhookReceiver.reply(exchange, message.type().equals("consent.given") ? 500 : 204));
    Answer given = gives(subject, "letters");
    withdraws(subject, "letters");

    receiver.await(1, about(subject).and(ofType("consent.withdrawn")));

    assertThat(receiver.received().stream().filter(ofType("consent.given"))).hasSize(4);
    JsonNode dead = deliveries(webhook.id(), "?state=DEAD").getFirst();
    assertThat(dead.get("eventId").asString()).isEqualTo(given.eventIds().getFirst().toString());
    assertThat(dead.get("attempts").asInt()).isEqualTo(4);
    assertThat(dead.get("outcome").asString()).isEqualTo("SERVER_ERROR");
    assertThat(dead.get("status").asInt()).isEqualTo(500);
    assertThat(webhook(webhook.id()).at("/progress/dead").asInt()).isEqualTo(1);

    receiver.answers(204);
    Answer asked =
        ledger.post(
            "/api/v1/webhooks/%s/deliveries/%s/redelivery"
                .formatted(webhook.id(), dead.get("eventId").asString()),
            "");
    assertThat(asked.status()).isEqualTo(202);
    receiver.await(5, ofType("consent.given"));
    waitUntil("no dead letter is left", () -> deliveries(webhook.id(), "?state=DEAD").isEmpty());
  }

  @Test
  void a_range_is_sent_once_more_whole_or_its_dead_letters_alone() {
    Registered webhook = registered(",\"types\":[\"consent.*\"]");
    String subject = person();
    receiver.does(
        (message, exchange) ->
            WebhookReceiver.reply(exchange, message.type().equals("consent.given") ? 500 : 204));
    Answer first = gives(subject, "letters");
    withdraws(subject, "letters");
    gives(subject, "letters");
    Answer last = withdraws(subject, "letters");
    waitUntil("two are dead", () -> deliveries(webhook.id(), "?state=DEAD").size() == 2);
    receiver.await(2, about(subject).and(ofType("consent.withdrawn")));
    receiver.answers(204);

    redeliver(webhook, "{\"state\":\"DEAD\",\"upTo\":" + first.position() + "}");
    waitUntil("one is dead", () -> deliveries(webhook.id(), "?state=DEAD").size() == 1);
    redeliver(webhook, "{\"state\":\"DEAD\"}");
    waitUntil("all are told", () -> deliveries(webhook.id(), "?state=DELIVERED").size() == 4);
    int before = receiver.received().size();

    redeliver(
        webhook, "{\"after\":%d,\"upTo\":%d}".formatted(first.position() - 1, last.position()));

    List<Received> all = receiver.await(before + 4, message -> true);
    assertThat(all.subList(before, before + 4))
        .extracting(Received::type)
        .containsExactly(
            "consent.given", "consent.withdrawn", "consent.given", "consent.withdrawn");
    assertThat(all.subList(before, before + 4)).extracting(Received::position).isSorted();
  }

  private void redeliver(Registered webhook, String body) {
    assertThat(
            ledger
                .post("/api/v1/webhooks/" + webhook.id() + "/deliveries/redelivery", body)
                .status())
        .isEqualTo(202);
  }
}
