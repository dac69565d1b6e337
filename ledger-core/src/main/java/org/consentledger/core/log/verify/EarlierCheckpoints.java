package org.consentledger.core.log.verify;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.consentledger.core.log.verify.Finding.Code;
import org.consentledger.core.log.verify.Stated.Origin;

/** The checkpoints of {@code checkpoints.ndjson}, one after the other, with rising sizes. */
final class EarlierCheckpoints implements CheckpointSource {

  static final String FILE = "checkpoints.ndjson";

  private static final String SIZE = "size";
  private static final String ISSUED_AT = "issuedAt";
  private static final String NOTE = "note";

  private final Lines lines;
  private final CheckpointReader reader;
  private final Findings findings;
  private long lastSize = -1;

  EarlierCheckpoints(Lines lines, CheckpointReader reader, Findings findings) {
    this.lines = lines;
    this.reader = reader;
    this.findings = findings;
  }

  @Override
  public Optional<Stated> next() {
    while (lines.hasLine()) {
      Optional<Stated> stated = read();
      lines.pass();
      if (stated.isPresent()) {
        return stated;
      }
    }
    if (lines.tooLong() > 0) {
      findings.add(Code.LINE, FILE + ": " + lines.tooLong() + " lines are too long");
    }
    lines
        .failure()
        .ifPresent(
            it -> findings.add(Code.ARCHIVE, FILE + " cannot be read on: " + it.getMessage()));
    return Optional.empty();
  }

  private Optional<Stated> read() {
    String place = FILE + ", line " + lines.number();
    try {
      Line line = Line.read(new JsonCursor(lines.block(), lines.from(), lines.to()));
      byte[] note = line.note.getBytes(StandardCharsets.UTF_8);
      return reader.read(place, Origin.EARLIER, note).filter(it -> isInOrder(it, line.size));
    } catch (IllegalArgumentException malformed) {
      findings.add(Code.LINE, place + ": " + malformed.getMessage());
      return Optional.empty();
    }
  }

  private boolean isInOrder(Stated stated, long size) {
    long actual = stated.checkpoint().size();
    if (actual != size) {
      findings.add(Code.SIZE, stated.place() + ": its checkpoint has size " + actual);
    }
    if (actual <= lastSize) {
      findings.add(Code.ORDER, stated.place() + ": size " + actual + " does not rise");
      return false;
    }
    lastSize = actual;
    return true;
  }

  /** What a line says. */
  private record Line(long size, String note) {

    static Line read(JsonCursor cursor) {
      long size = -1;
      String note = "";
      boolean isDated = false;
      cursor.beginObject();
      while (cursor.nextKey()) {
        if (cursor.is(SIZE) && size < 0) {
          size = cursor.number();
        } else if (cursor.is(NOTE) && note.isEmpty()) {
          note = cursor.string();
        } else if (cursor.is(ISSUED_AT) && !isDated) {
          cursor.skipString();
          isDated = true;
        } else {
          throw cursor.malformed("a key is unknown or comes twice");
        }
      }
      cursor.endDocument();
      if (size < 0 || note.isEmpty() || !isDated) {
        throw new IllegalArgumentException("size, issuedAt and note must be there");
      }
      return new Line(size, note);
    }
  }
}
