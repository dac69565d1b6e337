package org.consentledger.core.log.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.core.log.note.SignedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HonestArchivesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 6, 255, 256, 257, 65_537})
  void nothing_is_found_in_a_whole_archive(int size) throws Exception {
    LogFixture log = LogFixture.ofSize(size);
    ArchiveBuilder archive = ArchiveBuilder.whole(log);

    Verification unpacked = verify(archive.folder(folder.resolve("archive")), known(log));
    Verification packed = verify(archive.zip(folder.resolve("archive.zip")), Anchors.none());

    assertSound(unpacked, log);
    assertSound(packed, log);
    assertThat(unpacked.events()).isEqualTo(log.events().size());
    assertThat(packed.events()).isEqualTo(log.events().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 255, 256, 257, 65_537})
  void nothing_is_found_in_a_selection(int size) throws Exception {
    LogFixture log = LogFixture.ofSize(size);
    ArchiveBuilder archive = ArchiveBuilder.selection(log);

    assertSound(verify(archive.folder(folder.resolve("archive")), Anchors.none()), log);
    assertSound(verify(archive.zip(folder.resolve("archive.zip")), Anchors.none()), log);
  }

  @Test
  void what_was_seen_is_counted() throws Exception {
    LogFixture log = LogFixture.ofSize(300);
    Verification verification =
        verify(ArchiveBuilder.whole(log).zip(folder.resolve("archive.zip")), known(log));

    assertThat(verification.checkpoint().orElseThrow().text())
        .isEqualTo(log.checkpoint(300).text());
    assertThat(verification.events()).isEqualTo(298);
    // The archive's own, five earlier ones, one with a time stamp, and two of the auditor.
    assertThat(verification.checkpoints()).isEqualTo(9);
    assertThat(verification.cosignatures()).isEqualTo(2); // of both kinds of keys
    assertThat(verification.timeStamps()).isEqualTo(1);
  }

  @Test
  void progress_rises_to_all_bytes() throws Exception {
    List<Long> heard = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    ArchiveBuilder archive = ArchiveBuilder.whole(LogFixture.ofSize(1000));
    Path path = archive.zip(folder.resolve("archive.zip"));
    new ArchiveVerifier(
            Anchors.none(),
            (done, total) -> {
              heard.add(done);
              totals.add(total);
            })
        .verify(path);

    long bytes = archive.files().values().stream().mapToLong(file -> file.length).sum();
    assertThat(heard).isSorted().hasSizeGreaterThan(4).last().isEqualTo(bytes);
    assertThat(totals).containsOnly(bytes);
  }

  @Test
  void the_order_of_keys_and_white_space_do_not_matter() throws Exception {
    ArchiveBuilder archive =
        ArchiveBuilder.whole(LogFixture.ofSize(2))
            .replace("events.ndjson", "{\"leaf\":1,\"position\":1,", "{ \"position\" : 1,\t")
            .replace("events.ndjson", "\"}\n", "\", \"leaf\":1 }\n");
    assertThat(verify(archive.folder(folder), Anchors.none()).findings()).isEmpty();
  }

  @Test
  void nothing_is_left_behind() throws Exception {
    verify(ArchiveBuilder.whole(LogFixture.ofSize(300)).folder(folder), Anchors.none());
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(TemporaryFolder.prefix()));
    }
  }

  private static Anchors known(LogFixture log) {
    List<SignedNote> older = List.of(log.checkpoint(log.size()), log.checkpoint(1));
    return new Anchors(
        Optional.of(LogFixture.OLD_KEY.verifierKey()),
        older,
        List.of(LogFixture.WITNESS.cosignatureVerifierKey(), LogFixture.NEWER_WITNESS.key()));
  }

  private static Verification verify(Path path, Anchors anchors) {
    return new ArchiveVerifier(anchors, (done, total) -> {}).verify(path);
  }

  private static void assertSound(Verification verification, LogFixture log) {
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.isSound()).isTrue();
    assertThat(verification.checkpoint().orElseThrow().size()).isEqualTo(log.size());
  }
}
