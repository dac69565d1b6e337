package org.consentledger.core.log.entry;

import java.util.Arrays;

/** What a leaf of the log says. */
public sealed interface LogEntry permits EventEntry, GenesisEntry, KeyRotationEntry {

  /**
   * The bytes of the leaf: canonical JSON.
   *
   * @throws IllegalArgumentException if they would be more than 65,535
   */
  byte[] bytes();

  /**
   * Reads the bytes of a leaf.
   *
   * @throws IllegalArgumentException if {@link #bytes} would write others; the message says where
   */
  static LogEntry parse(byte[] bytes) {
    Fields fields = CanonicalReader.read(bytes);
    LogEntry entry = fields.has("kind") ? special(fields) : EventEntry.of(fields);
    fields.requireNoneLeft();
    if (!Arrays.equals(entry.bytes(), bytes)) {
      throw new IllegalArgumentException("The entry is not written as its content would be.");
    }
    return entry;
  }

  private static LogEntry special(Fields fields) {
    String kind = fields.string("kind");
    return switch (kind) {
      case GenesisEntry.KIND -> GenesisEntry.of(fields);
      case KeyRotationEntry.KIND -> KeyRotationEntry.of(fields);
      default -> throw new IllegalArgumentException("An entry of an unknown kind: " + kind);
    };
  }
}
