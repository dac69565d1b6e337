package org.consentledger.core.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {

  private static final String EMPTY_BASE64 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
  private static final String EMPTY_HEX =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void a_hash_is_a_value_in_three_spellings() {
    Hash empty = new Hasher().emptyRoot();
    assertThat(empty).hasToString(EMPTY_HEX);
    assertThat(empty.base64()).isEqualTo(EMPTY_BASE64);
    assertThat(Hash.parseBase64(EMPTY_BASE64)).isEqualTo(empty).hasSameHashCodeAs(empty);
    assertThat(Hash.parseHex(EMPTY_HEX)).isEqualTo(empty);
    assertThat(Hash.of(empty.bytes())).isEqualTo(empty);
    assertThat(Hash.of(new byte[32])).isNotEqualTo(empty);
  }

  @Test
  void nobody_changes_a_hash() {
    byte[] bytes = new byte[32];
    Hash hash = Hash.of(bytes);
    bytes[0] = 1;
    hash.bytes()[0] = 1;
    assertThat(hash).isEqualTo(Hash.of(new byte[33], 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
        "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        ""
      })
  void other_base_64_is_refused(String text) {
    assertThatThrownBy(() -> Hash.parseBase64(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void other_lengths_and_upper_case_digits_are_refused() {
    String upper = EMPTY_HEX.replace('e', 'E');
    assertThatThrownBy(() -> Hash.parseHex(upper)).isInstanceOf(IllegalArgumentException.class);
    byte[] tooShort = new byte[31];
    assertThatThrownBy(() -> Hash.of(tooShort)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hash.of(tooShort, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
