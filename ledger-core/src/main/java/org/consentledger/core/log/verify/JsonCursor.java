package org.consentledger.core.log.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over one JSON document in a range of bytes, without making objects of what it passes. The
 * caller knows which value must come; another one is refused, with its offset in the range. A
 * number that is asked for is whole and not negative.
 */
final class JsonCursor {

  private static final String NULL = "null";
  private static final String WHITESPACE = " \t\n\r";
  private static final int MOST_DIGITS = 18;
  private static final boolean[] ENDS_RUN = endsRun();

  private final byte[] json;
  private final int start;
  private final int end;
  private int at;
  private boolean isFirst;
  private int from;
  private int to;

  JsonCursor(byte[] json, int start, int end) {
    this.json = json;
    this.start = start;
    this.end = end;
    this.at = start;
  }

  void beginObject() {
    expect('{');
    isFirst = true;
  }

  /** Goes past the next key and its colon; false where the object ends. */
  boolean nextKey() {
    if (!nextMember('}')) {
      return false;
    }
    skipString();
    expect(':');
    return true;
  }

  void beginArray() {
    expect('[');
    isFirst = true;
  }

  /** Goes to the next element; false where the array ends. */
  boolean nextElement() {
    return nextMember(']');
  }

  /** Goes past null, if it comes. */
  boolean skipNull() {
    skipWhitespace();
    boolean found = startsWith(NULL, at);
    at += found ? NULL.length() : 0;
    return found;
  }

  long number() {
    skipWhitespace();
    int first = at;
    long value = 0;
    while (isDigit(peek()) && at - first <= MOST_DIGITS) {
      value = value * 10 + json[at++] - '0';
    }
    boolean leadingZero = at > first + 1 && json[first] == '0';
    if (at == first || at - first > MOST_DIGITS || leadingZero) {
      throw malformed("a whole number must stand here");
    }
    return value;
  }

  /**
   * Goes past a string; {@link #from} and {@link #to} then say where it stands as it is written.
   *
   * @return whether it has escapes
   */
  boolean skipString() {
    expect('"');
    from = at;
    boolean hasEscapes = false;
    for (skipRun(); peek() != '"'; skipRun()) {
      hasEscapes = true;
      at += escapeLength();
    }
    to = at++;
    return hasEscapes;
  }

  /** Whether the key or the string that was passed last is written like this. */
  boolean is(String text) {
    return to - from == text.length() && startsWith(text, from);
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Goes past a string and writes the bytes that it means, in UTF-8, to the target. */
  void string(GrowingBytes target) {
    boolean hasEscapes = skipString();
    target.clear();
    if (hasEscapes) {
      new JsonCursor(json, from - 1, to + 1).longString(target);
    } else {
      target.put(json, from, to);
    }
  }

  /**
   * Does the same in one pass, and quicker where there are many escapes. The target grows as if the
   * string went on to the end of the range.
   */
  void longString(GrowingBytes target) {
    expect('"');
    target.clear();
    byte[] bytes = target.room(end - at);
    int read = at;
    int written = 0;
    while (true) {
      while (read < end && !ENDS_RUN[json[read] & 0xFF]) {
        bytes[written++] = json[read++];
      }
      at = read;
      if (peek() == '"') {
        at++;
        target.setLength(written);
        return;
      }
      // An escape is never shorter than what it means: there is room for it.
      int escape = escapeLength();
      written = target.setCodePoint(written, JsonEscape.meaning(json, read, escape));
      read += escape;
    }
  }

  String string() {
    GrowingBytes text = new GrowingBytes();
    string(text);
    return text.toString();
  }

  /** The first character of the value that comes, without going past it; -1 at the end. */
  int peekValue() {
    skipWhitespace();
    return peek();
  }

  /** Goes past letters, digits and signs, as numbers and literals are made of. */
  String letters() {
    int first = at;
    while (isDigit(peek()) || Character.isLetter(peek()) || "+-.".indexOf(peek()) >= 0) {
      at++;
    }
    return new String(json, first, at - first, StandardCharsets.ISO_8859_1);
  }

  void endDocument() {
    skipWhitespace();
    if (at < end) {
      throw malformed("the document has ended");
    }
  }

  IllegalArgumentException malformed(String why) {
    return new IllegalArgumentException("at byte " + (at - start) + ", " + why);
  }

  private boolean nextMember(char closing) {
    skipWhitespace();
    boolean found = peek() != closing;
    if (!found) {
      at++;
    } else if (!isFirst) {
      expect(',');
    }
    isFirst = false;
    return found;
  }

  private void skipRun() {
    int read = at;
    while (read < end && !ENDS_RUN[json[read] & 0xFF]) {
      read++;
    }
    at = read;
  }

  private int escapeLength() {
    int length = JsonEscape.length(json, at, end);
    if (length == 0) {
      throw malformed("a string must go on or end here");
    }
    return length;
  }

  private void expect(char expected) {
    skipWhitespace();
    if (peek() != expected) {
      throw malformed("'" + expected + "' must stand here");
    }
    at++;
  }

  private void skipWhitespace() {
    while (at < end && json[at] <= ' ' && WHITESPACE.indexOf(json[at]) >= 0) {
      at++;
    }
  }

  private boolean startsWith(String text, int offset) {
    if (text.length() > end - offset) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (json[offset + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int peek() {
    return at < end ? json[at] & 0xFF : -1;
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private static boolean[] endsRun() {
    boolean[] ends = new boolean[256];
    Arrays.fill(ends, 0, ' ', true);
    ends['"'] = true;
    ends['\\'] = true;
    return ends;
  }
}
