package org.consentledger.projections.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.projections.testing.LedgerUnderTest.waitUntil;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.subject.SubjectStatus;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.projections.history.HistoryProjection;
import org.consentledger.projections.history.HistoryQuery;
import org.consentledger.projections.search.SearchProjection;
import org.consentledger.projections.search.SubjectSearch;
import org.consentledger.projections.streaming.Rebuilds.Rebuild;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.consentledger.projections.testing.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Projections are rebuilt from the first event on while the ledger serves. */
class RebuildTest {

  /** More events than three batches of a rebuild. */
  private static final int PEOPLE = 800;

  private static final String WITNESS = "witness";

  private TestDatabase database;
  private LedgerUnderTest ledger;
  private Person destroyed;
  private Person withdrew;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.create();
    Witness.makeTable(WITNESS, database);
    ledger = LedgerUnderTest.start(database).withSampleRegisters();
    destroyed = Person.registered(ledger);
    destroyed.gives(NEWSLETTER);
    withdrew = Person.registered(ledger);
    withdrew.gives(NEWSLETTER);
    registerManyAtOnce(PEOPLE);
    withdrew.withdraws(NEWSLETTER);
    destroyed.isDestroyed();
    awaitAll();
  }

  @AfterEach
  void end() {
    ledger.close();
    database.close();
  }

  @Test
  void a_rebuild_ends_with_what_was_there_before() {
    List<String> history = history();
    List<String> search = search();
    emptyTables();
    try (Rebuilds rebuilds = ledger.rebuilds()) {
      rebuilds.start(HistoryProjection.NAME);
      rebuilds.start(SearchProjection.NAME);
      awaitEnd(rebuilds, HistoryProjection.NAME);
      awaitEnd(rebuilds, SearchProjection.NAME);
      Rebuild ended = rebuilds.find(HistoryProjection.NAME).orElseThrow();
      assertThat(ended.position()).isEqualTo(ended.target()).isEqualTo(ledger.progress().head());
      assertThat(ended.finishedAt()).isAfterOrEqualTo(ended.startedAt());
      assertThat(ended.failure()).isNull();
    }
    assertThat(history()).isEqualTo(history);
    assertThat(search()).isEqualTo(search);
  }

  @Test
  void a_rebuild_while_writers_go_on_ends_with_what_was_there_before_and_what_is_new()
      throws Exception {
    List<String> before = history();
    emptyTables();
    List<Appended> written;
    try (Rebuilds rebuilds = ledger.rebuilds()) {
      rebuilds.start(HistoryProjection.NAME);
      rebuilds.start(SearchProjection.NAME);
      written = writeUntil(() -> isOver(rebuilds, SearchProjection.NAME));
      awaitEnd(rebuilds, HistoryProjection.NAME);
      awaitEnd(rebuilds, SearchProjection.NAME);
    }
    awaitAll();
    assertThat(written).isNotEmpty();
    assertThat(history()).containsAll(before).hasSize(Math.toIntExact(ledger.progress().head()));
    assertThat(historyPositions()).isEqualTo(everything());
    List<String> search = search();
    emptyTables();
    rebuild(SearchProjection.NAME);
    assertThat(search()).isEqualTo(search);
    assertThat(search()).filteredOn(row -> row.startsWith("subject")).hasSameSizeAs(currentRows());
  }

  @Test
  void a_projection_serves_what_is_new_while_it_is_being_rebuilt() throws Exception {
    emptyTables();
    Gate gate = new Gate(ledger.projection(HistoryProjection.NAME), 2);
    try (Rebuilds rebuilds = ledger.rebuilds(List.of(gate))) {
      rebuilds.start(HistoryProjection.NAME);
      gate.awaitArrival();
      Person person = Person.registered(ledger);
      Appended given = person.gives(SURVEY);
      assertThat(ledger.history().find(of(person), 0, 10))
          .extracting(HistoryQuery.Item::position)
          .containsExactly(given.position() - 1, given.position());
      assertThat(isOver(rebuilds, HistoryProjection.NAME)).isFalse();
      gate.open();
      awaitEnd(rebuilds, HistoryProjection.NAME);
    }
    assertThat(historyPositions()).isEqualTo(everything());
  }

  @Test
  void an_interrupted_rebuild_goes_on_where_it_was() throws Exception {
    List<String> before = history();
    emptyTables();
    Gate gate = new Gate(ledger.projection(HistoryProjection.NAME), 2);
    Rebuilds interrupted = ledger.rebuilds(List.of(gate));
    interrupted.start(HistoryProjection.NAME);
    gate.awaitArrival();
    Thread closing = Thread.ofPlatform().start(interrupted::close);
    waitUntil("the node is ending", () -> closing.getState() == Thread.State.TIMED_WAITING);
    gate.open();
    closing.join(TimeUnit.SECONDS.toMillis(20));
    assertThat(closing.isAlive()).isFalse();

    Recorder recorder = new Recorder(ledger.projection(HistoryProjection.NAME));
    try (Rebuilds resumed = ledger.rebuilds(List.of(recorder))) {
      Rebuild left = resumed.find(HistoryProjection.NAME).orElseThrow();
      assertThat(left.finishedAt()).isNull();
      assertThat(left.position()).isPositive().isLessThan(left.target());
      resumed.resume();
      awaitEnd(resumed, HistoryProjection.NAME);
      assertThat(recorder.positions())
          .isEqualTo(LongStream.rangeClosed(left.position() + 1, left.target()).boxed().toList());
    }
    assertThat(history()).isEqualTo(before);
  }

  @Test
  void what_has_ended_is_not_resumed() {
    rebuild(HistoryProjection.NAME);
    Recorder recorder = new Recorder(ledger.projection(HistoryProjection.NAME));
    Rebuilds rebuilds = ledger.rebuilds(List.of(recorder));
    rebuilds.resume();
    rebuilds.close();
    assertThat(recorder.positions()).isEmpty();
  }

  @Test
  void a_rebuild_that_fails_says_so_keeps_its_place_and_goes_on_when_it_is_resumed() {
    Witness witness = new Witness(WITNESS, ledger.database());
    witness.failOn(event -> event.position() == 700);
    try (Rebuilds rebuilds = ledger.rebuilds(List.of(witness))) {
      rebuilds.start(WITNESS);
      waitUntil("the rebuild has failed", () -> failure(rebuilds) != null);
      assertThat(failure(rebuilds)).isEqualTo("IllegalStateException");
      assertThat(rebuilds.find(WITNESS).orElseThrow().position()).isEqualTo(500);
      assertThat(witness.takenIn()).isEqualTo(LongStream.rangeClosed(1, 500).boxed().toList());

      witness.heal();
      rebuilds.resume();
      awaitEnd(rebuilds, WITNESS);
      assertThat(failure(rebuilds)).isNull();
    }
    assertThat(witness.takenIn()).isEqualTo(everything());
  }

  @Test
  void of_several_nodes_one_works_on_a_projection_at_a_time() throws Exception {
    Recorder mine = new Recorder(ledger.projection(HistoryProjection.NAME));
    Gate gate = new Gate(mine, 1);
    try (LedgerUnderTest otherNode = LedgerUnderTest.startWithoutFollowing(database)) {
      Recorder theirs = new Recorder(otherNode.projection(HistoryProjection.NAME));
      try (Rebuilds here = ledger.rebuilds(List.of(gate));
          Rebuilds there = otherNode.rebuilds(List.of(theirs))) {
        here.start(HistoryProjection.NAME);
        gate.awaitArrival();
        there.resume();
        waitUntil(
            "the other node waits, or does not",
            () -> isAnybodyWaiting() || !theirs.positions().isEmpty());
        assertThat(theirs.positions()).isEmpty();
        gate.open();
        awaitEnd(here, HistoryProjection.NAME);
      }
      List<Long> together = new ArrayList<>(mine.positions());
      together.addAll(theirs.positions());
      assertThat(together).containsExactlyInAnyOrderElementsOf(everything());
    }
  }

  @Test
  void a_rebuild_never_brings_back_what_is_no_longer_so() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (Rebuilds rebuilds = ledger.rebuilds();
        ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Integer> looked =
          executor.submit(
              () -> {
                int looks = 0;
                for (; looks == 0 || !over.get(); looks++) {
                  assertNothingBroughtBack();
                }
                return looks;
              });
      rebuilds.start(SearchProjection.NAME);
      awaitEnd(rebuilds, SearchProjection.NAME);
      over.set(true);
      assertThat(looked.get(30, TimeUnit.SECONDS)).isPositive();
    }
    assertNothingBroughtBack();
  }

  @Test
  void whoever_was_destroyed_is_only_a_tombstone_after_a_rebuild_from_nothing() {
    emptyTables();
    rebuild(SearchProjection.NAME);
    assertNothingBroughtBack();
  }

  /** The events of both people are among the first; what is true of them is among the last. */
  private void assertNothingBroughtBack() {
    assertThat(
            ledger
                .search()
                .find(
                    new SubjectSearch.Filter(SubjectStatus.DESTROYED, null, null, null, null),
                    null,
                    10))
        .extracting(SubjectSearch.Found::subjectId, SubjectSearch.Found::language)
        .containsExactly(tuple(destroyed.id(), null));
    assertThat(
            ledger
                .search()
                .find(
                    new SubjectSearch.Filter(
                        null, null, null, NEWSLETTER, SubjectSearch.Answer.WITHDRAWN),
                    null,
                    10))
        .extracting(SubjectSearch.Found::subjectId)
        .containsExactly(withdrew.id());
    assertThat(
            ledger
                .database()
                .sql("select count(*) from consent_search where subject_id = :subject")
                .param("subject", destroyed.id().value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** Holds a rebuild before its n-th batch. */
  private static final class Gate implements Projection {

    private final Projection projection;
    private final int batch;
    private final AtomicInteger batches = new AtomicInteger();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    Gate(Projection projection, int batch) {
      this.projection = projection;
      this.batch = batch;
    }

    void awaitArrival() throws InterruptedException {
      assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
    }

    void open() {
      opened.countDown();
    }

    @Override
    public String name() {
      return projection.name();
    }

    @Override
    public void project(List<RecordedEvent> events) {
      if (batches.incrementAndGet() == batch) {
        arrived.countDown();
        try {
          assertThat(opened.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
          throw new IllegalStateException(interrupted);
        }
      }
      projection.project(events);
    }
  }

  /** Writes down what a rebuild feeds. */
  private static final class Recorder implements Projection {

    private final Projection projection;
    private final List<Long> positions = new ArrayList<>();

    Recorder(Projection projection) {
      this.projection = projection;
    }

    synchronized List<Long> positions() {
      return List.copyOf(positions);
    }

    @Override
    public String name() {
      return projection.name();
    }

    @Override
    public void project(List<RecordedEvent> events) {
      synchronized (this) {
        events.forEach(event -> positions.add(event.position()));
      }
      projection.project(events);
    }
  }

  private boolean isAnybodyWaiting() {
    return ledger
        .database()
        .sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  private void rebuild(String projection) {
    try (Rebuilds rebuilds = ledger.rebuilds()) {
      rebuilds.start(projection);
      awaitEnd(rebuilds, projection);
    }
  }

  private static boolean isOver(Rebuilds rebuilds, String projection) {
    return rebuilds.find(projection).orElseThrow().finishedAt() != null;
  }

  private static void awaitEnd(Rebuilds rebuilds, String projection) {
    waitUntil("the rebuild has ended", () -> isOver(rebuilds, projection));
  }

  private static String failure(Rebuilds rebuilds) {
    return rebuilds.find(WITNESS).orElseThrow().failure();
  }

  private void registerManyAtOnce(int number) throws Exception {
    List<Future<Appended>> people = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      for (int i = 0; i < number; i++) {
        people.add(threads.submit(() -> Person.registered(ledger).gives(NEWSLETTER)));
      }
      for (Future<Appended> person : people) {
        assertThat(person.get(60, TimeUnit.SECONDS).eventIds()).hasSize(1);
      }
    }
  }

  /** Four writers, who change old and new people until the condition holds. */
  private List<Appended> writeUntil(BooleanSupplier over) throws Exception {
    List<Future<List<Appended>>> writers = new ArrayList<>();
    List<Appended> written = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int writer = 0; writer < 4; writer++) {
        writers.add(
            threads.submit(
                () -> {
                  List<Appended> mine = new ArrayList<>();
                  do {
                    Person person = Person.registered(ledger);
                    mine.add(person.gives(NEWSLETTER));
                    mine.add(person.isBlocked());
                    mine.add(withdrew.gives(SURVEY));
                  } while (!over.getAsBoolean());
                  return mine;
                }));
      }
      for (Future<List<Appended>> writer : writers) {
        written.addAll(writer.get(60, TimeUnit.SECONDS));
      }
    }
    return written;
  }

  private void awaitAll() {
    for (String projection : List.of(HistoryProjection.NAME, SearchProjection.NAME)) {
      waitUntil(
          "'" + projection + "' is up to date",
          () -> ledger.progress().of(projection) == ledger.progress().head());
    }
  }

  private void emptyTables() {
    database.ownerClient().sql("truncate history, subject_search, consent_search").update();
  }

  private static HistoryQuery.Filter of(Person person) {
    return new HistoryQuery.Filter(person.id(), null, null, null, null, null);
  }

  private List<Long> everything() {
    return LongStream.rangeClosed(1, ledger.progress().head()).boxed().toList();
  }

  private List<Long> historyPositions() {
    return ledger
        .database()
        .sql("select position from history order by position")
        .query(Long.class)
        .list();
  }

  private List<String> history() {
    return texts("select h::text from history h order by position");
  }

  private List<String> search() {
    return texts(
        """
        select 'subject ' || s::text from subject_search s
        union all select 'answer ' || c::text from consent_search c order by 1
        """);
  }

  private List<String> currentRows() {
    return texts("select subject_id::text from current_subject");
  }

  private List<String> texts(String sql) {
    return ledger.database().sql(sql).query(String.class).list();
  }
}
