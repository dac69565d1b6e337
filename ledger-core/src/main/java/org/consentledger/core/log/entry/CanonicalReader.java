package org.consentledger.core.log.entry;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads one flat object of canonical JSON (RFC 8785), of ASCII strings and whole numbers. Whatever
 * {@link CanonicalWriter} would write in another way is refused, with the byte at which it is.
 */
final class CanonicalReader {

  private static final int END = -1;
  private static final int MOST_DIGITS = 16;

  private final byte[] json;
  private int at;

  private CanonicalReader(byte[] json) {
    this.json = json;
  }

  static Fields read(byte[] json) {
    return new Fields(new CanonicalReader(json).object());
  }

  private Map<String, Object> object() {
    Map<String, Object> fields = new LinkedHashMap<>();
    expect('{');
    String lastKey = "";
    do {
      int start = at;
      String key = string();
      if (key.compareTo(lastKey) <= 0) {
        throw refused(start, "keys must rise");
      }
      expect(':');
      fields.put(key, peek() == '"' ? string() : number());
      lastKey = key;
    } while (skip(','));
    expect('}');
    if (at < json.length) {
      throw refused(at, "the object has ended");
    }
    return fields;
  }

  private Long number() {
    int start = at;
    long value = 0;
    while (peek() >= '0' && peek() <= '9' && at - start < MOST_DIGITS) {
      value = value * 10 + next() - '0';
    }
    boolean leadingZero = at > start + 1 && json[start] == '0';
    if (at == start || leadingZero || value > CanonicalWriter.LARGEST_NUMBER) {
      throw refused(start, "a string or a whole number up to 2^53 - 1 must stand here");
    }
    return value;
  }

  private String string() {
    expect('"');
    StringBuilder text = new StringBuilder();
    for (int next = next(); next != '"'; next = next()) {
      if (next == END || next < ' ' || next >= 0x80) {
        throw refused(at - 1, "a string holds printable ASCII and ends with a quotation mark");
      }
      text.append(next == '\\' ? escaped() : (char) next);
    }
    return text.toString();
  }

  private char escaped() {
    return switch (next()) {
      case '"' -> '"';
      case '\\' -> '\\';
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> control();
      default -> throw refused(at - 1, "no such escape is canonical");
    };
  }

  /** Only control characters without an escape of their own are written by their number. */
  private char control() {
    int start = at;
    char value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = "0123456789abcdef".indexOf(next());
      if (digit < 0) {
        throw refused(at - 1, "four lower-case hexadecimal digits must stand here");
      }
      value = (char) ((value << 4) | digit);
    }
    if (value >= ' ' || "\b\t\n\f\r".indexOf(value) >= 0) {
      throw refused(start, "this character has a shorter form");
    }
    return value;
  }

  private void expect(char expected) {
    if (!skip(expected)) {
      throw refused(at, "'" + expected + "' must stand here");
    }
  }

  private boolean skip(char expected) {
    boolean found = peek() == expected;
    if (found) {
      at++;
    }
    return found;
  }

  private int peek() {
    return at < json.length ? json[at] & 0xFF : END;
  }

  private int next() {
    int next = peek();
    at++;
    return next;
  }

  private static IllegalArgumentException refused(int offset, String why) {
    return new IllegalArgumentException("Not canonical at byte " + offset + ": " + why + ".");
  }
}
