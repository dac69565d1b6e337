package org.consentledger.core.log.note;

import java.security.PublicKey;
import java.util.Arrays;
import org.consentledger.core.log.merkle.CanonicalBase64;

/**
 * A key that verifies signatures, under a name. It is written {@code name+keyid+base64(type||key)}.
 */
public final class VerifierKey {

  /** What a signature of the key is over. */
  public enum Type {
    /** Over the text of a note. */
    ED25519(1, Ed25519.KEY_LENGTH),
    /** Over a checkpoint and a time, by a witness: cosignature/v1. */
    COSIGNATURE(4, Ed25519.KEY_LENGTH),
    /** Over a tree, a time and both names, by a witness: subtree/v1, against quantum computers. */
    ML_DSA_COSIGNATURE(6, MlDsa44.KEY_LENGTH);

    private final byte code;
    private final int keyLength;

    Type(int code, int keyLength) {
      this.code = (byte) code;
      this.keyLength = keyLength;
    }

    byte code() {
      return code;
    }

    /** Whether it is witnesses who sign with it. */
    public boolean isOfWitnesses() {
      return this != ED25519;
    }

    static Type of(byte code) {
      return Arrays.stream(values())
          .filter(type -> type.code == code)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("A key of an unknown type: " + code));
    }
  }

  private final String name;
  private final Type type;
  private final byte[] encoded;
  private final PublicKey publicKey;
  private final int keyId;

  VerifierKey(String name, Type type, byte[] encoded) {
    this.name = KeyName.require(name);
    this.type = type;
    this.encoded = encoded.clone();
    this.publicKey =
        type == Type.ML_DSA_COSIGNATURE ? MlDsa44.publicKey(encoded) : Ed25519.publicKey(encoded);
    this.keyId = KeyName.keyId(name, type.code(), encoded);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is in another form, of an unknown type, or its
   *     identifier is not that of the key
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException("A verifier key has three parts, separated by '+'.");
    }
    byte[] typed = CanonicalBase64.decode(parts[2]);
    if (typed.length == 0) {
      throw new IllegalArgumentException("A verifier key begins with its type.");
    }
    Type type = Type.of(typed[0]);
    if (typed.length != 1 + type.keyLength) {
      throw new IllegalArgumentException(
          "A verifier key of type %d has %d bytes, not %d."
              .formatted(type.code, 1 + type.keyLength, typed.length));
    }
    byte[] encoded = Arrays.copyOfRange(typed, 1, typed.length);
    VerifierKey key = new VerifierKey(parts[0], type, encoded);
    if (!KeyName.format(key.keyId).equals(parts[1])) {
      throw new IllegalArgumentException("The identifier of the verifier key is not its own.");
    }
    return key;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** What its signatures are over. */
  public Type type() {
    return type;
  }

  /** The four bytes that stand before each of its signatures, the highest first. */
  public int keyId() {
    return keyId;
  }

  /** Whether a signature says that it is of this key. */
  public boolean isNamedBy(NoteSignature signature) {
    return keyId == signature.keyId() && name.equals(signature.name());
  }

  boolean verify(byte[] message, byte[] signature) {
    return type == Type.ML_DSA_COSIGNATURE
        ? signature.length == MlDsa44.SIGNATURE_LENGTH
            && MlDsa44.verify(publicKey, message, signature)
        : signature.length == Ed25519.SIGNATURE_LENGTH
            && Ed25519.verify(publicKey, message, signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey key
        && name.equals(key.name)
        && type == key.type
        && Arrays.equals(encoded, key.encoded);
  }

  @Override
  public int hashCode() {
    return keyId;
  }

  /** The key as text. */
  @Override
  public String toString() {
    byte[] typed = new byte[1 + encoded.length];
    typed[0] = type.code();
    System.arraycopy(encoded, 0, typed, 1, encoded.length);
    return name + "+" + KeyName.format(keyId) + "+" + CanonicalBase64.encode(typed);
  }
}
