package org.consentledger.core.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the verifiers of the Sigstore project say of our proofs and checkpoints, as they are. */
class SigstoreTest {

  private static final int MOST = 1_000_000;
  private static final List<byte[]> LEVELS = levels();
  private static final TileReader TILES =
      (level, tile, width) -> {
        int from = (int) tile * TilePath.FULL * Hash.LENGTH;
        return Arrays.copyOfRange(LEVELS.get(level), from, from + width * Hash.LENGTH);
      };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 255, 256, 257, 65_535, 65_536, 65_537, MOST})
  void sigstore_verifies_inclusion_in_a_tree_of_any_size(long size) throws Exception {
    Proofs proofs = new Proofs(TILES);
    byte[] root = proofs.root(size).bytes();
    for (long leaf : places(size)) {
      List<byte[]> proof = proofs.inclusion(leaf, size).stream().map(Hash::bytes).toList();
      byte[] hash = leafHash((int) leaf);
      InclusionProofVerifier.verify(hash, leaf, size, proof, root);

      hash[0] ^= 1;
      assertThatThrownBy(() -> InclusionProofVerifier.verify(hash, leaf, size, proof, root))
          .isInstanceOf(InclusionProofVerificationException.class);
    }
  }

  private static long[] places(long size) {
    return LongStream.of(0, 1, 254, 255, 256, 257, size / 3, size / 2, size - 2, size - 1)
        .filter(it -> it >= 0 && it < size)
        .distinct()
        .toArray();
  }

  @Test
  void sigstore_reads_a_signed_checkpoint() throws Exception {
    SignerKey key = SignerKey.generate("ledger.example/журнал-қ", new SecureRandom());
    Hash root = new Proofs(TILES).root(MOST);
    SignedNote note = new Checkpoint(key.name(), MOST, root).sign(List.of(key));

    RekorEntry.Checkpoint read = Checkpoints.from(note.format());

    assertThat(read.getOrigin()).isEqualTo(key.name());
    assertThat(read.getSize()).isEqualTo(MOST);
    assertThat(read.getBase64Hash()).isEqualTo(root.base64());
    assertThat(read.getSignedData()).isEqualTo(note.text());
    RekorEntry.CheckpointSignature signature = read.getSignatures().getFirst();
    assertThat(signature.getIdentity()).isEqualTo(key.name());
    assertThat(ByteBuffer.wrap(signature.getKeyHint()).getInt())
        .isEqualTo(key.verifierKey().keyId());
    assertThat(signature.getSignature()).isEqualTo(note.signatures().getFirst().signature());
  }

  private static byte[] leafHash(int leaf) {
    int from = leaf * Hash.LENGTH;
    return Arrays.copyOfRange(LEVELS.getFirst(), from, from + Hash.LENGTH);
  }

  /** The hashes of every level of tiles, of a million leaves. */
  private static List<byte[]> levels() {
    MessageDigest digest = Hasher.sha256();
    ByteBuffer leaves = ByteBuffer.allocate(MOST * Hash.LENGTH);
    for (int leaf = 0; leaf < MOST; leaf++) {
      digest.update((byte) 0);
      leaves.put(digest.digest(("entry " + leaf).getBytes(StandardCharsets.UTF_8)));
    }
    List<byte[]> levels = new ArrayList<>(List.of(leaves.array()));
    while (levels.getLast().length >= TilePath.FULL * Hash.LENGTH) {
      byte[] below = levels.getLast();
      for (int i = 0; i < TilePath.HEIGHT; i++) {
        below = parents(digest, below);
      }
      levels.add(below);
    }
    return levels;
  }

  /** What is left over at the right, alone, has no parent in a full tile. */
  private static byte[] parents(MessageDigest digest, byte[] hashes) {
    int pair = 2 * Hash.LENGTH;
    ByteBuffer parents = ByteBuffer.allocate(hashes.length / pair * Hash.LENGTH);
    for (int at = 0; at + pair <= hashes.length; at += pair) {
      digest.update((byte) 1);
      digest.update(hashes, at, pair);
      parents.put(digest.digest());
    }
    return parents.array();
  }
}
