package org.consentledger.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.consentledger.core.subject.RestrictionEvent.ProcessingUnblocked;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppenderTest {

  private static final Instant AT = Instant.parse("2026-02-28T19:00:00Z");

  /** Every number may be taken once; who is second is rolled back. */
  private static final String TAKE = "insert into taken (number) values (?)";

  private final EventSerializer serializer = new EventSerializer();
  private final List<Appender> nodes = new ArrayList<>();
  private final List<HikariDataSource> pools = new ArrayList<>();
  private TestDatabase database;

  @BeforeEach
  void prepare() {
    database = TestDatabase.create();
    database.ownerClient().sql("create table taken (number int primary key)").update();
    database.ownerClient().sql("grant insert, select on taken to ledger_program").update();
  }

  @AfterEach
  void close() {
    nodes.forEach(Appender::close);
    pools.forEach(HikariDataSource::close);
    database.close();
  }

  private Appender node(Clock clock, TransactionalProjection... projections) {
    HikariDataSource pool = database.programPool(4);
    pools.add(pool);
    Appender appender =
        new Appender(pool, serializer, clock, List.of(projections), Optional::empty);
    nodes.add(appender);
    return appender;
  }

  private static DomainEventMessage<?> event(UUID subject, long sequence) {
    return new GenericDomainEventMessage<>(
        "DataSubject",
        subject.toString(),
        sequence,
        new ProcessingUnblocked(new SubjectId(subject), Scope.EVERYTHING, null, AT));
  }

  private static Attachment taking(int number) {
    return new Attachment(List.of(Write.one(TAKE, number)), appended -> List.of());
  }

  private EventLog log() {
    return log(database.program());
  }

  private EventLog log(DataSource dataSource) {
    return new EventLog(new LedgerEventStorageEngine(dataSource, serializer, nodes.getFirst()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void promise_3_a_reader_sees_every_event_once_in_one_order(int numberOfNodes) throws Exception {
    for (int i = 0; i < numberOfNodes; i++) {
      node(Clock.systemUTC());
    }
    Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    Queue<UUID> refused = new ConcurrentLinkedQueue<>();
    AtomicBoolean writing = new AtomicBoolean(true);
    List<RecordedEvent> seen;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<RecordedEvent>> reader = threads.submit(() -> follow(writing));
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 32; writer++) {
        Appender node = nodes.get(writer % numberOfNodes);
        Random random = new Random(writer);
        writers.add(threads.submit(() -> write(node, random, acknowledged, refused)));
      }
      try {
        for (Future<?> writer : writers) {
          writer.get();
        }
      } finally {
        writing.set(false); // the reader would follow for ever
      }
      seen = reader.get();
    }

    assertThat(refused).as("some were rolled back").isNotEmpty();
    assertThat(seen.stream().map(RecordedEvent::position))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, seen.size()).boxed().toList());
    assertThat(seen.stream().map(RecordedEvent::eventId))
        .containsExactlyInAnyOrderElementsOf(acknowledged)
        .doesNotContainAnyElementsOf(refused);
    Map<String, Long> sequences = new HashMap<>();
    for (RecordedEvent event : seen) {
      assertThat(event.sequence()).isEqualTo(sequences.getOrDefault(event.aggregateId(), 0L));
      sequences.put(event.aggregateId(), event.sequence() + 1);
    }
  }

  private static void write(
      Appender node, Random random, Queue<UUID> acknowledged, Queue<UUID> refused) {
    for (int i = 0; i < 40; i++) {
      UUID subject = UUID.randomUUID();
      for (long sequence = 0; sequence < 2; sequence++) {
        DomainEventMessage<?> event = event(subject, sequence);
        UUID eventId = UUID.fromString(event.getIdentifier());
        boolean risky = sequence == 1 && random.nextInt(3) == 0;
        try {
          node.append(List.of(event), risky ? taking(random.nextInt(50)) : Attachment.none());
          acknowledged.add(eventId);
        } catch (ConstraintViolated second) {
          assertThat(second.constraint()).isEqualTo("taken_pkey");
          refused.add(eventId);
        }
      }
    }
  }

  private List<RecordedEvent> follow(AtomicBoolean writing) {
    List<RecordedEvent> seen = new ArrayList<>();
    while (true) {
      boolean last = !writing.get();
      List<RecordedEvent> more = log().read(seen.isEmpty() ? 0 : seen.getLast().position(), 500);
      seen.addAll(more);
      if (more.isEmpty() && last) {
        return seen;
      }
    }
  }

  @Test
  void one_sequence_number_is_given_once() {
    Appender node = node(Clock.systemUTC());
    UUID subject = UUID.randomUUID();
    node.append(List.of(event(subject, 0)), Attachment.none());

    assertThatThrownBy(() -> node.append(List.of(event(subject, 0)), Attachment.none()))
        .isInstanceOfSatisfying(
            ConstraintViolated.class,
            it -> assertThat(it.constraint()).isEqualTo("event_aggregate_sequence"));
  }

  @Test
  void what_goes_with_events_is_written_only_with_events() {
    Appender node = node(Clock.systemUTC());
    Attachment both =
        new Attachment(List.of(Write.one(TAKE, 1)), appended -> List.of(Write.one(TAKE, 2)));

    Appended nothing = node.append(List.of(), both);

    assertThat(nothing.eventIds()).isEmpty();
    assertThat(database.ownerClient().sql("select number from taken").query(Integer.class).list())
        .containsExactly(2);
  }

  @Test
  void a_projection_that_fails_takes_its_events_with_it() {
    Appender node =
        node(
            Clock.systemUTC(),
            (connection, events) -> {
              throw new SQLException("on purpose", "XX000");
            });

    assertThatThrownBy(() -> node.append(List.of(event(UUID.randomUUID(), 0)), taking(1)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(log().read(0, 10)).isEmpty();
    assertThat(database.ownerClient().sql("select number from taken").query().listOfRows())
        .isEmpty();
  }

  @Test
  void recorded_time_never_runs_backwards() {
    Instant noon = Instant.parse("2026-11-23T12:00:00Z");
    node(Clock.fixed(noon, ZoneOffset.UTC))
        .append(List.of(event(UUID.randomUUID(), 0)), Attachment.none());

    Appended later =
        node(Clock.fixed(noon.minusSeconds(60), ZoneOffset.UTC))
            .append(List.of(event(UUID.randomUUID(), 0)), Attachment.none());

    assertThat(later.recordedAt()).isEqualTo(noon);
    assertThat(later.position()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update event set name = 'x'",
        "delete from event",
        "truncate event",
        "drop table event",
        "alter table event disable trigger all",
        "create or replace function take_turn() returns int language sql as 'select 1'"
      })
  void the_program_may_add_to_the_history_and_change_nothing_in_it(String statement) {
    node(Clock.systemUTC()).append(List.of(event(UUID.randomUUID(), 0)), Attachment.none());

    assertThatThrownBy(() -> database.programClient().sql(statement).update())
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, it -> assertThat(it.getSQLState()).isEqualTo("42501"));
    assertThat(log().read(0, 10)).hasSize(1);
  }

  @Test
  void promise_2_what_was_answered_is_there_once_when_connections_break() throws Exception {
    Appender node = node(Clock.systemUTC());
    Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 8; writer++) {
        writers.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 100; i++) {
                    DomainEventMessage<?> event = event(UUID.randomUUID(), 0);
                    try {
                      node.append(List.of(event), Attachment.none());
                      acknowledged.add(UUID.fromString(event.getIdentifier()));
                    } catch (LedgerUnavailable broken) {
                      assertThat(broken).hasMessageContaining("database");
                    }
                  }
                }));
      }
      for (int i = 0; i < 10; i++) {
        database.terminateProgramConnections();
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }

    // The connections of the other pools were ended, too, and some of them do not know it yet.
    HikariDataSource unbroken = database.programPool(1);
    pools.add(unbroken);
    assertThat(log(unbroken).read(0, 10_000).stream().map(RecordedEvent::eventId))
        .doesNotHaveDuplicates()
        .containsAll(acknowledged);
    assertThat(acknowledged).isNotEmpty();
  }

  @Test
  void who_gives_up_before_the_turn_came_is_not_recorded_and_who_was_begun_may_be()
      throws Exception {
    Appender node = impatient(Duration.ofMillis(300));
    List<Throwable> failures = new ArrayList<>();
    DomainEventMessage<?> begun = event(UUID.randomUUID(), 0);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection turn = database.program().getConnection()) {
      turn.setAutoCommit(false);
      turn.createStatement().executeQuery("select take_turn()").close();
      Future<?> first = threads.submit(() -> node.append(List.of(begun), Attachment.none()));
      awaitUnderWay(node);
      Future<?> second =
          threads.submit(
              () -> node.append(List.of(event(UUID.randomUUID(), 0)), Attachment.none()));
      for (Future<?> caller : List.of(first, second)) {
        failures.add(catchThrowableOfType(ExecutionException.class, caller::get).getCause());
      }
      turn.rollback();
    }

    assertThat(failures.getFirst()).isInstanceOf(LedgerUnavailable.class);
    assertThat(failures.getLast())
        .isInstanceOfSatisfying(
            LedgerOverloaded.class,
            it -> assertThat(it.reason()).isEqualTo(LedgerOverloaded.Reason.TURN));
    // Whatever was under way is done when the next is, and nothing else came between them.
    DomainEventMessage<?> next = event(UUID.randomUUID(), 0);
    assertThat(node.append(List.of(next), Attachment.none()).position()).isEqualTo(2);
    assertThat(log().read(0, 10).stream().map(it -> it.eventId().toString()))
        .containsExactly(begun.getIdentifier(), next.getIdentifier());
  }

  @Test
  void a_wait_is_expected_while_an_append_is_held_up_and_none_as_soon_as_it_ended()
      throws Exception {
    Appender node = node(Clock.systemUTC());
    assertThat(node.expectedWait()).isZero();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection turn = database.program().getConnection()) {
      turn.setAutoCommit(false);
      turn.createStatement().executeQuery("select take_turn()").close();
      Future<?> held =
          threads.submit(
              () -> node.append(List.of(event(UUID.randomUUID(), 0)), Attachment.none()));
      awaitUnderWay(node);
      Duration sooner = node.expectedWait();
      assertThat(node.expectedWait()).isGreaterThan(sooner);
      turn.rollback();
      held.get();
    }
    node.append(List.of(event(UUID.randomUUID(), 0)), Attachment.none());

    node.close(); // nothing is under way any more
    assertThat(node.expectedWait()).isZero();
  }

  @Test
  void at_the_end_what_was_taken_in_is_appended_and_the_rest_is_told_that_it_is_not()
      throws Exception {
    Appender node = node(Clock.systemUTC());
    Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      CountDownLatch some = new CountDownLatch(20);
      for (int writer = 0; writer < 16; writer++) {
        writers.add(threads.submit(() -> writeUntilTheEnd(node, acknowledged, some)));
      }
      some.await();
      node.close();
      for (Future<?> writer : writers) {
        writer.get(5, TimeUnit.SECONDS); // nobody waits for an appender that has ended
      }
    }

    assertThat(log().read(0, 100_000).stream().map(RecordedEvent::eventId))
        .containsExactlyInAnyOrderElementsOf(acknowledged);
  }

  private static void writeUntilTheEnd(
      Appender node, Queue<UUID> acknowledged, CountDownLatch some) {
    while (true) {
      DomainEventMessage<?> event = event(UUID.randomUUID(), 0);
      try {
        node.append(List.of(event), Attachment.none());
        acknowledged.add(UUID.fromString(event.getIdentifier()));
        some.countDown();
      } catch (LedgerOverloaded ending) {
        assertThat(ending.reason()).isEqualTo(LedgerOverloaded.Reason.ENDING);
        return;
      }
    }
  }

  private Appender impatient(Duration longestWait) {
    HikariDataSource pool = database.programPool(4);
    pools.add(pool);
    Appender appender =
        new Appender(
            pool,
            serializer,
            Clock.systemUTC(),
            List.of(),
            Optional::empty,
            AppendObserver.NONE,
            longestWait);
    nodes.add(appender);
    return appender;
  }

  private static void awaitUnderWay(Appender node) {
    while (node.expectedWait().isZero()) {
      Thread.onSpinWait();
    }
  }
}
