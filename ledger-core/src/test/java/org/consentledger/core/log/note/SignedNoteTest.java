package org.consentledger.core.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

  private static final VerifierKey PETER = VerifierKey.parse(KnownNote.VERIFIER_KEY);
  private static final SignerKey OTHER = SignerKey.generate("other", new SecureRandom());

  @Test
  void the_note_of_gos_documentation_opens() {
    SignedNote note = SignedNote.parse(KnownNote.NOTE);
    assertThat(note.text()).isEqualTo(KnownNote.TEXT);
    assertThat(note.open(List.of(PETER))).containsExactly(PETER);
    assertThat(note.format()).isEqualTo(KnownNote.NOTE);
  }

  @Test
  void the_same_key_signs_the_same_way() {
    NoteSignature signature = SignerKey.parse(KnownNote.SIGNER_KEY).sign(KnownNote.TEXT);
    assertThat(signature.line()).isEqualTo(KnownNote.SIGNATURE);
  }

  @Test
  void signatures_of_unknown_keys_are_passed_over() {
    SignedNote note = SignedNote.parse(KnownNote.NOTE).with(List.of(OTHER.sign(KnownNote.TEXT)));
    assertThat(note.open(List.of(PETER))).containsExactly(PETER);
    assertThat(note.open(List.of(OTHER.verifierKey(), PETER)))
        .containsExactly(PETER, OTHER.verifierKey());
  }

  @Test
  void a_note_that_no_known_key_signed_does_not_open() {
    SignedNote note = SignedNote.parse(KnownNote.NOTE);
    assertThatThrownBy(() -> note.open(List.of(OTHER.verifierKey())))
        .isInstanceOf(NotVerified.class);
    assertThatThrownBy(() -> note.open(List.of())).isInstanceOf(NotVerified.class);
  }

  @Test
  void one_wrong_signature_of_a_known_key_spoils_the_note() {
    SignedNote note = SignedNote.parse(KnownNote.NOTE).with(List.of(OTHER.sign("another text\n")));
    assertThatThrownBy(() -> note.open(List.of(PETER, OTHER.verifierKey())))
        .isInstanceOf(NotVerified.class)
        .hasMessageContaining("other");
    assertThat(note.open(List.of(PETER))).containsExactly(PETER);
  }

  @Test
  void another_text_under_the_signature_does_not_open() {
    SignedNote note = SignedNote.parse(KnownNote.NOTE.replace("problem is", "question is"));
    assertThatThrownBy(() -> note.open(List.of(PETER))).isInstanceOf(NotVerified.class);
  }

  @Test
  void a_text_may_hold_blank_lines() {
    String text = "one\n\ntwo\n";
    SignedNote note = new SignedNote(text, List.of(OTHER.sign(text)));
    assertThat(SignedNote.parse(note.format())).isEqualTo(note);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n— a AAAAAAA=\n",
        "text\n\n— a AAAAAAA=",
        "text\n\n— a AAAAAAA=\n— b\n",
        "text\n\n- a AAAAAAA=\n",
        "text\n\n—  AAAAAAA=\n",
        "text\n\n— a+b AAAAAAA=\n",
        "text\n\n— a AAAAAA==\n",
        "text\n\n— a AAAAAAB=\n",
        "text\n\n— a AAAAAAA\n",
        "te\txt\n\n— a AAAAAAA=\n",
        "text\n\n— a AAAAAAA=\r\n"
      })
  void what_is_written_in_another_way_is_refused(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_shortest_signature_line_has_five_bytes() {
    assertThat(SignedNote.parse("text\n\n— a AAAAAAA=\n").signatures()).hasSize(1);
  }

  @Test
  void what_is_not_utf_8_is_refused() {
    byte[] note = KnownNote.NOTE.getBytes(StandardCharsets.UTF_8);
    assertThat(SignedNote.parse(note)).isEqualTo(SignedNote.parse(KnownNote.NOTE));
    note[0] = (byte) 0xFF;
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_note_has_at_most_a_hundred_signatures() {
    String line = "— a AAAAAAA=\n";
    assertThat(SignedNote.parse("text\n\n" + line.repeat(100)).signatures()).hasSize(100);
    String more = "text\n\n" + String.join("", Collections.nCopies(101, line));
    assertThatThrownBy(() -> SignedNote.parse(more)).isInstanceOf(IllegalArgumentException.class);
  }
}
