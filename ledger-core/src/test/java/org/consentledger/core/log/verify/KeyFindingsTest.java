package org.consentledger.core.log.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.log.verify.FindingAssert.assertFound;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.Cosignature;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.SignerKey;
import org.consentledger.core.log.note.VerifierKey;
import org.consentledger.core.log.verify.Finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with keys and with whose signatures there are. */
class KeyFindingsTest {

  private static final LogFixture LOG = LogFixture.ofSize(300);
  private static final ArchiveBuilder HONEST = ArchiveBuilder.whole(LOG);
  private static final SignerKey STRANGER =
      SignerKey.generate(LogFixture.ORIGIN, new SecureRandom());

  @TempDir Path folder;

  private final ArchiveBuilder archive = HONEST.copy();

  @Test
  void the_key_given_must_be_one_of_the_log() throws Exception {
    assertThat(archive.findings(folder, knowing(LogFixture.OLD_KEY.verifierKey()))).isEmpty();
    assertThat(archive.findings(folder, knowing(LogFixture.NEW_KEY.verifierKey()))).isEmpty();
    assertFound(archive.findings(folder, knowing(STRANGER.verifierKey())))
        .only(Code.KEY, "vkeys: the key given");
  }

  @Test
  void of_a_selection_the_key_given_must_have_signed() throws Exception {
    ArchiveBuilder selection = ArchiveBuilder.selection(LOG);
    assertThat(selection.findings(folder, knowing(LogFixture.NEW_KEY.verifierKey()))).isEmpty();
    assertFound(selection.findings(folder, knowing(LogFixture.OLD_KEY.verifierKey())))
        .only(Code.KEY, "a selection cannot show a rotation");
    assertFound(selection.findings(folder, knowing(STRANGER.verifierKey())))
        .contains(Code.KEY, "vkeys: the key given");
  }

  @Test
  void a_checkpoint_that_the_current_key_did_not_sign_is_found() throws Exception {
    archive.put("checkpoint", checkpoint(300).sign(List.of(LogFixture.OLD_KEY)).format());
    assertFound(archive.findings(folder))
        .only(Code.SIGNATURE, "checkpoint: size 300 is not signed by the key of that time");
    archive.put("checkpoint", checkpoint(300).sign(List.of(STRANGER)).format());
    assertFound(archive.findings(folder)).only(Code.SIGNATURE, "checkpoint: No known key");
  }

  @Test
  void a_selection_that_the_current_key_did_not_sign_is_found() throws Exception {
    SignedNote old = checkpoint(300).sign(List.of(LogFixture.OLD_KEY));
    assertFound(ArchiveBuilder.selection(LOG).put("checkpoint", old.format()).findings(folder))
        .only(Code.SIGNATURE, "checkpoint: the last of vkeys did not sign it");
  }

  @Test
  void a_rotation_without_both_signatures_is_found() throws Exception {
    archive.lines(
        "checkpoints.ndjson",
        lines -> lines.stream().filter(line -> !line.contains("\"size\":5,")).toList());
    assertFound(archive.findings(folder))
        .only(Code.KEY, "leaf 4: no checkpoint of size 5 with both keys");
    SignedNote alone = checkpoint(5).sign(List.of(LogFixture.NEW_KEY));
    assertFound(archive.findings(folder, CheckpointFindingsTest.holding(alone)))
        .contains(Code.SIGNATURE, "the checkpoint given: size 5 is not signed")
        .contains(Code.KEY, "leaf 4: no checkpoint of size 5 with both keys");
    assertThat(archive.findings(folder, CheckpointFindingsTest.holding(LOG.checkpoint(5))))
        .isEmpty();
  }

  @Test
  void keys_in_another_order_or_number_are_found() throws Exception {
    String oldKey = LogFixture.OLD_KEY.verifierKey() + "\n";
    String newKey = LogFixture.NEW_KEY.verifierKey() + "\n";
    String stranger = STRANGER.verifierKey() + "\n";

    assertFound(archive.put("vkeys", newKey + oldKey).findings(folder))
        .contains(Code.KEY, "vkey: it is not the last of vkeys")
        .contains(Code.KEY, "leaf 0: the key of the genesis")
        .contains(Code.KEY, "leaf 4: the keys of the rotation");
    assertFound(archive.put("vkeys", newKey).findings(folder))
        .contains(Code.KEY, "vkeys: 1 keys, but");
    assertFound(archive.put("vkeys", oldKey + stranger + newKey).findings(folder))
        .contains(Code.KEY, "leaf 4: the keys of the rotation");
    assertFound(archive.put("vkeys", oldKey + newKey + "x\n").findings(folder))
        .only(Code.KEY, "vkeys: ");
  }

  @Test
  void cosignatures_are_verified_where_the_witness_is_known() throws Exception {
    Anchors witnessed =
        new Anchors(
            Optional.empty(), List.of(), List.of(LogFixture.WITNESS.cosignatureVerifierKey()));
    SignedNote wrong =
        LOG.checkpoint(300)
            .with(List.of(Cosignature.sign(LogFixture.WITNESS, Instant.EPOCH, "other\n")));
    archive.put("checkpoint", wrong.format());

    assertThat(archive.findings(folder)).isEmpty();
    assertFound(archive.findings(folder, witnessed)).only(Code.SIGNATURE, "witness.example/w1");
    archive.put("checkpoint", LOG.checkpoint(300).format());
    assertFound(archive.findings(folder, witnessed))
        .only(Code.SIGNATURE, "checkpoint: witness.example/w1 did not cosign");
  }

  private static Checkpoint checkpoint(int size) {
    return Checkpoint.parse(LOG.checkpoint(size).text());
  }

  private static Anchors knowing(VerifierKey key) {
    return new Anchors(Optional.of(key), List.of(), List.of());
  }
}
