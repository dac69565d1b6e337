package org.consentledger.core.log.verify;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an archive says about itself. Period, subject and types tell a reader what was asked for;
 * nothing can be recomputed from them, and they are only checked for their form.
 *
 * @param size the size of the checkpoint
 * @param events how many events there are
 */
record Manifest(Kind kind, String origin, long size, long events) {

  static final String FILE = "manifest.json";

  private static final String FORMAT = "consent-ledger/archive/v1";
  private static final Set<String> NUMBERS = Set.of("size", "events");
  private static final Set<String> TEXTS =
      Set.of("format", "kind", "origin", "createdAt", "from", "to", "subjectId", "requestId");

  /** What is in an archive. */
  enum Kind {
    /** The whole tree and all events. */
    WHOLE,
    /** Some events, each with its proof. */
    SELECTION
  }

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  static Manifest parse(byte[] json) {
    Map<String, Object> fields = fields(json);
    if (!FORMAT.equals(fields.get("format"))) {
      throw new IllegalArgumentException("the format is not " + FORMAT);
    }
    text(fields, "createdAt");
    return new Manifest(
        Kind.valueOf(text(fields, "kind")),
        text(fields, "origin"),
        number(fields, "size"),
        number(fields, "events"));
  }

  private static Map<String, Object> fields(byte[] json) {
    JsonCursor cursor = new JsonCursor(json, 0, json.length);
    Map<String, Object> fields = new HashMap<>();
    cursor.beginObject();
    while (cursor.nextKey()) {
      String key =
          new String(json, cursor.from(), cursor.to() - cursor.from(), StandardCharsets.UTF_8);
      if (fields.put(key, value(cursor, key)) != null) {
        throw cursor.malformed("a key comes twice");
      }
    }
    cursor.endDocument();
    return fields;
  }

  private static Object value(JsonCursor cursor, String key) {
    if (NUMBERS.contains(key)) {
      return cursor.number();
    }
    if (TEXTS.contains(key)) {
      return cursor.skipNull() ? "" : cursor.string();
    }
    if (key.equals("types")) {
      return cursor.skipNull() ? "" : types(cursor);
    }
    throw cursor.malformed("a manifest has no such key");
  }

  private static Set<String> types(JsonCursor cursor) {
    cursor.beginArray();
    while (cursor.nextElement()) {
      cursor.skipString();
    }
    return Set.of();
  }

  private static String text(Map<String, Object> fields, String key) {
    if (fields.get(key) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new IllegalArgumentException("\"" + key + "\" is missing");
  }

  private static long number(Map<String, Object> fields, String key) {
    if (fields.get(key) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException("\"" + key + "\" is missing");
  }
}
