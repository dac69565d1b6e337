package org.consentledger.core.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

  @Test
  void entries_stand_behind_their_length_the_higher_byte_first() {
    byte[] bundle = EntryBundle.encode(List.of(new byte[258], new byte[0], new byte[] {7}));
    assertThat(bundle).hasSize(2 + 258 + 2 + 2 + 1).startsWith(1, 2).endsWith(0, 0, 0, 1, 7);
    assertThat(EntryBundle.entries(bundle))
        .containsExactly(new byte[258], new byte[0], new byte[] {7});
  }

  @Test
  void an_entry_has_at_most_65_535_bytes() {
    List<byte[]> longest = List.of(new byte[65_535]);
    assertThat(EntryBundle.entries(EntryBundle.encode(longest)).getFirst()).hasSize(65_535);
    List<byte[]> tooLong = List.of(new byte[65_536]);
    assertThatThrownBy(() -> EntryBundle.encode(tooLong))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_bundle_that_ends_within_an_entry_is_none() {
    for (byte[] broken : List.of(new byte[] {0}, new byte[] {0, 1}, new byte[] {0, 1, 9, 0})) {
      assertThatThrownBy(() -> EntryBundle.entries(broken))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(EntryBundle.entries(new byte[0])).isEmpty();
  }
}
