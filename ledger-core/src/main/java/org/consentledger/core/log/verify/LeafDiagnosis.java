package org.consentledger.core.log.verify;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.core.log.entry.Commitment;
import org.consentledger.core.log.entry.EventEntry;
import org.consentledger.core.log.entry.LogEntry;
import org.consentledger.core.log.verify.Finding.Code;

/**
 * Says in what an event and its leaf differ, field by field. It is asked only where they are not
 * plainly the same: about few events of an honest archive, such as those whose payload was removed.
 */
final class LeafDiagnosis {

  private final Findings findings;

  LeafDiagnosis(Findings findings) {
    this.findings = findings;
  }

  void compare(EventLine line, byte[] leaf) {
    String place = "leaf " + line.leaf();
    try {
      if (LogEntry.parse(leaf) instanceof EventEntry entry) {
        compare(line, entry, place(line.leaf(), entry));
      } else {
        findings.add(Code.EVENT_WITHOUT_LEAF, place + " stands for no event");
      }
    } catch (IllegalArgumentException malformed) {
      findings.add(Code.ENTRY, place + ": " + malformed.getMessage());
    }
  }

  /** Where an event is, by its leaf. */
  static String place(long leaf, EventEntry entry) {
    return "leaf " + leaf + ", position " + entry.position() + ", event " + entry.eventId();
  }

  private void compare(EventLine line, EventEntry entry, String place) {
    List<String> differing = new ArrayList<>();
    if (line.position() != entry.position()) {
      differing.add("position");
    }
    if (line.sequence() != entry.sequence()) {
      differing.add("sequence");
    }
    compare(differing, line, Field.EVENT_ID, entry.eventId().toString());
    compare(differing, line, Field.AGGREGATE_TYPE, entry.aggregateType());
    compare(differing, line, Field.AGGREGATE_ID, entry.aggregateId());
    compare(differing, line, Field.NAME, entry.name());
    compare(differing, line, Field.REVISION, entry.revision());
    compare(differing, line, Field.RECORDED_AT, entry.recordedAtText());
    if (!differing.isEmpty()) {
      findings.add(Code.EVENT, place + ": " + String.join(", ", differing) + " of another value");
    }
    if (!line.isRemoved()) {
      compareContent(line, entry, place);
    }
  }

  private void compareContent(EventLine line, EventEntry entry, String place) {
    Commitment commitment = new Commitment();
    if (!commitment.payload(line.salt(), line.text(Field.PAYLOAD).copy()).equals(entry.payload())) {
      findings.add(Code.PAYLOAD, place + ": another payload than the leaf commits to");
    }
    if (!commitment
        .metadata(line.salt(), line.text(Field.METADATA).copy())
        .equals(entry.metadata())) {
      findings.add(Code.METADATA, place + ": other metadata than the leaf commits to");
    }
  }

  private static void compare(
      List<String> differing, EventLine line, Field field, String expected) {
    if (!line.text(field).toString().equals(expected)) {
      differing.add(field.key());
    }
  }
}
