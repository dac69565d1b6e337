package org.consentledger.core.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.consentledger.core.log.note.VerifierKey.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

  @Test
  void the_key_of_gos_documentation_is_read_and_written() {
    VerifierKey key = VerifierKey.parse(KnownNote.VERIFIER_KEY);
    assertThat(key).hasToString(KnownNote.VERIFIER_KEY);
    assertThat(key.name()).isEqualTo("PeterNeumann");
    assertThat(key.type()).isEqualTo(Type.ED25519);
    assertThat(key.keyId()).isEqualTo(0xc74f20a3);
  }

  @Test
  void a_signer_key_knows_its_verifier_key() {
    SignerKey key = SignerKey.parse(KnownNote.SIGNER_KEY);
    assertThat(key.format()).isEqualTo(KnownNote.SIGNER_KEY);
    assertThat(key.verifierKey()).isEqualTo(VerifierKey.parse(KnownNote.VERIFIER_KEY));
    assertThat(key.toString()).doesNotContain("AYEKFALVFGyN");
  }

  @Test
  void a_new_key_survives_its_text() {
    SignerKey key = SignerKey.generate("example.com/ledger", new SecureRandom());
    SignerKey read = SignerKey.parse(key.format());
    assertThat(read.verifierKey()).isEqualTo(key.verifierKey());
    assertThat(VerifierKey.parse(key.verifierKey().toString())).isEqualTo(key.verifierKey());
    assertThat(read.sign("text\n")).isEqualTo(key.sign("text\n"));
  }

  @Test
  void a_witness_signs_under_an_identifier_of_its_own() {
    SignerKey key = SignerKey.parse(KnownNote.SIGNER_KEY);
    VerifierKey witness = key.cosignatureVerifierKey();
    assertThat(witness.type()).isEqualTo(Type.COSIGNATURE);
    assertThat(witness.keyId()).isNotEqualTo(key.verifierKey().keyId());
    assertThat(VerifierKey.parse(witness.toString())).isEqualTo(witness);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n"
      })
  void another_verifier_key_is_refused(String text) {
    assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PRIVATE+KEY+PeterNeumann+c74f20a3",
        "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AoEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXH"
      })
  void another_signer_key_is_refused_without_being_repeated(String text) {
    assertThatThrownBy(() -> SignerKey.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("FALVFGyN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\u00a0b", "a\u2003b", "a\u0085b", "a+b", "a\nb", "a\tb"})
  void a_name_has_neither_spaces_nor_plus_signs(String name) {
    SecureRandom random = new SecureRandom();
    assertThatThrownBy(() -> SignerKey.generate(name, random))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
