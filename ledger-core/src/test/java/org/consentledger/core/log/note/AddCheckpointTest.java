package org.consentledger.core.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddCheckpointTest {

  private static final SignerKey LOG = SignerKey.generate("example.com/log", new SecureRandom());
  private static final SignerKey WITNESS =
      SignerKey.generate("witness.example", new SecureRandom());
  private static final SignerKey OTHER = SignerKey.generate("other.example", new SecureRandom());
  private static final Instant TIME = Instant.ofEpochSecond(1679315147);
  private static final Hash HASH = new Hasher().emptyRoot();
  private static final SignedNote NOTE =
      new Checkpoint("example.com/log", 7, HASH).sign(List.of(LOG));
  private static final AddCheckpoint REQUEST = new AddCheckpoint(3, List.of(HASH, HASH), NOTE);

  @Test
  void it_is_written_as_the_specification_has_it() {
    assertThat(REQUEST.format())
        .isEqualTo("old 3\n" + HASH.base64() + "\n" + HASH.base64() + "\n\n" + NOTE.format());
    assertThat(new AddCheckpoint(0, List.of(), NOTE).format())
        .isEqualTo("old 0\n\n" + NOTE.format());
  }

  /** The body that C2SP's tlog-witness gives as an example. */
  @Test
  void the_example_of_the_specification_is_read_and_written_again() {
    String example =
        """
        old 20852014
        PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
        jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
        5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
        /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
        """;

    AddCheckpoint request = AddCheckpoint.parse(example);

    assertThat(request.oldSize()).isEqualTo(20852014);
    assertThat(request.proof()).hasSize(4);
    assertThat(Checkpoint.parse(request.checkpoint().text()).size()).isEqualTo(20852163);
    assertThat(request.format()).isEqualTo(example);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "old 03\n\n", "old -1\n\n", "old 3\n", "new 3\n\n", "old 3\nA\n\n"})
  void what_is_written_otherwise_is_refused(String head) {
    assertThatThrownBy(() -> AddCheckpoint.parse(head + NOTE.format()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void more_than_63_hashes_are_refused() {
    assertThatThrownBy(() -> new AddCheckpoint(3, java.util.Collections.nCopies(64, HASH), NOTE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_cosignature_of_the_witness_is_found_among_others() {
    NoteSignature mine = Cosignature.sign(WITNESS, TIME, NOTE.text());
    String answer = Cosignature.sign(OTHER, TIME, "anything\n").line() + "\n" + mine.line() + "\n";

    assertThat(REQUEST.cosignature(WITNESS.cosignatureVerifierKey(), answer)).contains(mine);
  }

  @Test
  void another_key_is_none_and_a_wrong_signature_is_refused() {
    VerifierKey witness = WITNESS.cosignatureVerifierKey();
    String other = Cosignature.sign(OTHER, TIME, NOTE.text()).line() + "\n";
    String wrong = Cosignature.sign(WITNESS, TIME, "another text\n").line() + "\n";

    assertThat(REQUEST.cosignature(witness, other)).isEmpty();
    assertThatThrownBy(() -> REQUEST.cosignature(witness, wrong)).isInstanceOf(NotVerified.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "ok", "<html>\n", "— witness.example AAAA\n"})
  void an_answer_without_signature_lines_is_refused(String answer) {
    assertThatThrownBy(() -> REQUEST.cosignature(WITNESS.cosignatureVerifierKey(), answer))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
