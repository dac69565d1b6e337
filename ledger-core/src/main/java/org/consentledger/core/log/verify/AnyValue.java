package org.consentledger.core.log.verify;

import java.util.regex.Pattern;

/** Passes over values of JSON that nobody asked for, and refuses what is none. */
final class AnyValue {

  private static final Pattern LITERAL =
      Pattern.compile("true|false|null|-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");

  private static final int DEEPEST = 100;

  private AnyValue() {}

  /** Goes past whatever value comes. */
  static void skip(JsonCursor cursor) {
    skip(cursor, 0);
  }

  private static void skip(JsonCursor cursor, int depth) {
    if (depth > DEEPEST) {
      throw cursor.malformed("values are nested too deep");
    }
    switch (cursor.peekValue()) {
      case '"' -> cursor.skipString();
      case '{' -> {
        cursor.beginObject();
        while (cursor.nextKey()) {
          skip(cursor, depth + 1);
        }
      }
      case '[' -> {
        cursor.beginArray();
        while (cursor.nextElement()) {
          skip(cursor, depth + 1);
        }
      }
      default -> {
        if (!LITERAL.matcher(cursor.letters()).matches()) {
          throw cursor.malformed("a value must stand here");
        }
      }
    }
  }
}
