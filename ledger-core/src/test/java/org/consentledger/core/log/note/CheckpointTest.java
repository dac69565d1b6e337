package org.consentledger.core.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
  private static final SignerKey KEY = SignerKey.generate("example.com/log", new SecureRandom());
  private static final Hash EMPTY = new Hasher().emptyRoot();

  @Test
  void a_checkpoint_is_three_lines() {
    Checkpoint checkpoint = new Checkpoint("example.com/log", 20852163, EMPTY);
    assertThat(checkpoint.text()).isEqualTo("example.com/log\n20852163\n" + ROOT + "\n");
    assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
  }

  @Test
  void a_signed_checkpoint_opens_with_the_key_of_the_log() {
    Checkpoint checkpoint = new Checkpoint("example.com/log", 1, EMPTY);
    SignedNote note = SignedNote.parse(checkpoint.sign(List.of(KEY)).format());
    assertThat(Checkpoint.open(note, List.of(KEY.verifierKey()))).isEqualTo(checkpoint);
  }

  @Test
  void at_a_rotation_two_keys_sign() {
    SignerKey newKey = SignerKey.generate("example.com/log", new SecureRandom());
    Checkpoint checkpoint = new Checkpoint("example.com/log", 2, EMPTY);
    SignedNote note = checkpoint.sign(List.of(KEY, newKey));
    assertThat(Checkpoint.open(note, List.of(KEY.verifierKey()))).isEqualTo(checkpoint);
    assertThat(note.open(List.of(KEY.verifierKey(), newKey.verifierKey())))
        .containsExactly(KEY.verifierKey(), newKey.verifierKey());
  }

  @Test
  void a_key_of_another_name_does_not_speak_for_the_log() {
    SignerKey other = SignerKey.generate("example.com/other", new SecureRandom());
    SignedNote note = new Checkpoint("example.com/log", 2, EMPTY).sign(List.of(other));
    assertThatThrownBy(() -> Checkpoint.open(note, List.of(other.verifierKey())))
        .isInstanceOf(NotVerified.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/log\n1\n" + ROOT,
        "example.com/log\n1\n" + ROOT + "\n\n",
        "example.com/log\n1\n" + ROOT + "\nextension\n",
        "example.com/log\n01\n" + ROOT + "\n",
        "example.com/log\n-1\n" + ROOT + "\n",
        "example.com/log\n+1\n" + ROOT + "\n",
        "example.com/log\n\n" + ROOT + "\n",
        "example.com/log\n9223372036854775808\n" + ROOT + "\n",
        "example.com/log\n1\nAAAA\n",
        "\n1\n" + ROOT + "\n",
        "example com\n1\n" + ROOT + "\n"
      })
  void what_is_written_in_another_way_is_refused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
