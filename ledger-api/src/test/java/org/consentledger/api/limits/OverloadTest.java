package org.consentledger.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.consentledger.api.testing.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** More than a node can do: refused at once, nothing lost, nothing half done, and over at once. */
class OverloadTest extends LimitedLedger {

  private static final int SENT = 60;

  @Autowired private DataSource dataSource;

  /** A command, and what became of it. */
  private record Sent(String email, String key, Answer answer) {}

  private static void holdTurn(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.createStatement().executeQuery("select take_turn()").close();
  }

  private Sent register(String email, String key) {
    return new Sent(
        email,
        key,
        ledger.post(
            "/api/v1/subjects",
            """
            {"identifiers":{"email":"%s"},"purposeId":"letters","source":"FORM","language":"kk"}
            """
                .formatted(email),
            key));
  }

  private boolean isKnown(String email) {
    Answer answer = ledger.post("/api/v1/subjects/lookup", "{\"email\":\"%s\"}".formatted(email));
    assertThat(answer.status()).isIn(200, 404);
    return answer.status() == 200;
  }

  private double refused(String reason) {
    return ledger
        .get("/actuator/prometheus")
        .text()
        .lines()
        .filter(line -> line.startsWith("ledger_refused_total{reason=\"" + reason + "\"}"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .sum();
  }

  private static List<Sent> take(BlockingQueue<Sent> answers, int number) throws Exception {
    List<Sent> taken = new ArrayList<>();
    while (taken.size() < number) {
      Sent sent = answers.poll(20, TimeUnit.SECONDS);
      assertThat(sent).as("an answer while the others wait").isNotNull();
      taken.add(sent);
    }
    return taken;
  }

  @Test
  void past_capacity_commands_are_refused_at_once_and_what_was_taken_in_is_all_recorded()
      throws Exception {
    double refusedBefore = refused("commands");
    BlockingQueue<Sent> answers = new LinkedBlockingQueue<>();
    List<Sent> refused;
    List<Sent> recorded;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection turn = dataSource.getConnection()) {
      holdTurn(turn);
      for (int i = 0; i < SENT; i++) {
        threads.submit(
            () ->
                answers.add(register(UUID.randomUUID() + "@example.kz", "k" + UUID.randomUUID())));
      }
      refused = take(answers, SENT - PLACES); // nothing can be recorded yet
      assertThat(answers).as("the others wait").isEmpty();
      turn.rollback();
      recorded = take(answers, PLACES);
    }

    assertThat(refused)
        .allSatisfy(
            it -> {
              assertThat(it.answer().status()).isEqualTo(503);
              assertThat(it.answer().code()).isEqualTo("OVERLOADED");
              assertThat(it.answer().header("Content-Type")).startsWith("application/problem+json");
              assertThat(Integer.parseInt(it.answer().header("Retry-After"))).isBetween(1, 10);
              assertThat(it.answer().text()).doesNotContain(it.email());
              assertThat(isKnown(it.email())).isFalse();
            });
    assertThat(recorded)
        .allSatisfy(
            it -> {
              assertThat(it.answer().status()).as(it.answer().text()).isEqualTo(201);
              assertThat(isKnown(it.email())).isTrue();
            });
    assertThat(refused("commands") - refusedBefore).isEqualTo(SENT - PLACES);

    // It is over at once: who was refused comes again, with the same key, and is recorded once.
    for (Sent again : refused) {
      assertThat(register(again.email(), again.key()).answer().status()).isEqualTo(201);
      Answer repeated = register(again.email(), again.key()).answer();
      assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    }
  }

  @Test
  void questions_are_answered_while_no_command_can_be_recorded() throws Exception {
    String subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");
    BlockingQueue<Sent> answers = new LinkedBlockingQueue<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection turn = dataSource.getConnection()) {
      holdTurn(turn);
      for (int i = 0; i < PLACES + 1; i++) {
        threads.submit(
            () ->
                answers.add(register(UUID.randomUUID() + "@example.kz", "k" + UUID.randomUUID())));
      }
      take(answers, 1);
      assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("DENY");
      turn.rollback();
      take(answers, PLACES);
    }
  }

  @Test
  void without_a_connection_questions_are_refused_until_there_is_one() throws Exception {
    String subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");
    double refusedBefore = refused("connections");
    List<Answer> answers = new ArrayList<>();
    List<Connection> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        takeAll(all);
        List<Future<Answer>> asked =
            Stream.generate(() -> threads.submit(() -> ledger.decide(subject, "letters", "USE")))
                .limit(SENT)
                .toList();
        for (Future<Answer> answer : asked) {
          answers.add(answer.get());
        }
      } finally {
        for (Connection connection : all) {
          connection.close();
        }
      }
    }

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).as(answer.text()).isEqualTo(503);
              assertThat(answer.code()).isIn("OVERLOADED", "DATABASE_UNAVAILABLE");
              assertThat(answer.header("Retry-After")).isNotEmpty();
            });
    assertThat(answers).extracting(Answer::code).contains("OVERLOADED", "DATABASE_UNAVAILABLE");
    assertThat(refused("connections")).isGreaterThan(refusedBefore);
    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("DENY");
  }

  /** Until nobody else gets one in time. */
  private void takeAll(List<Connection> all) throws SQLException {
    while (true) {
      try {
        all.add(dataSource.getConnection());
      } catch (SQLTransientConnectionException noneLeft) {
        return;
      }
    }
  }
}
