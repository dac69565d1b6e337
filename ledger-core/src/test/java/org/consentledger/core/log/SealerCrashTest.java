package org.consentledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.log.LogUnderTest.event;
import static org.consentledger.core.log.LogUnderTest.sealAll;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.consentledger.core.log.LogUnderTest.Crash;
import org.consentledger.core.log.entry.EventEntry;
import org.consentledger.core.log.entry.KeyRotationEntry;
import org.consentledger.core.log.entry.LogEntry;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One history, whatever ends the program in between, and however many seal at once. */
class SealerCrashTest {

  @TempDir private Path folder;
  private LogUnderTest ledger;

  @BeforeEach
  void prepare() {
    ledger = new LogUnderTest(folder);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void promise_5_a_thousand_crashes_make_no_second_history() {
    Random random = new Random(4829);
    Sealer sealer = ledger.sealer();
    sealer.open();
    int crashes = 0;
    while (crashes < 1000) {
      ledger.append(random.nextInt(3));
      try {
        switch (random.nextInt(12)) {
          case 0 -> sealer.changeKey();
          case 1, 2, 3, 4, 5 -> sealer.seal();
          default -> sealer.sign(Duration.ZERO);
        }
        if (random.nextInt(3) == 0) {
          throw new Crash(); // between two calls
        }
      } catch (Crash crash) {
        crashes++;
        sealer = opened(random);
      }
    }
    sealAll(sealer);
    assertOneHistory();
    assertThat(ledger.log().keys().size()).isGreaterThan(10);
  }

  /** The next process may crash already while it opens the log. */
  private Sealer opened(Random random) {
    while (true) {
      Sealer next = ledger.crashingAfter(random.nextInt(6), random.nextBoolean());
      try {
        next.open();
        return next;
      } catch (Crash whileOpening) {
        // and is started again
      }
    }
  }

  private void assertOneHistory() {
    List<LogEntry> leaves = ledger.entries().stream().map(LogEntry::parse).toList();
    List<Long> positions = new ArrayList<>();
    Map<String, Long> sequences = new HashMap<>();
    for (LogEntry leaf : leaves) {
      if (leaf instanceof EventEntry event) {
        positions.add(event.position());
        assertThat(event.sequence()).isEqualTo(sequences.getOrDefault(event.aggregateId(), 0L));
        sequences.put(event.aggregateId(), event.sequence() + 1);
      }
    }
    assertThat(positions)
        .isEqualTo(
            ledger
                .database
                .ownerClient()
                .sql("select position from event order by position")
                .query(Long.class)
                .list());
    for (Checkpoint checkpoint : sample(ledger.checkpoints())) {
      assertThat(checkpoint.root()).isEqualTo(ledger.naiveRoot(checkpoint.size()));
    }
  }

  private static List<Checkpoint> sample(List<Checkpoint> all) {
    return all.stream().filter(each -> all.indexOf(each) % (1 + all.size() / 12) == 0).toList();
  }

  @ParameterizedTest
  @CsvSource({"0,false", "0,true", "1,false", "1,true", "2,false", "2,true", "3,false", "3,true"})
  void a_change_of_the_key_that_crashed_is_ended_at_the_next_start(
      int transactions, boolean committed) throws Exception {
    Sealer first = ledger.sealer();
    first.open();
    ledger.append(5);
    sealAll(first);
    VerifierKey before = ledger.log().keys().getLast();

    // Opening an untouched log takes two transactions.
    Sealer crashing = ledger.crashingAfter(2 + transactions, committed);
    crashing.open();
    try {
      crashing.changeKey();
    } catch (Crash crash) {
      // as meant; or it ended before
    }
    Sealer next = ledger.sealer();
    next.open();
    if (ledger.log().keys().size() == 1) {
      next.changeKey(); // the crash came before anything was kept
    }
    ledger.append(5);
    sealAll(next);

    assertThat(ledger.log().keys()).hasSize(2).startsWith(before);
    VerifierKey after = ledger.log().keys().getLast();
    assertThat(ledger.keyFile.read())
        .singleElement()
        .satisfies(key -> assertThat(key.verifierKey()).isEqualTo(after));
    List<LogEntry> leaves = ledger.entries().stream().map(LogEntry::parse).toList();
    assertThat(leaves.get(6))
        .isInstanceOfSatisfying(
            KeyRotationEntry.class,
            it -> {
              assertThat(it.oldKey()).isEqualTo(before);
              assertThat(it.newKey()).isEqualTo(after);
            });
    assertThat(signers(6)).containsExactly(before);
    assertThat(signers(7)).containsExactly(before, after);
    assertThat(signers(12)).containsExactly(after);
    assertOneHistory();
  }

  private List<VerifierKey> signers(long size) {
    String note =
        ledger
            .database
            .ownerClient()
            .sql("select note from ledger_checkpoint where size = :size")
            .param("size", size)
            .query(String.class)
            .single();
    return SignedNote.parse(note).open(ledger.log().keys()).stream().toList();
  }

  @Test
  void promise_5_writers_and_two_sealers_at_once_make_one_history() throws Exception {
    AtomicBoolean writing = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> sealers = new ArrayList<>();
      for (int node = 0; node < 2; node++) {
        Sealer sealer = ledger.sealer();
        sealer.open();
        sealers.add(
            threads.submit(
                () -> {
                  while (writing.get()) {
                    sealer.seal();
                    sealer.sign(Duration.ZERO);
                  }
                }));
      }
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 48; writer++) {
        writers.add(threads.submit(this::write));
      }
      try {
        for (Future<?> writer : writers) {
          writer.get();
        }
      } finally {
        writing.set(false);
      }
      for (Future<?> sealer : sealers) {
        sealer.get();
      }
    }
    Sealer last = ledger.sealer();
    last.open();
    sealAll(last);

    assertThat(ledger.entries()).hasSize(1 + 48 * 20);
    assertOneHistory();
  }

  /** Twenty events, and as many that are rolled back because their place is taken. */
  private void write() {
    UUID subject = UUID.randomUUID();
    for (int sequence = 0; sequence < 20; sequence++) {
      ledger.append(event(subject, sequence));
      try {
        ledger.append(event(subject, sequence));
        throw new AssertionError("A sequence number was given twice.");
      } catch (org.consentledger.core.eventstore.ConstraintViolated rolledBack) {
        assertThat(rolledBack.constraint()).isEqualTo("event_aggregate_sequence");
      }
    }
  }
}
