package org.consentledger.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.feed.FeedClient.Told;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Services follow the history as it grows. */
class FeedTest extends RunningLedger {

  private static final int WRITERS = 8;
  private static final int EACH = 125;

  @Autowired private OpenFeeds feeds;

  private LedgerClient ledger;

  @BeforeEach
  void begin() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    ledger.definePurpose("survey", "1.0");
  }

  private FeedClient client() {
    return new FeedClient("http://localhost:" + port, token("ledger.query"));
  }

  private String person() {
    return ledger.register("letters", UUID.randomUUID() + "@example.kz");
  }

  /** The position of the last event. */
  private long head() {
    return ledger.register("letters", UUID.randomUUID() + "@example.kz").isEmpty()
        ? 0
        : ledger.get("/api/v1/events", "application/x-ndjson").text().lines().count();
  }

  @Test
  void whoever_follows_and_breaks_off_and_comes_back_has_each_of_a_thousand_events_once_in_order()
      throws Exception {
    long before = head();
    List<Future<?>> writers = new ArrayList<>();
    List<Long> had = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (int writer = 0; writer < WRITERS; writer++) {
        writers.add(threads.submit(this::write));
      }
      FeedClient client = client();
      client.beginsAfter(Long.toString(before));
      Random random = new Random(17);
      int connections = 0;
      while (had.size() < WRITERS * EACH) {
        int enough = had.size() + 1 + random.nextInt(150);
        client.follow(
            "",
            told -> {
              had.add(told.position());
              return had.size() < enough && had.size() < WRITERS * EACH;
            });
        connections++;
      }
      assertThat(connections).isGreaterThan(5);
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    assertThat(had)
        .isEqualTo(LongStream.rangeClosed(before + 1, before + WRITERS * EACH).boxed().toList());
  }

  private void write() {
    String subject = person();
    for (int time = 1; time < EACH; time++) {
      LedgerClient.requireSuccess(
          time % 2 == 1
              ? ledger.giveConsent(subject, "letters", "1.0", "")
              : ledger.withdraw(subject, "letters"));
    }
  }

  @Test
  void an_event_is_told_as_the_history_shows_it() {
    long before = head();
    String subject = person();
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    List<Told> told = upToNow("?after=" + before);
    List<JsonNode> history = ledger.get("/api/v1/subjects/" + subject + "/history").items();
    assertThat(told).extracting(Told::json).isEqualTo(history);
    assertThat(told).extracting(Told::event).containsExactly("subject.registered", "consent.given");
    assertThat(told).extracting(Told::position).containsExactly(before + 1, before + 2);
    assertThat(told.getLast().json().get("subjectId").asString()).isEqualTo(subject);
    assertThat(told.getLast().json().get("purposeId").asString()).isEqualTo("letters");
  }

  private List<Told> upToNow(String query) {
    List<Told> all = new ArrayList<>();
    client().follow(query + "&follow=false", all::add);
    return all;
  }

  @Test
  void a_feed_is_of_some_events_alone_where_that_is_asked_for() {
    long before = head();
    String subject = person();
    String other = person();
    for (String each : List.of(subject, other)) {
      LedgerClient.requireSuccess(ledger.giveConsent(each, "letters", "1.0", ""));
      LedgerClient.requireSuccess(ledger.giveConsent(each, "survey", "1.0", ""));
      LedgerClient.requireSuccess(ledger.withdraw(each, "letters"));
    }
    String after = "?after=" + before;
    assertThat(upToNow(after + "&type=consent.given&subjectId=" + subject)).hasSize(2);
    assertThat(upToNow(after + "&type=consent.*")).hasSize(6);
    assertThat(upToNow(after + "&type=consent.withdrawn&type=subject.registered")).hasSize(4);
    assertThat(upToNow(after + "&purposeId=survey"))
        .extracting(Told::event)
        .containsExactly("consent.given", "consent.given");
  }

  @Test
  void a_feed_begins_now_where_nothing_else_is_said() throws Exception {
    person();
    FeedClient client = client();
    try (InputStream stream = client.open("").body()) {
      assertThat(stream.readNBytes(6)).asString().isEqualTo("retry:");
      long next = head();
      StringBuilder heard = new StringBuilder();
      while (!heard.toString().contains("\nid: ")) {
        heard.append((char) stream.read());
      }
      heard.append(
          new String(stream.readNBytes(Long.toString(next).length()), StandardCharsets.UTF_8));
      assertThat(heard.toString()).endsWith("id: " + next);
    }
  }

  @Test
  void something_is_sent_where_nothing_happens_and_what_was_passed_by_is_not_passed_again()
      throws Exception {
    long before = head();
    person();
    String last = Long.toString(head());
    try (InputStream stream = client().open("?type=export.requested&after=" + before).body()) {
      StringBuilder heard = new StringBuilder();
      while (!heard.toString().contains("id: " + last + "\n\n")) {
        heard.append((char) stream.read());
      }
      int first = heard.length();
      while (heard.indexOf(": still here\n\n", first) < 0) {
        heard.append((char) stream.read());
      }
      assertThat(heard).doesNotContain("data:");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "-1",
        "1.5",
        "01",
        "99999999999999999999",
        "9223372036854775807",
        "1 2",
        "0x10"
      })
  void a_place_that_is_none_is_refused(String place) throws IOException {
    FeedClient client = client();
    client.beginsAfter(place);
    assertRefused(client.open("?after=0"), "INVALID_HEADER");
    assertRefused(client().open("?after=" + place.replace(" ", "%20")), "INVALID_PARAMETER");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?type=consent",
        "?type=*",
        "?type=no.such",
        "?subjectId=1",
        "?follow=perhaps",
        "?purposeId=a%40b"
      })
  void a_selection_that_is_none_is_refused(String query) throws IOException {
    assertRefused(client().open(query), "INVALID_PARAMETER");
  }

  private void assertRefused(HttpResponse<InputStream> answer, String code) throws IOException {
    try (InputStream body = answer.body()) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(json.readTree(body).get("code").asString()).isEqualTo(code);
    }
  }

  @Test
  void whoever_does_not_read_holds_nothing_that_others_need() throws Exception {
    for (int time = 0; time < 3; time++) {
      write();
    }
    List<InputStream> sleeping = new ArrayList<>();
    try {
      for (int follower = 0; follower < 40; follower++) {
        sleeping.add(client().open("?after=0").body());
      }
      // There are 16 connections to the database.
      Answer answer = ledger.get("/api/v1/events?limit=10");
      assertThat(answer.status()).isEqualTo(200);
      LedgerClient.requireSuccess(ledger.giveConsent(person(), "letters", "1.0", ""));
    } finally {
      for (InputStream each : sleeping) {
        each.close();
      }
    }
  }

  @Test
  void a_node_that_ends_says_so_and_the_follower_goes_on_where_it_was() {
    long before = head();
    person();
    List<Told> heard = new ArrayList<>();
    FeedClient client = client();
    client.beginsAfter(Long.toString(before));
    try {
      client.follow(
          "",
          told -> {
            heard.add(told);
            feeds.stop();
            return true;
          });
    } finally {
      feeds.start();
    }
    assertThat(heard).extracting(Told::event).containsExactly("subject.registered", "feed.ended");
    assertThat(heard.getLast().json().get("reason").asString()).isEqualTo("SHUTTING_DOWN");
    assertThat(client.lastEventId()).isEqualTo(Long.toString(before + 1));
  }
}
