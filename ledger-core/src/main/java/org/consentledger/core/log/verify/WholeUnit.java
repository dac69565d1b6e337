package org.consentledger.core.log.verify;

import java.util.Arrays;
import java.util.Optional;
import org.consentledger.core.log.entry.EventEntry;
import org.consentledger.core.log.entry.LogEntry;
import org.consentledger.core.log.merkle.TilePath;
import org.consentledger.core.log.verify.Finding.Code;

/**
 * Checks some leaves of one bundle and the lines that should be theirs. The first part of a bundle
 * has its hashes checked as well.
 */
final class WholeUnit implements Pipeline.Unit {

  private final Archive archive;
  private final Part part;
  private final LineBatch lines;
  private final KeyedHash keys;

  /**
   * What a unit is about: the leaves from one until before another, in one bundle.
   *
   * @param tile the tile of level 0 that has their hashes
   * @param isFirst whether it is the first part of its bundle
   */
  record Part(TilePath tile, long from, long to, boolean isFirst) {

    long start() {
      return tile.index() * TilePath.FULL;
    }
  }

  WholeUnit(Archive archive, Part part, LineBatch lines, KeyedHash keys) {
    this.archive = archive;
    this.part = part;
    this.lines = lines;
    this.keys = keys;
  }

  @Override
  public long weight() {
    return lines.length();
  }

  @Override
  public Outcome run() {
    Outcome outcome = new Outcome();

    TilePath path = new TilePath(TilePath.ENTRIES, part.tile().index(), part.tile().width());
    Findings heard = part.isFirst() ? outcome.findings() : new Findings();
    Optional<Bundle> bundle = Bundle.read(archive, path, heard);
    if (part.isFirst()) {
      outcome.setLeaves(new BundleCheck(archive, part.tile(), heard).leaves(bundle));
      outcome.addBytes(bundle.map(it -> (long) it.bytes().length).orElse(0L));
    }
    outcome.addBytes(lines.length());
    new Matching(bundle, outcome).run();
    return outcome;
  }

  /** One walk over leaves and lines side by side. */
  private final class Matching {

    private final Optional<Bundle> bundle;
    private final Outcome outcome;
    private final LineCheck check;
    private final EventLine line = new EventLine();
    private long next = part.from();

    Matching(Optional<Bundle> bundle, Outcome outcome) {
      this.bundle = bundle;
      this.outcome = outcome;
      this.check = new LineCheck(keys.copy(), outcome);
    }

    void run() {
      for (int i = 0; i < lines.count(); i++) {
        try {
          line.read(lines.bytes(), lines.from(i), lines.to(i));
          match(lines.number(i));
        } catch (IllegalArgumentException malformed) {
          find(Code.LINE, lines.number(i), String.valueOf(malformed.getMessage()));
        }
      }
      passLeavesUntil(part.to());
    }

    private void match(long number) {
      if (line.has(Field.ENTRY) || line.has(Field.PROOF)) {
        find(Code.LINE, number, "an entry or a proof stands beside the whole tree");
      }
      if (line.leaf() == EventLine.NO_LEAF || line.leaf() >= part.start() + part.tile().width()) {
        find(Code.NOT_SEALED, number, "no leaf under the checkpoint has event " + line.eventId());
      } else if (line.leaf() < next) {
        find(Code.ORDER, number, "leaf " + line.leaf() + " comes twice or too late");
      } else {
        passLeavesUntil(line.leaf());
        bundle.ifPresent(this::compare);
        next++;
      }
      check.note(line);
    }

    private void compare(Bundle entries) {
      int index = (int) (line.leaf() - part.start());
      check.compare(line, entries.bytes(), entries.from(index), entries.to(index));
    }

    private void passLeavesUntil(long leaf) {
      for (; next < leaf; next++) {
        bundle.ifPresent(this::requireNoEvent);
      }
    }

    private void requireNoEvent(Bundle entries) {
      int index = (int) (next - part.start());
      int from = entries.from(index);
      int to = entries.to(index);
      if (BundleCheck.isEvent(entries.bytes(), from, to)) {
        outcome
            .findings()
            .add(
                Code.LEAF_WITHOUT_EVENT,
                place(Arrays.copyOfRange(entries.bytes(), from, to)) + " has no line");
      }
    }

    private String place(byte[] entry) {
      try {
        return LogEntry.parse(entry) instanceof EventEntry event
            ? LeafDiagnosis.place(next, event)
            : "leaf " + next;
      } catch (IllegalArgumentException malformed) {
        return "leaf " + next;
      }
    }

    private void find(Code code, long number, String message) {
      outcome.findings().add(code, EventLines.place(number) + message);
    }
  }
}
