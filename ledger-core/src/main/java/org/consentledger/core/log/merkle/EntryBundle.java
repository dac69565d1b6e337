package org.consentledger.core.log.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A bundle of entries as C2SP's tlog-tiles has it: each entry stands behind its length in two
 * bytes, the higher one first. An instance walks over one bundle, once.
 */
public final class EntryBundle {

  /** How long an entry may be, in bytes. */
  public static final int LONGEST_ENTRY = 0xFFFF;

  private static final int PREFIX = 2;

  private final byte[] bytes;
  private int offset;
  private int length;

  /** A walk over these bytes, before the first entry. They are not copied. */
  public EntryBundle(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The bundle of these entries.
   *
   * @throws IllegalArgumentException if one is longer than 65,535 bytes
   */
  public static byte[] encode(List<byte[]> entries) {
    int length = entries.stream().mapToInt(entry -> PREFIX + entry.length).sum();
    ByteArrayOutputStream bundle = new ByteArrayOutputStream(length);
    for (byte[] entry : entries) {
      if (entry.length > LONGEST_ENTRY) {
        throw new IllegalArgumentException(
            "An entry has " + entry.length + " bytes, more than " + LONGEST_ENTRY + ".");
      }
      bundle.write(entry.length >>> 8);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  /**
   * All entries of a bundle, in order.
   *
   * @throws IllegalArgumentException if the bundle ends within an entry
   */
  public static List<byte[]> entries(byte[] bundle) {
    List<byte[]> entries = new ArrayList<>();
    EntryBundle walk = new EntryBundle(bundle);
    while (walk.next()) {
      entries.add(Arrays.copyOfRange(bundle, walk.offset, walk.offset + walk.length));
    }
    return entries;
  }

  /**
   * Goes to the next entry.
   *
   * @return false at the end
   * @throws IllegalArgumentException if the bundle ends within an entry
   */
  public boolean next() {
    int start = offset + length;
    if (start == bytes.length) {
      return false;
    }
    if (bytes.length - start < PREFIX) {
      throw new IllegalArgumentException("The bundle ends within a length.");
    }
    int announced = ((bytes[start] & 0xFF) << 8) | (bytes[start + 1] & 0xFF);
    if (bytes.length - start - PREFIX < announced) {
      throw new IllegalArgumentException("The bundle ends within an entry.");
    }
    offset = start + PREFIX;
    length = announced;
    return true;
  }

  /** Where the entry begins. */
  public int offset() {
    return offset;
  }

  /** How many bytes the entry has. */
  public int length() {
    return length;
  }
}
