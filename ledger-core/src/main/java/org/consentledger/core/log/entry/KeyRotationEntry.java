package org.consentledger.core.log.entry;

import java.time.Instant;
import org.consentledger.core.log.note.VerifierKey;

/**
 * The leaf that gives the log a new key. The checkpoint whose last leaf it is carries a signature
 * of the old key and one of the new; every later one is signed with the new.
 *
 * @param time when the key changed, in whole microseconds
 */
public record KeyRotationEntry(VerifierKey oldKey, VerifierKey newKey, Instant time)
    implements LogEntry {

  static final String KIND = "key-rotation";

  private static final long VERSION = 1;

  static KeyRotationEntry of(Fields fields) {
    fields.requireVersion(VERSION);
    return new KeyRotationEntry(
        VerifierKey.parse(fields.string("oldVkey")),
        VerifierKey.parse(fields.string("newVkey")),
        EntryTime.parse(fields.string("time")));
  }

  @Override
  public byte[] bytes() {
    return new CanonicalWriter()
        .string("kind", KIND)
        .string("newVkey", newKey.toString())
        .string("oldVkey", oldKey.toString())
        .string("time", EntryTime.format(time))
        .number("v", VERSION)
        .bytes();
  }
}
