package org.consentledger.core.log.verify;

import java.util.List;

/** What the line of an event holds, in the order in which it is usually written. */
enum Field {
  LEAF("leaf"),
  POSITION("position"),
  EVENT_ID("eventId"),
  AGGREGATE_TYPE("aggregateType"),
  AGGREGATE_ID("aggregateId"),
  SEQUENCE("sequence"),
  NAME("name"),
  REVISION("revision"),
  RECORDED_AT("recordedAt"),
  PAYLOAD("payload"),
  METADATA("metadata"),
  SALT("salt"),
  REMOVED_BY("removedBy"),
  ENTRY("entry"),
  PROOF("proof");

  private static final List<Field> ALL = List.of(values());

  private final String key;

  Field(String key) {
    this.key = key;
  }

  /**
   * The field whose key the cursor has passed.
   *
   * @param expected its place, if the order is the usual one; that field is tried first
   */
  static Field of(JsonCursor cursor, int expected) {
    if (expected < ALL.size() && cursor.is(ALL.get(expected).key)) {
      return ALL.get(expected);
    }
    for (Field field : ALL) {
      if (cursor.is(field.key)) {
        return field;
      }
    }
    throw cursor.malformed("a line has no such key");
  }

  String key() {
    return key;
  }
}
