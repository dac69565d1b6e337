package org.consentledger.core.log.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks up which leaf a line is about, before anybody takes it apart. */
final class LeafNumber {

  private static final String KEY = "leaf";
  private static final byte[] USUAL = "{\"leaf\":".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_DIGITS = 18;

  private LeafNumber() {}

  /** The number of the leaf; {@link EventLine#NO_LEAF} where there is none. */
  static long of(byte[] bytes, int from, int to) {
    int digits = from + USUAL.length;
    if (digits < to && Arrays.equals(bytes, from, digits, USUAL, 0, USUAL.length)) {
      long usual = number(bytes, digits, to);
      if (usual >= 0) {
        return usual;
      }
    }
    return search(bytes, from, to);
  }

  /** The number that a comma ends; -1 where something else comes. */
  private static long number(byte[] bytes, int from, int to) {
    long value = 0;
    int last = Math.min(to, from + MOST_DIGITS);
    int at = from;
    while (at < last && bytes[at] >= '0' && bytes[at] <= '9') {
      value = value * 10 + bytes[at++] - '0';
    }
    return at > from && at < to && bytes[at] == ',' ? value : -1;
  }

  private static long search(byte[] bytes, int from, int to) {
    try {
      JsonCursor cursor = new JsonCursor(bytes, from, to);
      cursor.beginObject();
      while (cursor.nextKey()) {
        if (cursor.is(KEY)) {
          return cursor.skipNull() ? EventLine.NO_LEAF : cursor.number();
        }
        AnyValue.skip(cursor);
      }
    } catch (IllegalArgumentException malformed) {
      // Whoever takes the line apart will find the same, and say so.
    }
    return EventLine.NO_LEAF;
  }
}
