package org.consentledger.api.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.api.copies.CopiesUnderTest.directory;
import static org.consentledger.api.copies.CopiesUnderTest.eventually;
import static org.consentledger.api.copies.CopiesUnderTest.stamps;
import static org.consentledger.api.copies.CopiesUnderTest.witnesses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.SignerKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTest {

  @TempDir private Path folder;
  private Path share;
  private CopiesUnderTest ledger;

  @BeforeEach
  void prepare() throws IOException {
    share = Files.createDirectory(folder.resolve("share"));
    ledger = new CopiesUnderTest(folder);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static long sizeIn(Path file) {
    try {
      SignedNote note = SignedNote.parse(Files.readAllBytes(file));
      return Checkpoint.parse(note.text()).size();
    } catch (NoSuchFileException none) {
      return 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void awaitLatest(long size) {
    eventually(() -> sizeIn(share.resolve("latest")) == size);
  }

  @Test
  void the_newest_checkpoint_is_a_file_under_its_size_and_under_latest() throws IOException {
    CopiesUnderTest.Node node = ledger.start(directory(share));
    ledger.grow(node, 6);
    ledger.clock.move(Duration.ofSeconds(11));
    awaitLatest(7);

    Path file = share.resolve("00000000000000000007.checkpoint");
    assertThat(file).hasSameTextualContentAs(share.resolve("latest"));
    assertThat(Checkpoint.open(SignedNote.parse(Files.readString(file)), ledger.log.keys()).size())
        .isEqualTo(7);
    try (Stream<Path> files = Files.list(share)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .noneMatch(name -> name.startsWith("."));
    }
    assertThat(node.isUp()).isTrue();
  }

  @Test
  void cosignatures_that_come_later_are_in_the_file_too() {
    ledger.start(directory(share)).close();
    try (WitnessServer witness = new WitnessServer("w/1")) {
      witness.trust(ledger.log.keys());
      witness.faults.add(WitnessServer.Fault.SERVER_ERROR);
      CopiesProperties both =
          new CopiesProperties(
              List.of(witness.properties()), null, directory(share).copies(), stamps(null, null));
      CopiesUnderTest.Node node = ledger.start(both);
      ledger.grow(node, 4);
      eventually(
          () -> {
            ledger.clock.move(Duration.ofSeconds(11));
            return signatures() == 2 && sizeIn(share.resolve("latest")) == 5;
          });
    }
  }

  private int signatures() {
    try {
      return SignedNote.parse(Files.readAllBytes(share.resolve("latest"))).signatures().size();
    } catch (IOException none) {
      return 0;
    }
  }

  @Test
  void a_share_that_is_away_stops_nothing_and_gets_the_newest_when_it_is_back() throws IOException {
    Files.delete(share);
    CopiesUnderTest.Node node = ledger.start(directory(share));
    ledger.grow(node, 3);
    eventually(() -> ledger.failure(node, 0).equals("UNREACHABLE"));
    assertThat(node.isUp()).as("three periods are not over").isTrue();
    ledger.clock.move(Duration.ofSeconds(31));
    assertThat(node.isUp()).isFalse();
    assertThat(share).doesNotExist();
    ledger.grow(node, 3);

    Files.createDirectory(share);
    ledger.clock.move(Duration.ofMinutes(6));
    awaitLatest(7);
    eventually(node::isUp);
  }

  /** A pipe that nobody writes to hangs whoever reads it, as a share does that is cut off. */
  @Test
  void a_share_that_hangs_holds_up_neither_the_start_nor_the_sealing() throws Exception {
    Path pipe = share.resolve("latest");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CopiesUnderTest.Node node = ledger.start(directory(share));
    ledger.grow(node, 3);
    eventually(
        () -> {
          ledger.clock.move(Duration.ofMinutes(1));
          return ledger.failure(node, 0).equals("TIMEOUT");
        });
    ledger.grow(node, 3);
    assertThat(node.sealing.refusal()).isEmpty();
    ledger.clock.move(Duration.ofMinutes(1));
    assertThat(node.isUp()).isFalse();

    Files.delete(pipe);
    node.close();
    CopiesUnderTest.Node next = ledger.start(directory(share));
    ledger.clock.move(Duration.ofMinutes(6));
    awaitLatest(7);
    eventually(next::isUp);
  }

  @Test
  void promise_5_a_database_that_was_set_back_is_told_by_the_directory_at_the_start()
      throws IOException {
    CopiesUnderTest.Node node = ledger.start(directory(share));
    ledger.grow(node, 12);
    ledger.clock.move(Duration.ofSeconds(11));
    awaitLatest(13);
    node.close();
    Files.delete(share.resolve("latest"));
    Files.move(
        share.resolve("00000000000000000013.checkpoint"), share.resolve("misnamed.checkpoint"));
    Files.writeString(share.resolve("99999999999999999999.checkpoint"), "torn");

    try (CopiesUnderTest restored = new CopiesUnderTest(folder)) {
      CopiesUnderTest.Node behind = restored.start(directory(share));
      assertThat(behind.sealing.refusal().orElseThrow())
          .contains("ends after 0 leaves")
          .contains("kept outside the database speaks of 13");
      assertThat(restored.log.keys()).isEmpty();
    }
  }

  @Test
  void promise_5_a_directory_that_comes_back_with_more_than_the_database_has_halts_it()
      throws IOException {
    CopiesUnderTest.Node node = ledger.start(directory(share));
    ledger.grow(node, 12);
    ledger.clock.move(Duration.ofSeconds(11));
    awaitLatest(13);
    node.close();
    Path away = Files.move(share, folder.resolve("away"));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.copy(folder.resolve("log-key"), elsewhere.resolve("log-key"));

    try (CopiesUnderTest restored = new CopiesUnderTest(elsewhere)) {
      CopiesUnderTest.Node behind = restored.start(directory(share));
      restored.grow(behind, 2);
      Files.move(away, share);
      restored.clock.move(Duration.ofMinutes(6));
      eventually(() -> behind.sealing.refusal().isPresent());
      assertThat(behind.sealing.refusal().get()).contains("speaks of 13");
      assertThat(sizeIn(share.resolve("latest"))).as("nothing is written over").isEqualTo(13);
    }
  }

  @Test
  void the_copies_of_another_ledger_are_left_alone() throws IOException {
    CopiesUnderTest.Node node = ledger.start(directory(share));
    ledger.grow(node, 1);
    SignerKey other = SignerKey.generate("other.example/log", new java.security.SecureRandom());
    String foreign =
        new Checkpoint("other.example/log", 1, ledger.log.checkpoint().orElseThrow().root())
            .sign(List.of(other))
            .format();
    Files.writeString(share.resolve("latest"), foreign);
    ledger.grow(node, 1);
    ledger.clock.move(Duration.ofSeconds(11));

    eventually(() -> ledger.failure(node, 0).equals("FOREIGN"));
    assertThat(share.resolve("latest")).hasContent(foreign);
    assertThat(node.sealing.refusal()).isEmpty();
  }

  @Test
  void nothing_named_nothing_runs_and_health_says_so() {
    CopiesUnderTest.Node node = ledger.start(witnesses());
    ledger.grow(node, 1);
    assertThat(node.isUp()).isTrue();
    assertThat(new CopiesHealth(node.status).health().getDetails().get("places").toString())
        .contains("none is named");
    assertThat(
            ledger
                .database
                .ownerClient()
                .sql("select count(*) from ledger_copy")
                .query(Integer.class)
                .single())
        .isZero();
  }
}
