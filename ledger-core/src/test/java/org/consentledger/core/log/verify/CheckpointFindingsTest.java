package org.consentledger.core.log.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.log.verify.FindingAssert.assertFound;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.SignerKey;
import org.consentledger.core.log.verify.Finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with checkpoints and sizes. */
class CheckpointFindingsTest {

  private static final LogFixture LOG = LogFixture.ofSize(300);
  private static final ArchiveBuilder HONEST = ArchiveBuilder.whole(LOG);
  private static final SignerKey STRANGER =
      SignerKey.generate(LogFixture.ORIGIN, new SecureRandom());

  @TempDir Path folder;

  private final ArchiveBuilder archive = HONEST.copy();

  @Test
  void a_history_rewritten_with_the_true_keys_is_found_by_an_older_checkpoint_alone()
      throws Exception {
    ArchiveBuilder rewritten = ArchiveBuilder.whole(LogFixture.rewritten(300));
    Anchors before = holding(LOG.checkpoint(5));
    Anchors older = holding(LOG.checkpoint(200));
    Anchors same = holding(LOG.checkpoint(300));

    assertThat(rewritten.findings(folder)).isEmpty();
    assertThat(rewritten.findings(folder, before)).isEmpty();
    assertFound(rewritten.findings(folder, older))
        .only(Code.CONSISTENCY, "the checkpoint given: size 200 has another root");
    assertFound(rewritten.findings(folder, same))
        .only(Code.CONSISTENCY, "the checkpoint given: size 300 has another root");
  }

  @Test
  void a_log_that_became_smaller_is_found() throws Exception {
    LogFixture larger = LogFixture.ofSize(400);
    assertFound(archive.findings(folder, holding(larger.checkpoint(400))))
        .only(Code.CONSISTENCY, "the checkpoint given: the log has had a larger size");
    assertThat(archive.findings(folder, holding(LOG.checkpoint(1), LOG.checkpoint(299)))).isEmpty();
  }

  @Test
  void an_older_checkpoint_of_another_key_is_no_checkpoint() throws Exception {
    SignedNote forged = checkpoint(200).sign(List.of(STRANGER));
    assertFound(archive.findings(folder, holding(forged)))
        .only(Code.SIGNATURE, "the checkpoint given");
  }

  @Test
  void a_selection_shows_no_consistency() throws Exception {
    ArchiveBuilder selection = ArchiveBuilder.selection(LOG);
    assertThat(selection.findings(folder, holding(LOG.checkpoint(300)))).isEmpty();
    assertFound(selection.findings(folder, holding(LOG.checkpoint(200))))
        .only(Code.CONSISTENCY, "a selection cannot show that the log goes on from size 200");
    LogFixture other = LogFixture.rewritten(400);
    assertFound(selection.findings(folder, holding(other.checkpoint(300))))
        .only(Code.CONSISTENCY, "size 300 has another root");
    assertFound(selection.findings(folder, holding(other.checkpoint(400))))
        .only(Code.CONSISTENCY, "the log has had a larger size");
  }

  @Test
  void an_earlier_checkpoint_of_another_tree_or_out_of_order_is_found() throws Exception {
    String other = LogFixture.rewritten(300).checkpoint(200).format();
    String line = "{\"size\":200,\"issuedAt\":\"\",\"note\":" + LogFixture.quoted(other) + "}";
    String name = "checkpoints.ndjson";
    List<String> honest = archive.text(name).lines().toList();

    archive.lines(name, lines -> changed(lines, 3, line));
    assertFound(archive.findings(folder)).only(Code.CONSISTENCY, name + ", line 4: size 200");
    archive.lines(name, lines -> changed(honest, 4, honest.get(0)));
    assertFound(archive.findings(folder)).only(Code.ORDER, name + ", line 5: size 1");
    archive.lines(
        name, lines -> changed(honest, 4, honest.get(4).replace("\"size\":256", "\"size\":255")));
    assertFound(archive.findings(folder)).only(Code.SIZE, name + ", line 5: ");
    archive.lines(name, lines -> changed(honest, 4, "{\"size\":256}"));
    assertFound(archive.findings(folder)).only(Code.LINE, name + ", line 5: ");
    archive.lines(
        name, lines -> changed(honest, 4, honest.get(4).replace("note\":\"", "note\":\"a")));
    assertFound(archive.findings(folder)).only(Code.SIGNATURE, name + ", line 5: ");
  }

  @Test
  void a_time_stamp_has_a_checkpoint_of_its_size() throws Exception {
    archive.put("timestamps/299.checkpoint", LOG.checkpoint(298).format());
    assertFound(archive.findings(folder)).only(Code.TIME_STAMP, "timestamps/299.checkpoint");
    archive.put("timestamps/299.checkpoint", LogFixture.rewritten(300).checkpoint(299).format());
    assertFound(archive.findings(folder)).only(Code.CONSISTENCY, "timestamps/299.checkpoint");
    archive.remove("timestamps/299.checkpoint");
    assertFound(archive.findings(folder)).only(Code.TIME_STAMP, "timestamps/299: no checkpoint");
    archive.put("timestamps/299.checkpoint", LOG.checkpoint(299).format());
    archive.remove("timestamps/299.tsr");
    assertFound(archive.findings(folder)).only(Code.TIME_STAMP, "timestamps/299: no time stamp");
  }

  @Test
  void sizes_and_counts_of_the_manifest_are_compared() throws Exception {
    archive.replace("manifest.json", "\"size\": 300", "\"size\": 301");
    archive.replace("manifest.json", "\"events\": 298", "\"events\": 299");
    archive.replace("manifest.json", LogFixture.ORIGIN, "example.com/other");
    assertFound(archive.findings(folder))
        .contains(Code.SIZE, "the manifest says size 301, the checkpoint 300")
        .contains(Code.MANIFEST, "the manifest says 299 events, there are 298")
        .contains(Code.MANIFEST, "another log");
  }

  @Test
  void a_manifest_of_another_form_is_found() throws Exception {
    String good = archive.text("manifest.json");
    List<String> wrong =
        List.of(
            "",
            "{}",
            good.replace("archive/v1", "archive/v2"),
            good.replace("WHOLE", "PART"),
            good.replace("\"size\": 300", "\"size\": \"300\""),
            good.replace("\"size\": 300", "\"size\": 300, \"size\": 300"),
            good.replace("\"createdAt\"", "\"cretedAt\""),
            good + "x");
    for (String manifest : wrong) {
      archive.put("manifest.json", manifest);
      assertFound(archive.findings(folder)).only(Code.MANIFEST, "manifest.json: ");
    }
  }

  @Test
  void a_log_is_never_empty() throws Exception {
    SignedNote empty =
        new Checkpoint(LogFixture.ORIGIN, 0, new Hasher().emptyRoot())
            .sign(List.of(LogFixture.OLD_KEY));
    assertFound(archive.put("checkpoint", empty.format()).findings(folder))
        .contains(Code.SIZE, "a log has at least its genesis")
        .contains(Code.FILE, "tile/0/000 is no tile");
  }

  @Test
  void a_size_beyond_measure_does_not_take_for_ever() throws Exception {
    SignedNote huge =
        new Checkpoint(LogFixture.ORIGIN, Long.MAX_VALUE, new Hasher().emptyRoot())
            .sign(List.of(LogFixture.NEW_KEY));
    assertFound(archive.put("checkpoint", huge.format()).findings(folder))
        .contains(Code.FILE, "tile/entries/002 is missing")
        .contains(Code.ROOT, "leaves are missing from 256 on");
  }

  private static Checkpoint checkpoint(int size) {
    return Checkpoint.parse(LOG.checkpoint(size).text());
  }

  static Anchors holding(SignedNote... checkpoints) {
    return new Anchors(Optional.empty(), List.of(checkpoints), List.of());
  }

  private static List<String> changed(List<String> lines, int index, String line) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(index, line);
    return changed;
  }
}
