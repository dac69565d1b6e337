package org.consentledger.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.eventstore.Nodes.ACTOR;
import static org.consentledger.core.eventstore.Nodes.rectify;
import static org.consentledger.core.eventstore.Nodes.registered;
import static org.consentledger.core.eventstore.Nodes.taking;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.consentledger.core.vocabulary.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 3 with commands that meet at the same subjects, while some of them are rolled back. */
class OneOrderTest {

  private static final int SUBJECTS = 200;
  private static final int WRITERS = 32;
  private static final int COMMANDS = 40;

  private final Nodes nodes = new Nodes();

  @AfterEach
  void close() {
    nodes.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void promise_3_readers_of_any_kind_see_every_event_once_in_one_order_while_commands_collide(
      int numberOfNodes) throws Exception {
    List<Commands> commands = new ArrayList<>();
    for (int i = 0; i < numberOfNodes; i++) {
      commands.add(nodes.start());
    }
    List<SubjectId> subjects = new ArrayList<>();
    for (int i = 0; i < SUBJECTS; i++) {
      subjects.add(registered(commands.getFirst()));
    }
    Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    Queue<Integer> refused = new ConcurrentLinkedQueue<>();
    AtomicBoolean writing = new AtomicBoolean(true);
    List<Long> read;
    List<Long> tracked;
    List<Long> polled;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Long>> reader = threads.submit(() -> read(writing));
      Future<List<Long>> tracker = threads.submit(() -> track(writing));
      Future<List<Long>> poller = threads.submit(() -> poll(writing));
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        Commands node = commands.get(writer % numberOfNodes);
        Random random = new Random(writer);
        writers.add(threads.submit(() -> write(node, random, subjects, acknowledged, refused)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      writing.set(false);
      read = reader.get();
      tracked = tracker.get();
      polled = poller.get();
    }

    assertThat(refused).as("some were rolled back").isNotEmpty();
    long last = SUBJECTS + acknowledged.size();
    List<Long> all = LongStream.rangeClosed(1, last).boxed().toList();
    assertThat(read).isEqualTo(all);
    assertThat(tracked).isEqualTo(all);
    assertThat(polled).isEqualTo(all);
    assertThat(nodes.storedEvents()).doesNotHaveDuplicates().containsAll(acknowledged);
    assertThat(brokenSequences()).isZero();
    assertThat(timesRunningBackwards()).isZero();
  }

  private static void write(
      Commands node,
      Random random,
      List<SubjectId> subjects,
      Queue<UUID> acknowledged,
      Queue<Integer> refused) {
    for (int i = 0; i < COMMANDS; i++) {
      SubjectId subject = subjects.get(random.nextInt(SUBJECTS));
      boolean risky = random.nextInt(4) == 0;
      int number = random.nextInt(80);
      try {
        Appended appended =
            node.execute(rectify(subject), ACTOR, null, risky ? taking(number) : Attachment.none());
        acknowledged.addAll(appended.eventIds());
      } catch (ConstraintViolated second) {
        assertThat(second.constraint()).isEqualTo("taken_pkey");
        refused.add(number);
      }
    }
  }

  private List<Long> read(AtomicBoolean writing) {
    List<Long> seen = new ArrayList<>();
    while (true) {
      boolean last = !writing.get();
      List<Long> more =
          nodes.log().read(seen.isEmpty() ? 0 : seen.getLast(), 64).stream()
              .map(RecordedEvent::position)
              .toList();
      seen.addAll(more);
      if (more.isEmpty() && last) {
        return seen;
      }
    }
  }

  /** As Axon's own processors read: from token to token. */
  private List<Long> track(AtomicBoolean writing) {
    EventStorageEngine storage = nodes.storage();
    List<Long> seen = new ArrayList<>();
    TrackingToken token = null;
    while (true) {
      boolean last = !writing.get();
      int before = seen.size();
      try (Stream<? extends TrackedEventMessage<?>> events = storage.readEvents(token, false)) {
        for (TrackedEventMessage<?> event : events.toList()) {
          token = event.trackingToken();
          seen.add(token.position().orElseThrow());
        }
      }
      if (seen.size() == before && last) {
        return seen;
      }
    }
  }

  /** As anybody reads who knows SQL and nothing else. */
  private List<Long> poll(AtomicBoolean writing) {
    List<Long> seen = new ArrayList<>();
    while (true) {
      boolean last = !writing.get();
      List<Long> more =
          nodes
              .database
              .programClient()
              .sql("select position from event where position > :last order by position")
              .param("last", seen.isEmpty() ? 0L : seen.getLast())
              .query(Long.class)
              .list();
      seen.addAll(more);
      if (more.isEmpty() && last) {
        return seen;
      }
    }
  }

  private long brokenSequences() {
    return nodes
        .database
        .ownerClient()
        .sql(
            """
            select count(*) from (
              select sequence, row_number() over (partition by aggregate_id order by position) - 1 as place from event
            ) as numbered where sequence <> place
            """)
        .query(Long.class)
        .single();
  }

  private long timesRunningBackwards() {
    return nodes
        .database
        .ownerClient()
        .sql(
            """
            select count(*) from (
              select recorded_at, lag(recorded_at) over (order by position) as before from event
            ) as timed where recorded_at < before
            """)
        .query(Long.class)
        .single();
  }
}
