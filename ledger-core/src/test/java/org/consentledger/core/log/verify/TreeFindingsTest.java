package org.consentledger.core.log.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.log.verify.FindingAssert.assertFound;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.consentledger.core.log.merkle.EntryBundle;
import org.consentledger.core.log.verify.Finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with leaves and tiles. */
class TreeFindingsTest {

  private static final LogFixture LOG = LogFixture.ofSize(700);
  private static final ArchiveBuilder HONEST = ArchiveBuilder.whole(LOG);

  @TempDir Path folder;

  private final ArchiveBuilder archive = HONEST.copy();

  @Test
  void a_changed_entry_is_found_at_its_leaf() throws Exception {
    archive.replace("tile/entries/001", "\"pos\":258,", "\"pos\":259,");
    assertFound(archive.findings(folder))
        .contains(Code.ENTRY, "leaf 259: its entry has another hash than in tile/0/001")
        .contains(Code.EVENT, "leaf 259")
        .contains(Code.TILE, "tile/1/000.p/2: hash 1")
        .contains(Code.ROOT, "size 700");
  }

  @Test
  void an_entry_that_is_not_canonical_is_found_though_all_hashes_fit() throws Exception {
    LogFixture loose = LogFixture.withEntry(300, 70, " ");
    assertFound(ArchiveBuilder.whole(loose).findings(folder))
        .only(Code.ENTRY, "leaf 70: Not canonical at byte");
  }

  @Test
  void a_changed_hash_is_found_in_its_tile() throws Exception {
    archive.files().get("tile/0/000")[5 * 32 + 3] ^= 1;
    assertFound(archive.findings(folder)).only(Code.ENTRY, "leaf 5: ");
  }

  @Test
  void a_changed_hash_of_an_upper_tile_is_found() throws Exception {
    archive.files().get("tile/1/000.p/2")[32] ^= 1;
    assertFound(archive.findings(folder)).only(Code.TILE, "tile/1/000.p/2: hash 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/000",
        "tile/0/002.p/188",
        "tile/1/000.p/2",
        "tile/entries/000",
        "tile/entries/002.p/188",
        "manifest.json",
        "checkpoint",
        "vkey",
        "vkeys",
        "events.ndjson",
        "checkpoints.ndjson"
      })
  void a_missing_file_is_found_once(String name) throws Exception {
    List<Finding> findings = archive.remove(name).findings(folder);
    assertFound(findings).contains(Code.FILE, name + " is missing");
    assertThat(findings).filteredOn(it -> it.code() == Code.FILE).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/003",
        "tile/0/002",
        "tile/0/002.p/187",
        "tile/1/000",
        "tile/2/000.p/1",
        "tile/entries/002",
        "tile/00/000",
        "tile/more",
        "timestamps/readme",
        "timestamps/0699.tsr"
      })
  void a_file_too_many_is_found(String name) throws Exception {
    archive.put(name, "more");
    assertFound(archive.findings(folder)).only(Code.FILE, name);
  }

  @Test
  void bundles_with_entries_too_few_too_many_or_torn_are_found() throws Exception {
    byte[] whole = archive.files().get("tile/entries/000");
    List<byte[]> entries = EntryBundle.entries(whole);
    List<byte[]> more = new ArrayList<>(entries);
    more.add(entries.getLast());

    archive.put("tile/entries/000", EntryBundle.encode(entries.subList(0, 255)));
    assertFound(archive.findings(folder)).only(Code.ENTRY, "tile/entries/000: it holds 255");
    archive.put("tile/entries/000", EntryBundle.encode(more));
    assertFound(archive.findings(folder)).only(Code.ENTRY, "tile/entries/000: it holds 257");
    archive.put("tile/entries/000", Arrays.copyOf(whole, whole.length - 1));
    assertFound(archive.findings(folder)).only(Code.ENTRY, "tile/entries/000: The bundle ends");
  }

  @Test
  void swapped_entries_are_found_at_both_leaves() throws Exception {
    List<byte[]> entries =
        new ArrayList<>(EntryBundle.entries(archive.files().get("tile/entries/001")));
    entries.add(10, entries.remove(11));
    archive.put("tile/entries/001", EntryBundle.encode(entries));
    assertFound(archive.findings(folder))
        .contains(Code.ENTRY, "leaf 266:")
        .contains(Code.ENTRY, "leaf 267:")
        .contains(Code.EVENT, "leaf 266,");
  }

  @Test
  void tiles_of_another_length_are_found() throws Exception {
    archive.put("tile/0/001", Arrays.copyOf(archive.files().get("tile/0/001"), 8191));
    archive.put("tile/1/000.p/2", Arrays.copyOf(archive.files().get("tile/1/000.p/2"), 96));
    assertFound(archive.findings(folder))
        .contains(Code.TILE, "tile/0/001 has 8191 bytes")
        .contains(Code.TILE, "tile/1/000.p/2");
  }

  @Test
  void without_leaves_no_root_is_known() throws Exception {
    archive.remove("tile/entries/001").remove("tile/0/001");
    assertFound(archive.findings(folder))
        .contains(Code.FILE, "tile/entries/001 is missing")
        .contains(Code.FILE, "tile/0/001 is missing")
        .contains(Code.ROOT, "leaves are missing from 256 on");
  }

  @Test
  void a_genesis_or_rotation_in_the_wrong_place_is_found() throws Exception {
    assertFound(ArchiveBuilder.whole(LogFixture.withEntryOf(300, 70, 0)).findings(folder))
        .contains(Code.ENTRY, "leaf 70: a log begins only once")
        .contains(Code.EVENT_WITHOUT_LEAF, "leaf 70");
    assertFound(ArchiveBuilder.whole(LogFixture.withEntryOf(300, 70, 4)).findings(folder))
        .contains(Code.KEY, "leaf 70: the keys of the rotation do not follow");
    assertFound(ArchiveBuilder.whole(LogFixture.withEntryOf(300, 0, 70)).findings(folder))
        .contains(Code.ENTRY, "leaf 0: it is no genesis");
    assertFound(ArchiveBuilder.whole(LogFixture.withEntryOf(300, 4, 0)).findings(folder))
        .contains(Code.KEY, "vkeys: 2 keys, but 0 rotations");
  }
}
