package org.consentledger.core.log.entry;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.consentledger.core.log.merkle.EntryBundle;

/** Writes one flat object as canonical JSON (RFC 8785), of ASCII strings and whole numbers. */
final class CanonicalWriter {

  /** The largest whole number that every reader of JSON keeps: 2^53 - 1. */
  static final long LARGEST_NUMBER = (1L << 53) - 1;

  private final StringBuilder json = new StringBuilder(512).append('{');
  private String lastKey = "";

  CanonicalWriter string(String key, String value) {
    key(key);
    quote(value);
    return this;
  }

  CanonicalWriter number(String key, long value) {
    if (value < 0 || value > LARGEST_NUMBER) {
      throw new IllegalArgumentException("The number " + key + " is out of bounds: " + value);
    }
    key(key);
    json.append(value);
    return this;
  }

  byte[] bytes() {
    byte[] bytes = json.append('}').toString().getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length > EntryBundle.LONGEST_ENTRY) {
      throw new IllegalArgumentException("A leaf of " + bytes.length + " bytes is too long.");
    }
    return bytes;
  }

  private void key(String key) {
    if (key.compareTo(lastKey) <= 0) {
      throw new IllegalStateException(key + " must not come after " + lastKey + ".");
    }
    if (!lastKey.isEmpty()) {
      json.append(',');
    }
    lastKey = key;
    quote(key);
    json.append(':');
  }

  private void quote(String text) {
    json.append('"');
    if (text.chars().allMatch(CanonicalWriter::standsForItself)) {
      json.append(text); // nearly every text of a leaf
    } else {
      text.chars().forEach(character -> append((char) character));
    }
    json.append('"');
  }

  private static boolean standsForItself(int character) {
    return character >= ' ' && character < 0x80 && character != '"' && character != '\\';
  }

  private void append(char character) {
    switch (character) {
      case '"', '\\' -> json.append('\\').append(character);
      case '\b' -> json.append("\\b");
      case '\t' -> json.append("\\t");
      case '\n' -> json.append("\\n");
      case '\f' -> json.append("\\f");
      case '\r' -> json.append("\\r");
      default -> {
        if (character < ' ') {
          json.append("\\u").append(HexFormat.of().toHexDigits(character));
        } else if (character < 0x80) {
          json.append(character);
        } else {
          throw new IllegalArgumentException("A leaf holds ASCII only.");
        }
      }
    }
  }
}
