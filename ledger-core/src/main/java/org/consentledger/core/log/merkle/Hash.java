package org.consentledger.core.log.merkle;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash: 32 bytes that never change. */
public final class Hash {

  /** How many bytes a hash has. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The hash with these bytes, which are copied.
   *
   * @throws IllegalArgumentException if there are not 32 of them
   */
  public static Hash of(byte[] bytes) {
    requireLength(bytes.length);
    return new Hash(bytes.clone());
  }

  /** The hash whose 32 bytes begin at the offset; they are copied. */
  public static Hash of(byte[] source, int offset) {
    if (offset < 0 || offset > source.length - LENGTH) {
      throw new IllegalArgumentException("No " + LENGTH + " bytes at offset " + offset + ".");
    }
    return new Hash(Arrays.copyOfRange(source, offset, offset + LENGTH));
  }

  /** The hash that owns these bytes: nobody else may keep them. */
  static Hash owning(byte[] bytes) {
    requireLength(bytes.length);
    return new Hash(bytes);
  }

  /**
   * Reads what {@link #base64} writes.
   *
   * @throws IllegalArgumentException if it is not the canonical base 64 of 32 bytes
   */
  public static Hash parseBase64(String text) {
    return owning(CanonicalBase64.decode(text));
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is not 64 lower-case hexadecimal digits
   */
  public static Hash parseHex(String text) {
    Hash hash = owning(HexFormat.of().parseHex(text));
    if (!hash.toString().equals(text)) {
      throw new IllegalArgumentException("Hexadecimal digits must be lower case.");
    }
    return hash;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Writes the bytes to the target, from the offset on. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, LENGTH);
  }

  /** The bytes as base 64, as checkpoints and proofs have them. */
  public String base64() {
    return CanonicalBase64.encode(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return ByteBuffer.wrap(bytes).getInt();
  }

  /** The bytes as lower-case hexadecimal digits, as leaves have them. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }

  private static void requireLength(int length) {
    if (length != LENGTH) {
      throw new IllegalArgumentException("A hash has " + LENGTH + " bytes, not " + length + ".");
    }
  }
}
