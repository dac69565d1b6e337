package org.consentledger.core.log.verify;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.consentledger.core.log.entry.Commitment;
import org.consentledger.core.log.merkle.Hash;

/**
 * One line of {@code events.ndjson}, taken apart. The same object takes one line after the other,
 * so that nothing is allocated for most of what passes; it belongs to one thread.
 */
final class EventLine {

  /** The leaf of an event that has none. */
  static final long NO_LEAF = -1;

  private static final byte[] DIGITS = digits();

  private final EnumSet<Field> always = EnumSet.range(Field.POSITION, Field.RECORDED_AT);
  private final EnumSet<Field> content = EnumSet.range(Field.PAYLOAD, Field.SALT);

  private final Map<Field, GrowingBytes> texts = new EnumMap<>(Field.class);
  private final EnumSet<Field> seen = EnumSet.noneOf(Field.class);
  private final EnumSet<Field> filled = EnumSet.noneOf(Field.class);
  private final byte[] salt = new byte[Commitment.SALT_LENGTH];
  private final List<Hash> proof = new ArrayList<>();
  private long leaf;
  private long position;
  private long sequence;

  EventLine() {
    for (Field field : Field.values()) {
      texts.put(field, new GrowingBytes());
    }
  }

  /**
   * Takes a line.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  void read(byte[] bytes, int from, int to) {
    seen.clear();
    filled.clear();
    leaf = NO_LEAF;
    JsonCursor cursor = new JsonCursor(bytes, from, to);
    cursor.beginObject();
    while (cursor.nextKey()) {
      Field field = Field.of(cursor, seen.size());
      if (!seen.add(field)) {
        throw cursor.malformed("a key comes twice");
      }
      if (!cursor.skipNull()) {
        filled.add(field);
        value(cursor, field);
      }
    }
    cursor.endDocument();
    requireComplete();
  }

  long leaf() {
    return leaf;
  }

  long position() {
    return position;
  }

  long sequence() {
    return sequence;
  }

  GrowingBytes text(Field field) {
    return requireNonNull(texts.get(field));
  }

  byte[] salt() {
    return salt;
  }

  List<Hash> proof() {
    return proof;
  }

  /** Whether the payload was removed; the line then says by which event. */
  boolean isRemoved() {
    return !has(Field.PAYLOAD);
  }

  boolean has(Field field) {
    return filled.contains(field);
  }

  private void value(JsonCursor cursor, Field field) {

    switch (field) {
      case LEAF -> leaf = cursor.number();
      case POSITION -> position = cursor.number();
      case SEQUENCE -> sequence = cursor.number();
      case SALT -> salt(cursor);
      case PROOF -> proof(cursor);
      case EVENT_ID, AGGREGATE_TYPE, AGGREGATE_ID, NAME, REVISION, RECORDED_AT, REMOVED_BY ->
          cursor.string(text(field));
      case PAYLOAD, METADATA, ENTRY -> cursor.longString(text(field));
    }
  }

  private void salt(JsonCursor cursor) {
    GrowingBytes digits = text(Field.SALT);
    cursor.string(digits);
    if (digits.length() != 2 * salt.length) {
      throw cursor.malformed("a salt has 64 digits");
    }
    for (int i = 0; i < salt.length; i++) {
      int high = DIGITS[digits.array()[2 * i] & 0xFF];
      int low = DIGITS[digits.array()[2 * i + 1] & 0xFF];
      if ((high | low) < 0) {
        throw cursor.malformed("a salt has lower-case hexadecimal digits");
      }
      salt[i] = (byte) ((high << 4) | low);
    }
  }

  private void proof(JsonCursor cursor) {
    proof.clear();
    cursor.beginArray();
    while (cursor.nextElement()) {
      if (proof.size() == Long.SIZE) {
        throw cursor.malformed("a proof has at most 63 hashes");
      }
      proof.add(Hash.parseBase64(cursor.string()));
    }
  }

  private void requireComplete() {
    if (!filled.containsAll(always)) {
      EnumSet<Field> missing = EnumSet.copyOf(always);
      missing.removeAll(filled);
      throw new IllegalArgumentException(missing.iterator().next().key() + " is missing");
    }
    boolean isThere = filled.containsAll(content) && !has(Field.REMOVED_BY);
    boolean isGone = seen.containsAll(content) && noneFilled() && has(Field.REMOVED_BY);
    if (!isThere && !isGone) {
      throw new IllegalArgumentException(
          "payload, metadata and salt must be there, or be null and \"removedBy\" be there");
    }
  }

  private boolean noneFilled() {
    return !has(Field.PAYLOAD) && !has(Field.METADATA) && !has(Field.SALT);
  }

  /** The event's identifier, if it looks like one. */
  String eventId() {
    GrowingBytes id = text(Field.EVENT_ID);
    String text = new String(id.array(), 0, Math.min(id.length(), 36), StandardCharsets.ISO_8859_1);
    return text.matches("[0-9A-Za-z-]*") ? text : "?";
  }

  /** What each character is worth as a lower-case hexadecimal digit; -1 if it is none. */
  private static byte[] digits() {
    byte[] digits = new byte[256];
    Arrays.fill(digits, (byte) -1);
    for (byte i = 0; i < 16; i++) {
      digits[Character.forDigit(i, 16)] = i;
    }
    return digits;
  }
}
