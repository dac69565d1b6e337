package org.consentledger.core.log.verify;

import java.io.IOException;
import java.io.InputStream;
import org.consentledger.core.log.verify.Finding.Code;

/** Hands out the lines of {@code events.ndjson}, by the leaves that they are about. */
final class EventLines implements AutoCloseable {

  static final String FILE = "events.ndjson";

  private static final int MOST_AT_ONCE = 4096;

  private final Lines lines;
  private final Findings findings;
  private boolean isBroken;

  EventLines(InputStream in, Findings findings) {
    this.lines = new Lines(in);
    this.findings = findings;
  }

  /** Where a line is, as findings begin. */
  static String place(long number) {
    return FILE + ", line " + number + ": ";
  }

  /**
   * The next lines that are about leaves before that one, or about none; not more than are in one
   * block. The first line about another leaf ends them.
   */
  LineBatch next(long endLeaf) {
    boolean isAny = hasLine();
    LineBatch batch = new LineBatch(lines.block(), isAny ? lines.from() : 0, lines.number());
    while (isAny) {
      long leaf = LeafNumber.of(lines.block(), lines.from(), lines.to());
      if (leaf >= endLeaf) {
        break;
      }
      batch.add(lines.to(), leaf);
      lines.pass();
      if (batch.count() == MOST_AT_ONCE || lines.isBlockEnd()) {
        return batch;
      }
      isAny = hasLine();
    }
    batch.setComplete();
    return batch;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private boolean hasLine() {
    long tooLong = lines.tooLong();
    boolean found = lines.hasLine();
    if (lines.tooLong() > tooLong) {
      findings.add(Code.LINE, FILE + ": before line " + lines.number() + " one is too long");
    }
    if (lines.failure().isPresent() && !isBroken) {
      isBroken = true;
      String why = lines.failure().get().getMessage();
      findings.add(Code.ARCHIVE, FILE + " cannot be read on: " + why);
    }
    return found;
  }
}
