package org.consentledger.core.log;

import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.consentledger.core.log.note.SignedNote;

/** A whole history as an export holds it, which was verified before it is used. */
public interface ExportedHistory {

  /**
   * An event as it was stored.
   *
   * @param recordedAt ISO 8601
   * @param payload the stored JSON, byte for byte; none of it may be missing
   * @param salt 64 hexadecimal digits
   */
  record Event(
      long position,
      String eventId,
      String aggregateType,
      String aggregateId,
      long sequence,
      String name,
      String revision,
      String recordedAt,
      String payload,
      String metadata,
      String salt) {}

  /** The checkpoint that the history ends with. */
  SignedNote checkpoint();

  /** All entries in the order of the leaves. Closed by the caller. */
  Stream<byte[]> entries();

  /** The events after a position, in order. Closed by the caller. */
  Stream<Event> eventsAfter(long position);

  /** Splits a stream into lists of at most so many. */
  static <T> Stream<List<T>> batches(Stream<T> all, int most) {
    return all.gather(Gatherers.windowFixed(most));
  }
}
