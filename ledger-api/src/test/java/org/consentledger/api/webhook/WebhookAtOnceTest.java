package org.consentledger.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.api.testing.WebhookReceiver;
import org.consentledger.api.testing.WebhookReceiver.Received;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.test.context.TestPropertySource;

/** Several messages at the same time, and what is left of them afterwards. */
@TestPropertySource(properties = "ledger.webhooks.at-once=4")
class WebhookAtOnceTest extends WebhookStory {

  private static final int PEOPLE = 4;

  @Autowired private WebhookDeliveries deliveries;
  @Autowired private WebhookHealth health;
  @Autowired private WebhookStatus status;

  @Test
  void several_come_at_the_same_time_but_those_about_one_subject_one_after_the_other() {
    Registered webhook = registered(",\"active\":false,\"types\":[\"consent.*\"]");
    List<String> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(person());
    }
    Map<String, List<Long>> expected = new HashMap<>();
    for (int time = 0; time < 5; time++) {
      for (String each : people) {
        List<Long> positions = expected.computeIfAbsent(each, none -> new ArrayList<>());
        positions.add(gives(each, "letters").position());
        positions.add(withdraws(each, "letters").position());
      }
    }
    // The first four wait for one another: they come only if they come together.
    CyclicBarrier together = new CyclicBarrier(PEOPLE);
    Set<String> first = ConcurrentHashMap.newKeySet();
    Set<String> busy = ConcurrentHashMap.newKeySet();
    AtomicBoolean overlapped = new AtomicBoolean();
    AtomicInteger met = new AtomicInteger();
    receiver.does(
        (message, exchange) -> {
          if (!busy.add(message.subject())) {
            overlapped.set(true);
          }
          if (first.add(message.subject())) {
            meet(together, met);
          }
          busy.remove(message.subject());
          WebhookReceiver.reply(exchange, 204);
        });

    record(webhook.id(), ",\"types\":[\"consent.*\"]");

    List<Received> all = receiver.await(PEOPLE * 10, message -> true);
    assertThat(met).hasValue(PEOPLE);
    assertThat(overlapped).isFalse();
    for (String each : people) {
      assertThat(all)
          .filteredOn(about(each))
          .extracting(Received::position)
          .isEqualTo(expected.get(each));
    }
  }

  private static void meet(CyclicBarrier together, AtomicInteger met) {
    try {
      together.await(900, TimeUnit.MILLISECONDS);
      met.incrementAndGet();
    } catch (Exception alone) {
      // the test finds fewer than there should be
    }
  }

  @Test
  void what_was_delivered_is_forgotten_after_a_while_and_what_was_given_up_is_not() {
    Registered webhook = registered("");
    String subject = person();
    receiver.await(1, about(subject));
    waitUntil("it is recorded", () -> !deliveries(webhook.id(), "?state=DELIVERED").isEmpty());
    deliveries.forgetBefore(Instant.now().minusSeconds(3600), 10);
    assertThat(deliveries(webhook.id(), "?state=DELIVERED")).isNotEmpty();

    deliveries.forgetBefore(Instant.now().plusSeconds(60), 10);

    assertThat(deliveries(webhook.id(), "")).isEmpty();
    ledger.post(
        "/api/v1/webhooks/%s/deliveries/redelivery".formatted(webhook.id()), "{\"after\":0}");
    assertThat(receiver.await(2, about(subject)))
        .extracting(Received::id)
        .containsOnly(
            receiver.received().stream().filter(about(subject)).findFirst().orElseThrow().id());
  }

  @Test
  void how_far_a_webhook_is_stands_in_health_and_metrics() {
    Registered webhook = registered(",\"types\":[\"consent.*\"]");
    receiver.answers(500);
    gives(person(), "letters");
    waitUntil("it fails", () -> webhook(webhook.id()).at("/progress/failures").asInt(0) > 0);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(health.health().getDetails()).containsKey(webhook.id());
    WebhookStatus.Of known =
        status.all().stream()
            .filter(it -> it.webhook().value().equals(webhook.id()))
            .findFirst()
            .orElseThrow();
    assertThat(known.waiting()).isEqualTo(1);
    assertThat(known.failingFor(Instant.now().plusSeconds(3700)).toHours()).isEqualTo(1);
    waitUntil(
        "it is measured",
        () ->
            ledger
                .get("/actuator/prometheus")
                .text()
                .lines()
                .anyMatch(
                    line ->
                        line.startsWith("ledger_webhook_lag_events")
                            && line.contains(webhook.id())));
    receiver.answers(204);
    waitUntil("it is told", () -> webhook(webhook.id()).at("/progress/waiting").asInt(1) == 0);
  }
}
