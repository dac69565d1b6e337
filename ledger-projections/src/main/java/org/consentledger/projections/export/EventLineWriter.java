package org.consentledger.projections.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.consentledger.core.log.entry.EntryTime;
import org.consentledger.core.log.merkle.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of {@code events.ndjson}. The stored JSON stands there as text, so that every
 * reader of JSON gets exactly the bytes that the leaf commits to.
 */
final class EventLineWriter {

  private final JsonGenerator line;
  private final @Nullable CachedProofs proofs;

  /**
   * Writes lines.
   *
   * @param proofs adds to each event its leaf and the proof of it; none where the tree is there
   */
  EventLineWriter(JsonGenerator line, @Nullable CachedProofs proofs) {
    this.line = line;
    this.proofs = proofs;
  }

  void write(ExportedEvent event) throws IOException {
    boolean removed = event.salt() == null;
    line.writeStartObject();
    line.writeNumberField("leaf", event.leaf());
    line.writeNumberField("position", event.position());
    line.writeStringField("eventId", event.eventId().toString());
    line.writeStringField("aggregateType", event.aggregateType());
    line.writeStringField("aggregateId", event.aggregateId());
    line.writeNumberField("sequence", event.sequence());
    line.writeStringField("name", event.name());
    line.writeStringField("revision", event.revision());
    line.writeStringField("recordedAt", EntryTime.format(event.recordedAt()));
    line.writeStringField("payload", removed ? null : event.payload());
    line.writeStringField("metadata", removed ? null : event.metadata());
    line.writeStringField("salt", event.salt());
    if (proofs != null) {
      line.writeStringField("entry", event.entry());
      line.writeArrayFieldStart("proof");
      for (Hash hash : proofs.inclusion(event.leaf())) {
        line.writeString(hash.base64());
      }
      line.writeEndArray();
    }
    line.writeEndObject();
    line.writeRaw('\n');
  }
}
