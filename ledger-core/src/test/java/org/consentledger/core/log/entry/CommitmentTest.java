package org.consentledger.core.log.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.consentledger.core.log.merkle.Hash;
import org.junit.jupiter.api.Test;

class CommitmentTest {

  private static final byte[] SALT =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] JSON = "{\"a\":1}".getBytes(StandardCharsets.US_ASCII);

  private final Commitment commitment = new Commitment();

  @Test
  void payload_and_metadata_are_hashed_behind_their_label_and_the_salt() throws Exception {
    assertThat(commitment.payload(SALT, JSON))
        .isEqualTo(sha256("cl/payload/v1\n0123456789abcdef0123456789abcdef{\"a\":1}"));
    assertThat(commitment.metadata(SALT, JSON))
        .isEqualTo(sha256("cl/meta/v1\n0123456789abcdef0123456789abcdef{\"a\":1}"));
  }

  @Test
  void the_first_bytes_of_a_buffer_give_the_same() {
    byte[] buffer = Arrays.copyOf(JSON, 100);
    byte[] target = new byte[Hash.LENGTH];
    commitment.payload(SALT, buffer, JSON.length, target);
    assertThat(Hash.of(target)).isEqualTo(commitment.payload(SALT, JSON));
    commitment.metadata(SALT, buffer, JSON.length, target);
    assertThat(Hash.of(target)).isEqualTo(commitment.metadata(SALT, JSON));
  }

  @Test
  void a_salt_has_32_bytes() {
    byte[] tooShort = new byte[31];
    assertThatThrownBy(() -> commitment.payload(tooShort, JSON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Hash sha256(String text) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return Hash.of(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
