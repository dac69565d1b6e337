package org.consentledger.api.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.consentledger.api.cost.StatementsSent.Sent;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How often one waits for the database: what a clock on a shared machine could not tell. */
class CommandCostTest extends WatchedLedger {

  @Autowired private DataSource dataSource;

  private LedgerClient ledger;

  @BeforeEach
  void publish() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }

  /** Round trips of the request, and of the transaction that records. */
  private record Cost(int reading, int recording) {}

  private String somebody() {
    return ledger.register("letters", UUID.randomUUID() + "@example.kz");
  }

  private String somebodyWhoConsented() {
    String subject = somebody();
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    return subject;
  }

  /** Of the second time: the first one may fill what is kept in memory. */
  private Cost cost(Supplier<Answer> first, Supplier<Answer> second) {
    LedgerClient.requireSuccess(first.get());
    statements.forget();
    LedgerClient.requireSuccess(second.get());
    return new Cost(
        statements.all(Sent::isOfRequest).size(), statements.all(Sent::isOfAppender).size());
  }

  private Cost cost(Function<String, Answer> command) {
    String one = somebodyWhoConsented();
    String other = somebodyWhoConsented();
    return cost(() -> command.apply(one), () -> command.apply(other));
  }

  @Test
  void a_person_is_registered() {
    Supplier<Answer> register =
        () ->
            ledger.post(
                "/api/v1/subjects",
                """
                {"identifiers":{"email":"%s@example.kz"},"purposeId":"letters","source":"FORM",
                 "language":"kk"}
                """
                    .formatted(UUID.randomUUID()));
    assertThat(cost(register, register)).isEqualTo(new Cost(2, 9));
  }

  @Test
  void a_first_consent_is_given() {
    String one = somebody();
    String other = somebody();
    assertThat(
            cost(
                () -> ledger.giveConsent(one, "letters", "1.0", ""),
                () -> ledger.giveConsent(other, "letters", "1.0", "")))
        .isEqualTo(new Cost(1, 10));
  }

  @Test
  void a_consent_is_withdrawn() {
    assertThat(cost(subject -> ledger.withdraw(subject, "letters"))).isEqualTo(new Cost(2, 10));
  }

  @Test
  void an_act_of_processing_is_decided_and_recorded() {
    assertThat(cost(subject -> ledger.process(subject, "letters", "USE", "")))
        .isEqualTo(new Cost(1, 7));
  }

  @Test
  void one_question_is_decided() {
    assertThat(cost(subject -> ledger.decide(subject, "letters", "USE"))).isEqualTo(new Cost(1, 0));
  }

  @Test
  void a_thousand_questions_are_decided_at_once() {
    List<String> subjects = List.of(somebodyWhoConsented(), somebody(), somebodyWhoConsented());
    Supplier<Answer> ask =
        () ->
            ledger.postLines(
                "/api/v1/decisions/batch",
                IntStream.range(0, 1000)
                    .mapToObj(
                        i ->
                            "{\"subjectId\":\"%s\",\"purposeId\":\"letters\",\"action\":\"USE\"}"
                                .formatted(subjects.get(i % 3)))
                    .collect(Collectors.joining("\n")));
    assertThat(cost(ask, ask)).isEqualTo(new Cost(2, 0));
  }

  @Test
  void commands_that_wait_together_are_recorded_by_as_many_statements_as_one() throws Exception {
    List<String> subjects = IntStream.range(0, 42).mapToObj(i -> somebody()).toList();
    LedgerClient.requireSuccess(ledger.giveConsent(subjects.get(0), "letters", "1.0", ""));
    statements.forget();
    LedgerClient.requireSuccess(ledger.giveConsent(subjects.get(1), "letters", "1.0", ""));
    int alone = statements.all(Sent::isOfAppender).size();
    statements.forget();

    List<String> together = subjects.subList(2, subjects.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection turn = dataSource.getConnection()) {
      turn.setAutoCommit(false);
      turn.createStatement().executeQuery("select take_turn()").close();
      List<Future<Answer>> answers = new ArrayList<>();
      for (String subject : together) {
        answers.add(threads.submit(() -> ledger.giveConsent(subject, "letters", "1.0", "")));
      }
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (statements.all(CommandCostTest::readsSubject).size() < together.size()) {
        assertThat(System.nanoTime()).as("all have read what they need").isLessThan(deadline);
        LockSupport.parkNanos(5_000_000);
      }
      turn.rollback();
      for (Future<Answer> answer : answers) {
        LedgerClient.requireSuccess(answer.get());
      }
    }

    List<Integer> transactions = new ArrayList<>();
    int length = 0;
    for (Sent sent : statements.all(Sent::isOfAppender)) {
      length++;
      if (sent.sql().equals(StatementsSent.COMMIT)) {
        transactions.add(length);
        length = 0;
      }
    }
    assertThat(transactions).hasSizeLessThan(together.size() / 4);
    assertThat(transactions).allSatisfy(it -> assertThat(it).isLessThanOrEqualTo(alone));
  }

  /** Each command does so once; what the registers hold may be read for several. */
  private static boolean readsSubject(Sent sent) {
    return sent.isOfRequest() && sent.sql().contains("left join current_subject");
  }
}
