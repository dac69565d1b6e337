package org.consentledger.core.log.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in a buffer that is used again and grows where it must. */
final class GrowingBytes {

  private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int FIRST = 1024;

  private byte[] array = new byte[FIRST];
  private int length;

  /** The buffer; the first {@link #length} bytes of it count, until the next change. */
  byte[] array() {
    return array;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Makes room for that many more bytes, which the caller may put behind the others. */
  byte[] room(int more) {
    if (more > array.length - length) {
      array = Arrays.copyOf(array, Math.max(length + more, array.length * 2));
    }
    return array;
  }

  /** After the caller put bytes into the room. */
  void setLength(int length) {
    this.length = length;
  }

  GrowingBytes put(byte[] source) {
    return put(source, 0, source.length);
  }

  GrowingBytes put(byte[] source, int from, int to) {
    room(to - from);
    System.arraycopy(source, from, array, length, to - from);
    length += to - from;
    return this;
  }

  GrowingBytes put(long number) {
    return put(Long.toString(number).getBytes(StandardCharsets.ISO_8859_1));
  }

  GrowingBytes putHexadecimal(byte[] source) {
    room(2 * source.length);
    for (byte each : source) {
      array[length++] = HEXADECIMAL[(each >> 4) & 0xF];
      array[length++] = HEXADECIMAL[each & 0xF];
    }
    return this;
  }

  /**
   * Writes a character in UTF-8 at an offset into room that was made before.
   *
   * @return the offset behind it
   */
  int setCodePoint(int offset, int codePoint) {
    if (codePoint < 0x80) {
      array[offset] = (byte) codePoint;
      return offset + 1;
    }
    byte[] encoded = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(encoded, 0, array, offset, encoded.length);
    return offset + encoded.length;
  }

  boolean isAt(byte[] source, int from, int to) {
    return Arrays.equals(array, 0, length, source, from, to);
  }

  byte[] copy() {
    return Arrays.copyOf(array, length);
  }

  /** The bytes as UTF-8. */
  @Override
  public String toString() {
    return new String(array, 0, length, StandardCharsets.UTF_8);
  }
}
