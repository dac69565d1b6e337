package org.consentledger.core.log.verify;

/**
 * The escapes within strings of JSON: a letter, or four digits, or twice four for one character.
 */
final class JsonEscape {

  private static final String LETTERS = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";
  private static final byte[] BY_LETTER = byLetter();

  private static final int SHORT = 2;
  private static final int LONG = 6;

  private JsonEscape() {}

  /** How many bytes the escape takes that begins here; 0 where it is malformed. */
  static int length(byte[] json, int at, int end) {
    if (end - at < SHORT || json[at] != '\\') {
      return 0;
    }
    if (json[at + 1] != 'u') {
      return BY_LETTER[json[at + 1] & 0xFF] == 0 ? 0 : SHORT;
    }
    int first = digits(json, at, end);
    if (first < 0 || Character.isLowSurrogate((char) first)) {
      return 0;
    }
    if (!Character.isHighSurrogate((char) first)) {
      return LONG;
    }
    int second = digits(json, at + LONG, end);
    return second >= 0 && Character.isLowSurrogate((char) second) ? 2 * LONG : 0;
  }

  /** The character that a well-formed escape of that length means. */
  static int meaning(byte[] json, int at, int length) {
    if (length == SHORT) {
      return BY_LETTER[json[at + 1] & 0xFF];
    }
    int first = digits(json, at, at + LONG);
    return length == LONG
        ? first
        : Character.toCodePoint((char) first, (char) digits(json, at + LONG, at + 2 * LONG));
  }

  /** The number behind a backslash and a u; -1 where there is none. */
  private static int digits(byte[] json, int at, int end) {
    if (end - at < LONG || json[at] != '\\' || json[at + 1] != 'u') {
      return -1;
    }
    int value = 0;
    for (int i = 2; i < LONG; i++) {
      int digit = Character.digit(json[at + i], 16);
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  private static byte[] byLetter() {
    byte[] meanings = new byte[256];
    for (int i = 0; i < LETTERS.length(); i++) {
      meanings[LETTERS.charAt(i)] = (byte) MEANINGS.charAt(i);
    }
    return meanings;
  }
}
