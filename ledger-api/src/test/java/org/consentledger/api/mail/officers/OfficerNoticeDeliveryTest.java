package org.consentledger.api.mail.officers;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MailSink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;

/**
 * What officers are told reaches them at least once, whatever breaks, and on any number of nodes.
 */
class OfficerNoticeDeliveryTest extends OfficerStory {

  @Autowired private OfficerNoticeHealth health;
  @Autowired private OfficerLookout lookout;
  @Autowired private MeterRegistry metrics;

  @BeforeEach
  void noon() {
    letItBe("2031-06-09T12:00:00");
  }

  private static List<String> contents() {
    return SINK.receivedBy(FIRST).stream().map(OfficerStory::plain).toList();
  }

  @Test
  void what_the_server_does_not_take_is_tried_again_later_and_later_until_it_does() {
    AtomicInteger tries = new AtomicInteger();
    SINK.answerRecipients(
        recipient -> {
          tries.incrementAndGet();
          return "550 no such officer";
        });
    String request = received("QUESTION", "");
    tell();
    assertThat(tries).hasValue(1);
    letItBe("2031-06-09T12:00:00.900");
    tell();
    assertThat(tries).as("before its time").hasValue(1);
    letItBe("2031-06-09T12:00:02");
    tell();
    letItBe("2031-06-09T12:00:03");
    tell();
    assertThat(tries).as("twice as long").hasValue(2);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    letItBe("2031-06-09T13:00:01");
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(metrics.get("ledger.mail.notices.waiting").gauge().value()).isEqualTo(1);

    SINK.reset();
    tell();
    assertThat(contents()).singleElement().asString().contains(number(request));
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void a_server_that_is_away_loses_nothing_and_what_came_meanwhile_comes_too() {
    SINK.refuseConnections(true);
    String one = received("QUESTION", "");
    tell();
    String other = received("QUESTION", "");
    SINK.refuseConnections(false);
    letItBe("2031-06-09T12:01:00");
    tell();
    assertThat(String.join("\n", contents())).containsOnlyOnce(number(one));
    assertThat(String.join("\n", contents())).containsOnlyOnce(number(other));
  }

  @Test
  void what_the_server_may_have_taken_is_sent_again_with_the_same_message_id() {
    String request = received("QUESTION", "");
    AtomicInteger tries = new AtomicInteger();
    SINK.beforeTaken(
        recipient -> {
          if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("The connection breaks.");
          }
        });
    tell();
    letItBe("2031-06-09T12:01:00");
    tell();
    assertThat(contents()).singleElement().asString().contains(number(request));
    assertThat(tries).hasValue(2);
  }

  /** The program ends between the mail server's answer and the note that it was sent. */
  @Test
  void a_letter_that_was_being_sent_when_the_program_died_is_the_same_letter_again() {
    String request = received("QUESTION", "");
    tell();
    MailSink.Received sent = only(FIRST);
    String id = sent.header("Message-ID");
    database
        .sql(
            """
            insert into officer_notice (officer, kind, matter, since, due_at, attempts, letter_id)
            values ('first', 'REQUEST_RECEIVED', :request::uuid, '2031-06-09T07:00Z', '2031-06-09T07:01Z', 1, :letter::uuid)
            """)
        .param("request", request)
        .param("letter", id.replaceAll("[<>]|@.*", ""))
        .update();
    letItBe("2031-06-09T12:01:00");
    tell();
    assertThat(SINK.receivedBy(FIRST))
        .hasSize(2)
        .extracting(it -> it.header("Message-ID"))
        .containsOnly(id);
  }

  @Test
  void nodes_that_work_at_the_same_time_tell_each_matter_once() {
    List<String> requests =
        IntStream.range(0, 20).mapToObj(each -> received("QUESTION", "")).toList();
    CompletableFuture<?>[] nodes =
        Stream.generate(() -> CompletableFuture.runAsync(this::tell))
            .limit(4)
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(nodes).join();
    String all = String.join("\n", contents());
    assertThat(requests)
        .allSatisfy(it -> assertThat(all).containsOnlyOnce("№ " + number(it) + ","));
  }

  @Test
  void many_matters_are_one_letter_that_names_some_and_counts_the_others() {
    database
        .sql(
            """
            insert into officer_notice (officer, kind, matter, since, due_at)
            select 'first', 'REQUEST_RECEIVED', :request::uuid, '2031-06-09T07:00Z', '2031-06-09T07:00Z'
            from generate_series(1, 999)
            """)
        .param("request", received("QUESTION", ""))
        .update();
    tell();
    MailSink.Received letter = only(FIRST);
    assertThat(letter.header("Subject")).isEqualTo("The ledger: 1000 matters wait for you");
    assertThat(plain(letter)).contains("and 980 more\n  " + ADDRESS + "/console/requests\n");
  }

  @Test
  void what_is_for_an_officer_whom_nobody_names_any_more_is_forgotten() {
    database
        .sql(
            """
            insert into officer_notice (officer, kind, matter, since, due_at)
            values ('gone', 'REQUEST_DUE', gen_random_uuid(), now(), now())
            """)
        .update();
    tell();
    assertThat(database.sql("select count(*) from officer_notice").query(Long.class).single())
        .isZero();
  }

  @Test
  void what_was_found_is_noted_with_how_far_the_ledger_looked() {
    received("QUESTION", "");
    LedgerClient.requireSuccess(ledger.get("/api/v1/events?limit=1"));
    lookout.look();
    lookout.look();
    assertThat(
            database
                .sql("select count(*) from officer_notice where officer = 'first'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }
}
