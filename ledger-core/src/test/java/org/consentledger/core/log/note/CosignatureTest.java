package org.consentledger.core.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.consentledger.core.log.merkle.Hasher;
import org.junit.jupiter.api.Test;

class CosignatureTest {

  private static final SignerKey LOG = SignerKey.generate("example.com/log", new SecureRandom());
  private static final SignerKey WITNESS =
      SignerKey.generate("witness.example/w1", new SecureRandom());
  private static final Instant TIME = Instant.ofEpochSecond(1679315147);
  private static final SignedNote NOTE =
      new Checkpoint("example.com/log", 7, new Hasher().emptyRoot()).sign(List.of(LOG));

  @Test
  void a_witness_signs_the_time_and_the_whole_checkpoint() {
    NoteSignature line = Cosignature.sign(WITNESS, TIME, NOTE.text());
    byte[] bytes = line.signature();
    byte[] message =
        ("cosignature/v1\ntime 1679315147\n" + NOTE.text()).getBytes(StandardCharsets.UTF_8);

    assertThat(ByteBuffer.wrap(bytes).getLong()).isEqualTo(1679315147);
    assertThat(
            WITNESS
                .cosignatureVerifierKey()
                .verify(message, Arrays.copyOfRange(bytes, 8, bytes.length)))
        .isTrue();
    assertThat(Cosignature.of(line).time()).isEqualTo(TIME);
  }

  @Test
  void a_cosigned_note_opens_with_both_keys() {
    SignedNote note = NOTE.with(List.of(Cosignature.sign(WITNESS, TIME, NOTE.text())));
    VerifierKey witness = WITNESS.cosignatureVerifierKey();
    SignedNote read = SignedNote.parse(note.format());

    assertThat(read.open(List.of(LOG.verifierKey(), witness)))
        .containsExactly(LOG.verifierKey(), witness);
    assertThat(Checkpoint.open(read, List.of(LOG.verifierKey(), witness)).size()).isEqualTo(7);
    assertThatThrownBy(() -> Checkpoint.open(read, List.of(witness)))
        .isInstanceOf(NotVerified.class);
  }

  @Test
  void another_time_or_text_is_not_what_the_witness_signed() {
    NoteSignature line = Cosignature.sign(WITNESS, TIME, NOTE.text());
    VerifierKey witness = WITNESS.cosignatureVerifierKey();
    assertThat(Cosignature.of(line).isOf(witness, NOTE.text())).isTrue();
    assertThat(Cosignature.of(line).isOf(witness, "another\n")).isFalse();
    assertThat(Cosignature.of(line).isOf(WITNESS.verifierKey(), NOTE.text())).isFalse();

    byte[] later = line.signature();
    later[7]++;
    NoteSignature changed = new NoteSignature(line.name(), line.keyId(), later);
    SignedNote note = NOTE.with(List.of(changed));
    assertThatThrownBy(() -> note.open(List.of(LOG.verifierKey(), witness)))
        .isInstanceOf(NotVerified.class);
  }

  @Test
  void a_signature_of_another_length_is_no_cosignature() {
    VerifierKey witness = WITNESS.cosignatureVerifierKey();
    NoteSignature tooShort = new NoteSignature(witness.name(), witness.keyId(), new byte[64]);
    NoteSignature negative = new NoteSignature(witness.name(), witness.keyId(), negativeTime());
    for (NoteSignature wrong : List.of(tooShort, negative)) {
      SignedNote note = NOTE.with(List.of(wrong));
      assertThatThrownBy(() -> note.open(List.of(LOG.verifierKey(), witness)))
          .isInstanceOf(NotVerified.class);
    }
  }

  @Test
  void a_witness_with_a_key_of_ml_dsa_signs_the_tree_both_names_and_the_time() {
    MlDsaWitness newer = new MlDsaWitness("witness.example/ә");
    NoteSignature line = newer.cosign(TIME, NOTE.text());
    SignedNote read = SignedNote.parse(NOTE.with(List.of(line)).format());

    assertThat(VerifierKey.parse(newer.key().toString())).isEqualTo(newer.key());
    assertThat(Cosignature.of(line).time()).isEqualTo(TIME);
    assertThat(read.open(List.of(LOG.verifierKey(), newer.key())))
        .containsExactly(LOG.verifierKey(), newer.key());
    assertThatThrownBy(() -> Checkpoint.open(read, List.of(newer.key())))
        .isInstanceOf(NotVerified.class);
  }

  /** Key and checkpoint are those with which C2SP's torchwood v0.10.0 tries its witness. */
  @Test
  void what_another_program_signed_with_ml_dsa_is_verified() throws Exception {
    VerifierKey key = VerifierKey.parse(resource("ml-dsa-44.vkey"));
    SignedNote note = SignedNote.parse(resource("ml-dsa-44.checkpoint"));

    assertThat(note.open(List.of(key))).containsExactly(key);
    SignedNote other = new SignedNote(note.text().replace("\n1\n", "\n2\n"), note.signatures());
    assertThatThrownBy(() -> other.open(List.of(key))).isInstanceOf(NotVerified.class);
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = CosignatureTest.class.getResourceAsStream("/witness/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void another_tree_name_time_or_bit_is_not_what_a_key_of_ml_dsa_signed() {
    MlDsaWitness newer = new MlDsaWitness("witness.example/w2");
    NoteSignature line = newer.cosign(TIME, NOTE.text());
    byte[] signed = line.signature();

    String text = NOTE.text();
    for (String other :
        List.of(text.replace("\n7\n", "\n8\n"), text.replace("example.com", "example.org"))) {
      assertThat(Cosignature.of(line).isOf(newer.key(), other)).isFalse();
    }
    for (int place : new int[] {7, 8, 1000, signed.length - 1}) {
      byte[] changed = signed.clone();
      changed[place] ^= 1;
      NoteSignature forged = new NoteSignature(line.name(), line.keyId(), changed);
      assertThat(Cosignature.of(forged).isOf(newer.key(), NOTE.text())).isFalse();
    }
    NoteSignature older = Cosignature.sign(WITNESS, TIME, NOTE.text());
    assertThat(Cosignature.of(older).isOf(newer.key(), NOTE.text())).isFalse();
    assertThat(Cosignature.of(line).isOf(WITNESS.cosignatureVerifierKey(), NOTE.text())).isFalse();
  }

  private static byte[] negativeTime() {
    return ByteBuffer.allocate(72).putLong(-1).array();
  }
}
