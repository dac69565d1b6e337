package org.consentledger.core.log.verify;

import java.io.IOException;
import java.util.Arrays;

/** Records of three numbers, in their order: a key, a value, and the position of an event. */
final class Records {

  private static final int FIELDS = 3;

  private long[] numbers = new long[0];
  private int size;

  /** Takes records one by one. */
  interface Taker {
    void take(long key, long value, long position) throws IOException;
  }

  void add(long key, long value, long position) {
    int at = size * FIELDS;
    if (at == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(64 * FIELDS, 2 * at));
    }
    numbers[at] = key;
    numbers[at + 1] = value;
    numbers[at + 2] = position;
    size++;
  }

  int size() {
    return size;
  }

  void forEach(Taker taker) throws IOException {
    for (int at = 0; at < size * FIELDS; at += FIELDS) {
      taker.take(numbers[at], numbers[at + 1], numbers[at + 2]);
    }
  }
}
