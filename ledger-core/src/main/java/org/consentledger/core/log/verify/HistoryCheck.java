package org.consentledger.core.log.verify;

import java.io.IOException;
import org.consentledger.core.log.verify.Finding.Code;
import org.consentledger.core.log.verify.Manifest.Kind;

/**
 * What is only true of all events together: positions follow one another, so do the events of each
 * aggregate, and what is gone was removed by an event that is there. Positions are checked as they
 * come, the rest at the end.
 */
final class HistoryCheck {

  private final Kind kind;
  private final Spill sequences;
  private final Spill removals;
  private final Findings findings;
  private long events;
  private long lastPosition;

  HistoryCheck(Kind kind, Spill sequences, Spill removals, Findings findings) {
    this.kind = kind;
    this.sequences = sequences;
    this.removals = removals;
    this.findings = findings;
  }

  /** How many events came. */
  long events() {
    return events;
  }

  /**
   * Takes the events of a unit.
   *
   * @param mayBeginLate whether the first event may have another position than 1
   */
  void take(Outcome outcome, boolean mayBeginLate) throws IOException {
    outcome
        .sequences()
        .forEach(
            (key, sequence, position) -> {
              checkPosition(position, mayBeginLate);
              sequences.add(key, sequence, position);
            });
    outcome.removals().forEach(removals::add);
  }

  /** After the last event. */
  void finish() throws IOException {
    for (int part = 0; part < sequences.parts(); part++) {
      checkSequences(part);
    }
    for (int part = 0; part < removals.parts(); part++) {
      checkRemovals(part);
    }
  }

  private void checkPosition(long position, boolean mayBeginLate) {
    boolean isFirst = events == 0;
    boolean mayLeaveGap = kind == Kind.SELECTION || (isFirst && mayBeginLate);
    if (mayLeaveGap ? position <= lastPosition : position != lastPosition + 1) {
      findings.add(
          Code.ORDER,
          isFirst
              ? "position " + position + " is the first"
              : "position " + position + " comes after position " + lastPosition);
    }
    lastPosition = position;
    events++;
  }

  private void checkSequences(int part) throws IOException {
    LongTable nextByAggregate = new LongTable();
    sequences.read(
        part,
        (key, sequence, position) -> {
          // A table has no zeros: what is kept is one more than the sequence that comes next.
          long next = Math.max(nextByAggregate.get(key) - 1, 0);
          boolean follows = kind == Kind.SELECTION ? sequence >= next : sequence == next;
          if (!follows) {
            findings.add(
                Code.SEQUENCE,
                "position "
                    + position
                    + ": its aggregate goes on with sequence "
                    + sequence
                    + " where "
                    + next
                    + " should come");
          }
          nextByAggregate.put(key, sequence + 2);
        });
  }

  private void checkRemovals(int part) throws IOException {
    LongTable removing = new LongTable();
    removals.read(
        part,
        (key, kindOf, position) -> {
          if (kindOf == Outcome.REMOVING) {
            removing.put(key, 1);
          }
        });
    removals.read(
        part,
        (key, kindOf, position) -> {
          if (kindOf == Outcome.REMOVED && removing.get(key) == LongTable.NONE) {
            findings.add(
                Code.REMOVAL,
                "position " + position + ": its payload is gone, and no event here removed it");
          }
        });
  }
}
