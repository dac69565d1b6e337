package org.consentledger.core.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.log.merkle.NaiveTree;
import org.consentledger.core.log.merkle.Proofs;
import org.junit.jupiter.api.Test;

class LogProofTest {

  private static final SignerKey KEY = SignerKey.generate("example.com/log", new SecureRandom());
  private static final NaiveTree TREE = NaiveTree.ofSize(300);
  private static final Checkpoint CHECKPOINT =
      new Checkpoint("example.com/log", 300, TREE.root(0, 300));
  private static final List<VerifierKey> KEYS = List.of(KEY.verifierKey());

  private static LogProof proof(int index) {
    return LogProof.of(
        index, new Proofs(TREE).inclusion(index, 300), CHECKPOINT.sign(List.of(KEY)));
  }

  @Test
  void a_proof_stands_for_itself() {
    LogProof read = LogProof.parse(proof(299).format());
    assertThat(read).isEqualTo(proof(299));
    assertThat(read.verify(TREE.leaf(299), KEYS)).isEqualTo(CHECKPOINT);
  }

  @Test
  void a_proof_is_written_as_the_specification_writes_it() {
    LogProof proof =
        new LogProof(Optional.of("AAAA"), 5, List.of(TREE.leaf(0)), CHECKPOINT.sign(List.of(KEY)));
    assertThat(proof.format())
        .startsWith(
            "c2sp.org/tlog-proof@v1\nextra AAAA\nindex 5\n" + TREE.leaf(0).base64() + "\n\n")
        .endsWith(proof.checkpoint().format());
    assertThat(LogProof.parse(proof.format())).isEqualTo(proof);
  }

  @Test
  void the_only_leaf_needs_no_hashes() {
    SignedNote note = new Checkpoint("example.com/log", 1, TREE.leaf(0)).sign(List.of(KEY));
    LogProof proof = LogProof.parse(LogProof.of(0, List.of(), note).format());
    assertThat(proof.verify(TREE.leaf(0), KEYS).size()).isEqualTo(1);
  }

  @Test
  void another_leaf_or_index_or_key_is_not_proved() {
    LogProof proof = proof(7);
    LogProof moved = LogProof.of(8, proof.hashes(), proof.checkpoint());
    List<VerifierKey> strangers =
        List.of(SignerKey.generate("example.com/log", new SecureRandom()).verifierKey());

    assertThatThrownBy(() -> proof.verify(TREE.leaf(8), KEYS)).isInstanceOf(NotVerified.class);
    assertThatThrownBy(() -> moved.verify(TREE.leaf(7), KEYS)).isInstanceOf(NotVerified.class);
    assertThatThrownBy(() -> proof.verify(TREE.leaf(7), strangers)).isInstanceOf(NotVerified.class);
  }

  @Test
  void what_is_written_in_another_way_is_refused() {
    String good = proof(7).format();
    List<String> wrong = new ArrayList<>();
    wrong.add("");
    wrong.add(good.substring(1));
    wrong.add(good.replace("@v1", "@v2"));
    wrong.add(good.replace("index 7", "index 07"));
    wrong.add(good.replace("index 7", "index -7"));
    wrong.add(good.replace("index 7", "index  7"));
    wrong.add(good.replace("index 7", "index 9223372036854775808"));
    wrong.add(good.replace("index 7\n", "extra AA=\nindex 7\n"));
    wrong.add(good.replace("index 7\n", "index 7\nextra AAAA\n"));
    wrong.add(good.replace("index 7\n", ""));
    wrong.add(good.replace("index 7\n", "index 7\n\n"));
    wrong.add(good.replace("index 7\n", "index 7\nAAAA\n"));
    wrong.add(good.replace("index 7\n", "index 7\n" + (TREE.leaf(0).base64() + "\n").repeat(63)));
    wrong.add(good.replace("\n\nexample.com/log", "\nexample.com/log"));
    for (String text : wrong) {
      assertThatThrownBy(() -> LogProof.parse(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
