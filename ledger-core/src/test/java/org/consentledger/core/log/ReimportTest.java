package org.consentledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.core.log.LogUnderTest.sealAll;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.core.eventstore.EventSerializer;
import org.consentledger.core.eventstore.RestoredEvents;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that was restored from an old backup gets back what it lacks. */
class ReimportTest {

  @TempDir private Path folder;
  private LogUnderTest ledger;
  private LogUnderTest restored;
  private SignedNote early;

  @BeforeEach
  void prepare() {
    ledger = new LogUnderTest(folder);
    Sealer sealer = ledger.sealer();
    sealer.open();
    ledger.append(300);
    sealAll(sealer);
    early = ledger.copies.getLast();
    ledger.append(20);
    sealer.changeKey();
    ledger.append(400);
    sealAll(sealer);
    restored = new LogUnderTest(folder);
    reimport().putBack(historyUpTo(early), done -> {});
    restored.copies.addAll(ledger.copies);
  }

  @AfterEach
  void close() {
    restored.close();
    ledger.close();
  }

  private Reimport reimport() {
    return new Reimport(
        restored.client(),
        restored.transactions(),
        new RestoredEvents(restored.transactionalDataSource(), new EventSerializer(), List.of()),
        Clock.systemUTC());
  }

  /** What an export would hold that ends with this checkpoint. */
  private ExportedHistory historyUpTo(SignedNote checkpoint) {
    List<byte[]> entries =
        ledger.entries().subList(0, (int) Checkpoint.parse(checkpoint.text()).size());
    return new ExportedHistory() {
      @Override
      public SignedNote checkpoint() {
        return checkpoint;
      }

      @Override
      public Stream<byte[]> entries() {
        return entries.stream();
      }

      @Override
      public Stream<Event> eventsAfter(long position) {
        return ledger.events().stream()
            .filter(event -> event.position() > position && event.position() < entries.size());
      }
    };
  }

  @Test
  void what_is_missing_is_put_back_and_the_log_goes_on() {
    assertThatThrownBy(() -> restored.sealer().open())
        .isInstanceOf(LogUnusable.class)
        .hasMessageContaining("ledger reimport");

    long putBack = reimport().putBack(historyUpTo(ledger.copies.getLast()), done -> {});

    assertThat(putBack).isEqualTo(420);
    assertThat(restored.entries()).containsExactlyElementsOf(ledger.entries());
    assertThat(restored.events()).isEqualTo(ledger.events());
    Sealer sealer = restored.sealer();
    sealer.open();
    restored.append(5);
    sealAll(sealer);
    Checkpoint newest = restored.checkpoints().getLast();
    assertThat(newest.size()).isEqualTo(1 + 1 + 725);
    assertThat(newest.root()).isEqualTo(restored.naiveRoot(newest.size()));
  }

  @Test
  void a_second_time_there_is_nothing_to_put_back() {
    reimport().putBack(historyUpTo(ledger.copies.getLast()), done -> {});
    assertThat(reimport().putBack(historyUpTo(ledger.copies.getLast()), done -> {})).isZero();
    assertThat(restored.entries()).containsExactlyElementsOf(ledger.entries());
  }

  @Test
  void what_was_recorded_after_the_restore_is_not_mixed_with_what_was_lost() {
    restored.append(3);

    assertThatThrownBy(() -> reimport().putBack(historyUpTo(ledger.copies.getLast()), done -> {}))
        .isInstanceOf(LogUnusable.class)
        .hasMessageContaining("recorded after the restore");
    assertThat(restored.entries()).hasSize(301);
    assertThat(restored.events()).hasSize(303);
  }

  @Test
  void an_export_of_another_log_is_refused() {
    try (LogUnderTest other = new LogUnderTest(folder.resolve("other"))) {
      Sealer sealer = other.sealer();
      sealer.open();
      other.append(1000);
      sealAll(sealer);
      ExportedHistory foreign =
          new ExportedHistory() {
            @Override
            public SignedNote checkpoint() {
              return other.copies.getLast();
            }

            @Override
            public Stream<byte[]> entries() {
              return other.entries().stream();
            }

            @Override
            public Stream<Event> eventsAfter(long position) {
              return other.events().stream().filter(event -> event.position() > position);
            }
          };
      assertThatThrownBy(() -> reimport().putBack(foreign, done -> {}))
          .isInstanceOf(LogUnusable.class)
          .hasMessageContaining("two histories");
    }
    assertThat(restored.events()).hasSize(300);
  }
}
