package org.consentledger.core.log.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.consentledger.core.log.merkle.CanonicalBase64;

/** One signature of a note, which nobody may have verified yet. */
public final class NoteSignature {

  private static final String DASH = "— ";

  private final String name;
  private final int keyId;
  private final byte[] signature;

  NoteSignature(String name, int keyId, byte[] signature) {
    this.name = KeyName.require(name);
    this.keyId = keyId;
    this.signature = signature.clone();
  }

  /**
   * Reads a line, without its end.
   *
   * @throws IllegalArgumentException if it is in another form than {@link #line} writes
   */
  public static NoteSignature parse(String line) {
    int separator = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || separator < DASH.length()) {
      throw new IllegalArgumentException("A signature line is an em dash, a name and base 64.");
    }
    ByteBuffer bytes = ByteBuffer.wrap(CanonicalBase64.decode(line.substring(separator + 1)));
    if (bytes.remaining() <= Integer.BYTES) {
      throw new IllegalArgumentException("A signature has more than the four bytes of its key.");
    }
    int keyId = bytes.getInt();
    byte[] signature = new byte[bytes.remaining()];
    bytes.get(signature);
    return new NoteSignature(line.substring(DASH.length(), separator), keyId, signature);
  }

  /** The name of the key that it says it is of. */
  public String name() {
    return name;
  }

  /** The identifier of the key that it says it is of. */
  public int keyId() {
    return keyId;
  }

  /** A copy of the signature, without the key's identifier. */
  public byte[] signature() {
    return signature.clone();
  }

  /** The line of the note, without its end. */
  public String line() {
    byte[] bytes =
        ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(keyId).put(signature).array();
    return DASH + name + " " + CanonicalBase64.encode(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that
        && name.equals(that.name)
        && keyId == that.keyId
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signature);
  }

  @Override
  public String toString() {
    return line();
  }
}
