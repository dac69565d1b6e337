package org.consentledger.core.log.entry;

import java.util.Map;

/** The fields of an entry that was read: each is taken once, and in the end none may be left. */
final class Fields {

  private final Map<String, Object> left;

  Fields(Map<String, Object> left) {
    this.left = left;
  }

  boolean has(String key) {
    return left.containsKey(key);
  }

  String string(String key) {
    if (left.remove(key) instanceof String value) {
      return value;
    }
    throw new IllegalArgumentException("The entry has no text \"" + key + "\".");
  }

  long number(String key) {
    if (left.remove(key) instanceof Long value) {
      return value;
    }
    throw new IllegalArgumentException("The entry has no number \"" + key + "\".");
  }

  void requireVersion(long version) {
    long found = number("v");
    if (found != version) {
      throw new IllegalArgumentException("An entry of version " + found + " is not known.");
    }
  }

  void requireNoneLeft() {
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("The entry has unknown fields: " + left.keySet());
    }
  }
}
