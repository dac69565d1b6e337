package org.consentledger.core.log.note;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.consentledger.core.log.merkle.CanonicalBase64;

/**
 * A key that signs, under a name; in the form of Go's note package: {@code
 * PRIVATE+KEY+name+keyid+base64(0x01||seed)}. Whoever has it speaks for the log.
 */
public final class SignerKey {

  private static final String PREFIX = "PRIVATE+KEY+";

  private final Ed25519Signer signer;
  private final VerifierKey verifierKey;

  private SignerKey(String name, byte[] seed) {
    this.signer = new Ed25519Signer(seed);
    this.verifierKey = new VerifierKey(name, VerifierKey.Type.ED25519, signer.publicKey());
  }

  /** A new key. */
  public static SignerKey generate(String name, SecureRandom random) {
    byte[] seed = new byte[Ed25519.KEY_LENGTH];
    random.nextBytes(seed);
    return new SignerKey(name, seed);
  }

  /** The key that grows from this seed of 32 bytes. */
  static SignerKey of(String name, byte[] seed) {
    return new SignerKey(name, seed);
  }

  /**
   * Reads what {@link #format} writes.
   *
   * @throws IllegalArgumentException if it is in another form, or its identifier is not that of the
   *     key; the message does not repeat the text
   */
  public static SignerKey parse(String text) {
    String[] parts = text.startsWith(PREFIX) ? text.split("\\+", 5) : new String[0];
    if (parts.length < 5) {
      throw new IllegalArgumentException("A signer key begins with " + PREFIX + "name+keyid+.");
    }
    byte[] typed = CanonicalBase64.decode(parts[4]);
    if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != VerifierKey.Type.ED25519.code()) {
      throw new IllegalArgumentException("A signer key has the type 1 and a seed of 32 bytes.");
    }
    SignerKey key = new SignerKey(parts[2], Arrays.copyOfRange(typed, 1, typed.length));
    if (!KeyName.format(key.verifierKey.keyId()).equals(parts[3])) {
      throw new IllegalArgumentException("The identifier of the signer key is not its own.");
    }
    return key;
  }

  /** The key as text. This is the secret itself. */
  public String format() {
    byte[] typed = new byte[1 + Ed25519.KEY_LENGTH];
    typed[0] = VerifierKey.Type.ED25519.code();
    System.arraycopy(signer.seed(), 0, typed, 1, Ed25519.KEY_LENGTH);
    return PREFIX
        + verifierKey.name()
        + "+"
        + KeyName.format(verifierKey.keyId())
        + "+"
        + CanonicalBase64.encode(typed);
  }

  /** The name. */
  public String name() {
    return verifierKey.name();
  }

  /** The key that verifies what this one signs. */
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /** The key that verifies what this one cosigns, as a witness. */
  public VerifierKey cosignatureVerifierKey() {
    return new VerifierKey(name(), VerifierKey.Type.COSIGNATURE, signer.publicKey());
  }

  /** The signature of the text of a note. */
  public NoteSignature sign(String text) {
    byte[] signature = signRaw(text.getBytes(StandardCharsets.UTF_8));
    return new NoteSignature(name(), verifierKey.keyId(), signature);
  }

  byte[] signRaw(byte[] message) {
    return signer.sign(message);
  }

  /** The name and the identifier, without the secret. */
  @Override
  public String toString() {
    return "signer key " + name() + "+" + KeyName.format(verifierKey.keyId());
  }
}
