package org.consentledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.core.log.LogUnderTest.sealAll;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.core.log.note.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said against the database without a checkpoint to show. */
class TestimonyTest {

  @TempDir private Path folder;
  private final List<Testimony> said = new ArrayList<>();
  private LogUnderTest ledger;
  private Sealer sealer;

  @BeforeEach
  void prepare() {
    ledger = new LogUnderTest(folder);
    sealer = sealerThatHears();
    sealer.open();
    ledger.append(9);
    sealAll(sealer);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Sealer sealerThatHears() {
    return ledger.sealer(
        ledger.transactions(),
        new CheckpointCopies() {
          @Override
          public List<SignedNote> known() {
            return List.of();
          }

          @Override
          public List<Testimony> testimonies() {
            return said;
          }

          @Override
          public void keep(SignedNote checkpoint) {}
        });
  }

  @Test
  void a_larger_tree_elsewhere_halts_a_log_that_runs_and_one_that_starts() {
    said.add(new Testimony("that the witness W cosigned", 11, false));
    sealer.compareAgain();
    ledger.append(3);

    for (Runnable next : List.<Runnable>of(() -> sealAll(sealer), sealerThatHears()::open)) {
      assertThatThrownBy(next::run)
          .isInstanceOf(LogUnusable.class)
          .hasMessageContaining("ends after 10 leaves")
          .hasMessageContaining("the checkpoint that the witness W cosigned speaks of 11")
          .hasMessageContaining("ledger reimport");
    }
    assertThat(ledger.entries()).hasSize(10);
  }

  @Test
  void another_tree_elsewhere_halts_the_log() {
    said.add(new Testimony("that the witness W cosigned", 10, true));
    sealer.compareAgain();

    assertThatThrownBy(() -> sealAll(sealer))
        .isInstanceOf(LogUnusable.class)
        .hasMessageContaining("The first 10 leaves")
        .hasMessageContaining("history was changed");
  }

  @Test
  void what_the_database_reaches_and_what_is_taken_back_halts_nothing() {
    said.add(new Testimony("that the witness W cosigned", 10, false));
    sealer.compareAgain();
    sealAll(sealer);
    said.clear();
    sealer.compareAgain();
    ledger.append(2);
    sealAll(sealer);

    assertThat(ledger.checkpoints().getLast().size()).isEqualTo(12);
  }
}
