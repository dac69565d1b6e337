package org.consentledger.core.log.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.consentledger.core.log.verify.Finding.Code;

/** Checks lines against their leaves, and notes what can only be checked over all events. */
final class LineCheck {

  private static final byte[] REMOVAL = "payload.removed".getBytes(StandardCharsets.US_ASCII);
  private static final String POSITION = "position";

  private final ExpectedLeaf expected = new ExpectedLeaf();
  private final KeyedHash keys;
  private final Outcome outcome;

  LineCheck(KeyedHash keys, Outcome outcome) {
    this.keys = keys;
    this.outcome = outcome;
  }

  void compare(EventLine line, byte[] bytes, int from, int to) {
    if (line.isRemoved() || !expected.isAt(bytes, from, to, line)) {
      byte[] leaf = Arrays.copyOfRange(bytes, from, to);
      new LeafDiagnosis(outcome.findings()).compare(line, leaf);
    }
  }

  void note(EventLine line) {
    long aggregate = keys.of(line.text(Field.AGGREGATE_TYPE), line.text(Field.AGGREGATE_ID));
    outcome.sequences().add(aggregate, line.sequence(), line.position());
    if (line.isRemoved()) {
      long key = keys.of(line.text(Field.REMOVED_BY), line.position());
      outcome.removals().add(key, Outcome.REMOVED, line.position());
    } else if (line.text(Field.NAME).isAt(REMOVAL, 0, REMOVAL.length)) {
      noteRemoval(line);
    }
  }

  private void noteRemoval(EventLine line) {
    GrowingBytes payload = line.text(Field.PAYLOAD);
    try {
      long removed = position(new JsonCursor(payload.array(), 0, payload.length()));
      long key = keys.of(line.text(Field.EVENT_ID), removed);
      outcome.removals().add(key, Outcome.REMOVING, line.position());
    } catch (IllegalArgumentException malformed) {
      outcome
          .findings()
          .add(
              Code.REMOVAL,
              "position " + line.position() + ": it removed a payload and does not say which");
    }
  }

  private static long position(JsonCursor payload) {
    payload.beginObject();
    while (payload.nextKey()) {
      if (payload.is(POSITION)) {
        return payload.number();
      }
      AnyValue.skip(payload);
    }
    throw payload.malformed("no position");
  }
}
