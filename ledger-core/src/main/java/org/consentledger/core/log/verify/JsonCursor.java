package org.consentledger.core.log.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Walks over one JSON document in a range of bytes, without making objects of what it passes. The
 * caller knows which value must come; another one is refused, with its offset in the range. A
 * number is whole and not negative, except where values are skipped.
 */
final class JsonCursor {

  private static final Pattern LITERAL =
      Pattern.compile("true|false|null|-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");

  private static final String NULL = "null";
  private static final int MOST_DIGITS = 18;
  private static final int DEEPEST = 100;
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
    if (found) {
      at += NULL.length();
    }
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
    int length = 0;
    while (true) {
      while (at < end && !ENDS_RUN[json[at] & 0xFF]) {
        bytes[length++] = json[at++];
      }
      if (peek() == '"') {
        at++;
        target.setLength(length);
        return;
      }
      // An escape is never shorter than what it means: there is room for it.
      int escape = escapeLength();
      length = target.setCodePoint(length, JsonEscape.meaning(json, at, escape));
      at += escape;
    }
  }

  String string() {
    GrowingBytes text = new GrowingBytes();
    string(text);
    return text.toString();
  }

  /** Goes past whatever value comes. */
  void skipValue() {
    skipValue(0);
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

  private void skipValue(int depth) {
    if (depth > DEEPEST) {
      throw malformed("values are nested too deep");
    }
    skipWhitespace();
    switch (peek()) {
      case '"' -> skipString();
      case '{' -> {
        beginObject();
        while (nextKey()) {
          skipValue(depth + 1);
        }
      }
      case '[' -> {
        beginArray();
        while (nextElement()) {
          skipValue(depth + 1);
        }
      }
      default -> skipLiteral();
    }
  }

  private void skipLiteral() {
    int first = at;
    while (isDigit(peek()) || Character.isLetter(peek()) || "+-.".indexOf(peek()) >= 0) {
      at++;
    }
    String literal = new String(json, first, at - first, StandardCharsets.ISO_8859_1);
    if (!LITERAL.matcher(literal).matches()) {
      throw malformed("a value must stand here");
    }
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
    while (at < end && !ENDS_RUN[json[at] & 0xFF]) {
      at++;
    }
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
    while (at < end && isWhitespace(json[at])) {
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

  private static boolean isWhitespace(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
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
