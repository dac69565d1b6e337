package org.consentledger.projections.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.Samples.NEWSLETTER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.consentledger.core.decision.Decide;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.ConstraintViolated;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Promise 1: once a withdrawal, block, anonymisation or destruction has been answered, no decision
 * on any node says yes on the strength of what was withdrawn. Two nodes, and many threads on few
 * people.
 */
class WithdrawalIsImmediateTest {

  private static final int THREADS = 16;
  private static final int PEOPLE = 4;
  private static final int ROUNDS = 60;
  private static final long SEED = 4829;

  private static TestDatabase database;
  private static List<LedgerUnderTest> nodes;

  /** What a thread was told, and the positions between which the history stood while it asked. */
  private record Told(
      SubjectId subject, long acknowledgedBefore, long headAfter, Decision answer) {}

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    nodes =
        List.of(
            LedgerUnderTest.startWithoutFollowing(database).withSampleRegisters(),
            LedgerUnderTest.startWithoutFollowing(database));
  }

  @AfterAll
  static void end() {
    nodes.forEach(LedgerUnderTest::close);
    database.close();
  }

  @Test
  void promise_1_what_was_withdrawn_permits_nothing_from_its_acknowledgement_on() throws Exception {
    List<Person> people = people(PEOPLE);
    Map<SubjectId, AtomicLong> ended = counters(people);
    List<Told> told =
        atOnce(
            (thread, random, answers) -> {
              LedgerUnderTest node = nodes.get(thread % 2);
              for (int round = 0; round < ROUNDS; round++) {
                Person person = people.get(random.nextInt(PEOPLE)).at(node);
                AtomicLong last = ended.get(person.id());
                switch (random.nextInt(4)) {
                  case 0 -> tried(() -> person.gives(NEWSLETTER));
                  case 1 -> tried(() -> person.withdraws(NEWSLETTER)).ifPresent(raise(last));
                  default -> {
                    long acknowledged = last.get();
                    Decision answer = person.mayBeUsedFor(NEWSLETTER);
                    answers.add(new Told(person.id(), acknowledged, 0, answer));
                  }
                }
              }
            });
    Map<UUID, Long> positions = positions();
    assertThat(told).extracting(one -> one.answer().isPermitted()).contains(true, false);
    assertThat(told)
        .filteredOn(one -> one.answer().isPermitted())
        .allSatisfy(
            one ->
                assertThat(positions.get(one.answer().evidence().getFirst()))
                    .as("the consent on which %s was permitted", one.subject())
                    .isGreaterThan(one.acknowledgedBefore()));
  }

  @Test
  void promise_1_every_decision_is_made_on_a_state_no_older_than_what_was_acknowledged()
      throws Exception {
    List<Person> people = people(PEOPLE);
    Map<SubjectId, AtomicLong> acknowledged = counters(people);
    List<Told> told =
        atOnce(
            (thread, random, answers) -> {
              LedgerUnderTest node = nodes.get(thread % 2);
              for (int round = 0; round < ROUNDS; round++) {
                Person person = people.get(random.nextInt(PEOPLE)).at(node);
                AtomicLong last = acknowledged.get(person.id());
                switch (random.nextInt(8)) {
                  case 0 -> tried(() -> person.gives(NEWSLETTER)).ifPresent(raise(last));
                  case 1 -> tried(() -> person.withdraws(NEWSLETTER)).ifPresent(raise(last));
                  case 2 -> tried(person::isBlocked).ifPresent(raise(last));
                  case 3 -> tried(person::isUnblocked).ifPresent(raise(last));
                  default -> {
                    long before = last.get();
                    Decision answer =
                        round % 2 == 0
                            ? person.mayBeUsedFor(NEWSLETTER)
                            : node.decisions()
                                .now(List.of(person.use(NEWSLETTER)), node.now())
                                .getFirst();
                    answers.add(new Told(person.id(), before, node.progress().head(), answer));
                  }
                }
              }
            });
    assertThat(told).extracting(one -> one.answer().isPermitted()).contains(true, false);
    assertAllMadeOnTheHistoryOfTheirTime(told);
  }

  @Test
  void promise_1_nobody_who_was_anonymised_or_destroyed_is_processed_any_more() throws Exception {
    List<Person> people = people(THREADS * 4);
    people.forEach(person -> person.gives(NEWSLETTER));
    Set<SubjectId> gone = ConcurrentHashMap.newKeySet();
    List<Told> told =
        atOnce(
            (thread, random, answers) -> {
              LedgerUnderTest node = nodes.get(thread % 2);
              for (int round = 0; round < ROUNDS; round++) {
                Person person = people.get(random.nextInt(people.size())).at(node);
                if (round % 15 == 0) {
                  tried(round % 2 == 0 ? person::isAnonymised : person::isDestroyed);
                  gone.add(person.id());
                }
                tried(() -> person.gives(NEWSLETTER));
                boolean wasGone = gone.contains(person.id());
                Decision answer = person.mayBeUsedFor(NEWSLETTER);
                answers.add(new Told(person.id(), wasGone ? 1 : 0, 0, answer));
              }
            });
    assertThat(told).extracting(Told::acknowledgedBefore).contains(0L, 1L);
    assertThat(told)
        .filteredOn(one -> one.acknowledgedBefore() == 1)
        .allSatisfy(one -> assertThat(one.answer().isPermitted()).isFalse());
    assertThat(told)
        .filteredOn(one -> one.acknowledgedBefore() == 0)
        .anySatisfy(one -> assertThat(one.answer().isPermitted()).isTrue());
  }

  /** What one of many threads does. */
  private interface Work {
    void run(int thread, Random random, List<Told> answers);
  }

  private interface Act {
    Appended carryOut();
  }

  /** A refusal changes nothing; nor does a command that another node was ahead of too often. */
  private static Optional<Appended> tried(Act act) {
    try {
      return Optional.of(act.carryOut()).filter(appended -> !appended.eventIds().isEmpty());
    } catch (Refused | ConstraintViolated nothingChanged) {
      return Optional.empty();
    }
  }

  private static Consumer<Appended> raise(AtomicLong last) {
    return appended -> last.accumulateAndGet(appended.position(), Math::max);
  }

  private static List<Told> atOnce(Work work)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<Future<List<Told>>> threads = new ArrayList<>();
    List<Told> told = new ArrayList<>();
    AtomicBoolean begin = new AtomicBoolean();
    try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        threads.add(
            executor.submit(
                () -> {
                  List<Told> answers = new ArrayList<>();
                  while (!begin.get()) {
                    Thread.onSpinWait();
                  }
                  work.run(thread, new Random(SEED + thread), answers);
                  return answers;
                }));
      }
      begin.set(true);
      for (Future<List<Told>> thread : threads) {
        told.addAll(thread.get(60, TimeUnit.SECONDS));
      }
    }
    return told;
  }

  /** Folds each history once, and looks for the answer among the states of its time. */
  private static void assertAllMadeOnTheHistoryOfTheirTime(List<Told> told) {
    Map<SubjectId, Map<Long, SubjectState>> states = new HashMap<>();
    Map<SubjectId, SubjectState> latest = new HashMap<>();
    for (RecordedEvent event : nodes.getFirst().eventLog().read(0, Integer.MAX_VALUE)) {
      if (event.payload() instanceof SubjectEvent of) {
        SubjectState state = SubjectState.evolve(latest.get(of.subjectId()), of, event.eventId());
        latest.put(of.subjectId(), state);
        states
            .computeIfAbsent(of.subjectId(), subject -> new HashMap<>())
            .put(event.position(), state);
      }
    }
    Registers registers = nodes.getFirst().registers().current();
    for (Told one : told) {
      assertThat(possible(one, states.get(one.subject()), registers))
          .as("answers that could be given between %s", one)
          .contains(one.answer());
    }
  }

  private static Set<Decision> possible(
      Told told, Map<Long, SubjectState> states, Registers registers) {
    long first =
        states.keySet().stream()
            .filter(position -> position <= told.acknowledgedBefore())
            .max(Long::compare)
            .orElse(0L);
    Set<Decision> possible = new HashSet<>();
    for (Map.Entry<Long, SubjectState> state : states.entrySet()) {
      if (state.getKey() >= first && state.getKey() <= told.headAfter()) {
        possible.add(
            Decide.decide(
                state.getValue(),
                registers,
                new Person(nodes.getFirst(), told.subject()).use(NEWSLETTER).question(),
                told.answer().moment()));
      }
    }
    return possible;
  }

  private static List<Person> people(int number) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      people.add(Person.registered(nodes.getFirst()));
    }
    return people;
  }

  private static Map<SubjectId, AtomicLong> counters(List<Person> people) {
    Map<SubjectId, AtomicLong> counters = new HashMap<>();
    people.forEach(person -> counters.put(person.id(), new AtomicLong()));
    return counters;
  }

  private static Map<UUID, Long> positions() {
    Map<UUID, Long> positions = new HashMap<>();
    nodes
        .getFirst()
        .eventLog()
        .read(0, Integer.MAX_VALUE)
        .forEach(event -> positions.put(event.eventId(), event.position()));
    return positions;
  }
}
