package org.consentledger.core.log.verify;

/** A table from numbers to positive numbers, which grows. The keys must be spread already. */
final class LongTable {

  /** What a key has that was never put. */
  static final long NONE = 0;

  private static final int FIRST = 1 << 10;

  private long[] keys = new long[FIRST];
  private long[] values = new long[FIRST];
  private int size;

  long get(long key) {
    return values[slot(key)];
  }

  void put(long key, long value) {
    int slot = slot(key);
    if (values[slot] == NONE) {
      size++;
    }
    keys[slot] = key;
    values[slot] = value;
    if (size * 2 > keys.length) {
      grow();
    }
  }

  /** Where the key is, or where it would be put. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key >>> Integer.SIZE) & mask;
    while (values[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new long[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != NONE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
