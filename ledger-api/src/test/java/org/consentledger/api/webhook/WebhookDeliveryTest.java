package org.consentledger.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.WebhookReceiver;
import org.consentledger.api.testing.WebhookReceiver.Received;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Services are told of events, signed as Standard Webhooks has it. */
class WebhookDeliveryTest extends WebhookStory {

  @Autowired private JdbcClient database;
  @Autowired private WebhookParts parts;
  @Autowired private org.consentledger.projections.streaming.Progress progress;
  @Autowired private org.consentledger.core.log.SealingLoop sealing;

  @Test
  void events_come_in_the_order_of_the_history_as_it_shows_them_and_the_public_library_verifies() {
    Registered webhook = registered("");
    String subject = person();
    for (int time = 0; time < 10; time++) {
      gives(subject, "letters");
      withdraws(subject, "letters");
    }

    List<Received> messages = receiver.await(21, about(subject));

    assertThat(messages).allMatch(message -> message.isSignedBy(webhook.secret()));
    assertThat(messages).extracting(Received::position).isSorted().doesNotHaveDuplicates();
    List<JsonNode> history = ledger.get("/api/v1/subjects/" + subject + "/history").items();
    assertThat(messages).extracting(message -> message.json().get("data")).isEqualTo(history);
    for (Received message : messages) {
      JsonNode payload = message.json();
      assertThat(payload.propertyNames()).containsExactly("type", "timestamp", "data");
      assertThat(message.id()).isEqualTo(payload.at("/data/eventId").asString());
      assertThat(payload.get("type")).isEqualTo(payload.at("/data/type"));
      assertThat(payload.get("timestamp")).isEqualTo(payload.at("/data/recordedAt"));
      assertThat(message.header("Content-Type")).startsWith("application/json");
    }
  }

  @Test
  void the_signature_is_an_hmac_over_id_timestamp_and_body_and_not_over_another_body()
      throws Exception {
    Registered webhook = registered("");
    String subject = person();
    Received message = receiver.await(1, about(subject)).getFirst();

    Mac hmac = Mac.getInstance("HmacSHA256");
    assertThat(webhook.secret()).startsWith("whsec_");
    byte[] key = Base64.getDecoder().decode(webhook.secret().substring("whsec_".length()));
    assertThat(key).hasSize(32);
    hmac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed = message.id() + "." + message.header("webhook-timestamp") + "." + message.body();
    assertThat(message.header("webhook-signature"))
        .isEqualTo(
            "v1,"
                + Base64.getEncoder()
                    .encodeToString(hmac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    Received changed = new Received(message.body() + " ", message.headers(), 0);
    assertThat(changed.isSignedBy(webhook.secret())).isFalse();
  }

  @Test
  void a_webhook_is_told_of_what_it_asks_for_and_of_what_concerns_a_person_as_a_whole() {
    Registered webhook =
        registered(",\"types\":[\"consent.*\",\"processing.blocked\"],\"purposes\":[\"survey\"]");
    String subject = person();
    gives(subject, "letters");
    gives(subject, "survey");
    LedgerClient.requireSuccess(ledger.command(subject, "block", "{\"reason\":\"INACCURATE\"}"));
    withdraws(subject, "letters");
    withdraws(subject, "survey");

    assertThat(receiver.await(3, about(subject)))
        .extracting(Received::type)
        .containsExactly("consent.given", "processing.blocked", "consent.withdrawn");
    assertThat(deliveries(webhook.id(), "?state=DELIVERED"))
        .extracting(delivery -> delivery.get("type").asString())
        .doesNotContain("subject.registered", "processing.unblocked");
  }

  @Test
  void a_webhook_begins_where_it_says_and_otherwise_with_what_comes_after_it() {
    String subject = person();
    Answer earlier = gives(subject, "letters");
    registered(",\"after\":" + (earlier.position() - 1) + ",\"types\":[\"consent.*\"]");
    try (WebhookReceiver other = WebhookReceiver.start()) {
      String id = LedgerClient.unusedCode();
      String later = "{\"url\":\"%s\",\"active\":%s}";
      ledger.put("/api/v1/webhooks/" + id, later.formatted(other.url(), "true"));
      withdraws(subject, "letters");

      assertThat(receiver.await(2, about(subject)))
          .extracting(Received::type)
          .containsExactly("consent.given", "consent.withdrawn");
      assertThat(other.await(1, about(subject)))
          .extracting(Received::type)
          .containsExactly("consent.withdrawn");
      ledger.put("/api/v1/webhooks/" + id, later.formatted(other.url(), "false"));
    }
  }

  @Test
  void what_happens_while_a_webhook_rests_it_is_told_later() {
    Registered webhook = registered("");
    String subject = person();
    receiver.await(1, about(subject));
    record(webhook.id(), ",\"active\":false");
    gives(subject, "letters");
    withdraws(subject, "letters");
    String witness = LedgerClient.unusedCode();
    try (WebhookReceiver other = WebhookReceiver.start()) {
      String body = "{\"url\":\"%s\",\"after\":0,\"active\":%s}";
      ledger.put("/api/v1/webhooks/" + witness, body.formatted(other.url(), "true"));
      other.await(3, about(subject)); // by then this one would have been told, too
      ledger.put("/api/v1/webhooks/" + witness, body.formatted(other.url(), "false"));
    }
    assertThat(receiver.received()).filteredOn(about(subject)).hasSize(1);

    record(webhook.id(), "");

    assertThat(receiver.await(3, about(subject)))
        .extracting(Received::type)
        .containsExactly("subject.registered", "consent.given", "consent.withdrawn");
  }

  @Test
  void the_secret_is_shown_once_and_stands_nowhere_in_the_open() {
    String id = LedgerClient.unusedCode();
    String key = UUID.randomUUID().toString();
    String body = "{\"url\":\"%s\",\"active\":false}".formatted(receiver.url());
    Answer first = put(id, body, key);
    String secret = first.json().get("secret").asString();

    Answer repeated = put(id, body, key);
    assertThat(repeated.status()).isEqualTo(201);
    assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(repeated.eventIds()).isEqualTo(first.eventIds());
    assertThat(repeated.json().has("secret")).isFalse();
    assertThat(record(id, ",\"active\":true").json().has("secret")).isFalse();
    assertThat(webhook(id).toString()).doesNotContain(secret);
    List<String> tables =
        database
            .sql(
                """
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                where table_schema in ('public', 'vault')
                """)
            .query(String.class)
            .list();
    for (String table : tables) {
      assertThat(database.sql("select t::text from " + table + " t").query(String.class).list())
          .as(table)
          .noneMatch(row -> row.contains(secret.substring(6, 40)) || row.contains(receiver.url()));
    }
    record(id, ",\"active\":false");
  }

  private Answer put(String id, String body, String key) {
    return ledger.putWithKey("/api/v1/webhooks/" + id, body, key);
  }

  @Test
  void while_a_secret_spreads_messages_are_signed_by_both_and_then_by_the_new_one_alone() {
    Registered webhook = registered("");
    String subject = person();
    receiver.await(1, about(subject));

    Answer answer = rotate(webhook.id(), "{\"overlap\":\"PT1H\"}");
    String second = answer.json().get("secret").asString();
    gives(subject, "letters");
    Received both = receiver.await(2, about(subject)).getLast();
    assertThat(both.header("webhook-signature").split(" ", -1)).hasSize(2);
    assertThat(both.isSignedBy(webhook.secret())).isTrue();
    assertThat(both.isSignedBy(second)).isTrue();

    String third = rotate(webhook.id(), "{\"overlap\":\"PT0S\"}").json().get("secret").asString();
    withdraws(subject, "letters");
    Received last = receiver.await(3, about(subject)).getLast();
    assertThat(last.header("webhook-signature").split(" ", -1)).hasSize(1);
    assertThat(last.isSignedBy(third)).isTrue();
    assertThat(last.isSignedBy(second)).isFalse();
    assertThat(last.isSignedBy(webhook.secret())).isFalse();
    assertThat(List.of(webhook.secret(), second, third)).doesNotHaveDuplicates();
  }

  private Answer rotate(String id, String body) {
    return LedgerClient.requireSuccess(
        ledger.post("/api/v1/webhooks/" + id + "/secret-rotation", body));
  }

  @Test
  void a_test_tells_at_once_whether_the_receiver_takes_messages() {
    Registered webhook = registered(",\"active\":false");
    Answer taken = ledger.post("/api/v1/webhooks/" + webhook.id() + "/test", "");
    assertThat(taken.json().get("delivered").asBoolean()).as(taken.text()).isTrue();
    assertThat(taken.json().get("status").asInt()).isEqualTo(204);
    Received ping = receiver.await(1, ofType("webhook.ping")).getFirst();
    assertThat(ping.isSignedBy(webhook.secret())).isTrue();

    receiver.answers(500);
    JsonNode failed = ledger.post("/api/v1/webhooks/" + webhook.id() + "/test", "").json();
    assertThat(failed.get("delivered").asBoolean()).isFalse();
    assertThat(failed.get("outcome").asString()).isEqualTo("SERVER_ERROR");
  }

  @Test
  void two_nodes_tell_of_each_event_once() {
    WebhookSender other =
        new WebhookSender(parts, progress, sealing, java.time.Duration.ofSeconds(1));
    other.start();
    try {
      registered(",\"types\":[\"consent.*\"]");
      List<Long> positions = new ArrayList<>();
      String subject = person();
      for (int time = 0; time < 30; time++) {
        positions.add(gives(subject, "letters").position());
        positions.add(withdraws(subject, "letters").position());
      }
      assertThat(receiver.await(60, about(subject)))
          .extracting(Received::position)
          .isEqualTo(positions);
    } finally {
      other.stop();
    }
    assertThat(receiver.received()).extracting(Received::id).doesNotHaveDuplicates();
  }

  @Test
  void what_is_told_and_of_whom_is_seen_in_the_history_but_not_where() {
    Registered webhook = registered(",\"types\":[\"consent.*\"]");
    rotate(webhook.id(), "{}");
    List<JsonNode> events =
        ledger
            .get("/api/v1/events", "application/x-ndjson")
            .text()
            .lines()
            .map(json::readTree)
            .filter(event -> event.get("aggregate").asString().equals("webhook:" + webhook.id()))
            .toList();
    assertThat(events)
        .extracting(event -> event.get("type").asString())
        .containsExactly("webhook.recorded", "webhook.secret-made", "webhook.secret-made");
    assertThat(events.getFirst().at("/data/content/types/0").asString()).isEqualTo("consent.*");
    assertThat(events.toString()).doesNotContain("localhost");
    JsonNode view = webhook(webhook.id());
    assertThat(view.get("url").asString()).isEqualTo(receiver.url());
    assertThat(view.get("active").asBoolean()).isTrue();
  }
}
