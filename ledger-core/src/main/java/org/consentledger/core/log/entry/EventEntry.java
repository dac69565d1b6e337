package org.consentledger.core.log.entry;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.log.merkle.Hash;

/**
 * The leaf of an event: its place in the history, and commitments in place of what it says.
 *
 * @param position the event's place in the one global order
 * @param sequence its place among the events of its aggregate, from 0
 * @param name its stored name
 * @param revision the revision of its payload
 * @param recordedAt when it was recorded, in whole microseconds
 * @param payload the commitment to its payload; see {@link Commitment}
 * @param metadata the commitment to its metadata
 */
public record EventEntry(
    long position,
    UUID eventId,
    String aggregateType,
    String aggregateId,
    long sequence,
    String name,
    String revision,
    Instant recordedAt,
    Hash payload,
    Hash metadata)
    implements LogEntry {

  private static final long VERSION = 1;

  static EventEntry of(Fields fields) {
    fields.requireVersion(VERSION);
    return new EventEntry(
        fields.number("pos"),
        UUID.fromString(fields.string("eventId")),
        fields.string("aggType"),
        fields.string("agg"),
        fields.number("seq"),
        fields.string("type"),
        fields.string("rev"),
        EntryTime.parse(fields.string("time")),
        Hash.parseHex(fields.string("payload")),
        Hash.parseHex(fields.string("meta")));
  }

  /** When it was recorded, as the leaf writes it. */
  public String recordedAtText() {
    return EntryTime.format(recordedAt);
  }

  @Override
  public byte[] bytes() {
    return new CanonicalWriter()
        .string("agg", aggregateId)
        .string("aggType", aggregateType)
        .string("eventId", eventId.toString())
        .string("meta", metadata.toString())
        .string("payload", payload.toString())
        .number("pos", position)
        .string("rev", revision)
        .number("seq", sequence)
        .string("time", recordedAtText())
        .string("type", name)
        .number("v", VERSION)
        .bytes();
  }
}
