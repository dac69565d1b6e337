package org.consentledger.core.log.verify;

import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.merkle.ProofVerifier;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.verify.Finding.Code;

/** Checks lines that bring their leaves and proofs along. */
final class SelectionUnit implements Pipeline.Unit {

  private final Hasher hasher = new Hasher();
  private final ProofVerifier proofs = new ProofVerifier();
  private final Checkpoint checkpoint;
  private final LineBatch lines;
  private final KeyedHash keys;

  SelectionUnit(Checkpoint checkpoint, LineBatch lines, KeyedHash keys) {
    this.checkpoint = checkpoint;
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
    outcome.addBytes(lines.length());
    LineCheck check = new LineCheck(keys.copy(), outcome);
    EventLine line = new EventLine();
    for (int i = 0; i < lines.count(); i++) {
      try {
        line.read(lines.bytes(), lines.from(i), lines.to(i));
        check(line, lines.number(i), check, outcome.findings());
      } catch (IllegalArgumentException malformed) {
        outcome
            .findings()
            .add(Code.LINE, EventLines.place(lines.number(i)) + malformed.getMessage());
      }
    }
    return outcome;
  }

  private void check(EventLine line, long number, LineCheck check, Findings findings) {
    if (!line.has(Field.ENTRY) || !line.has(Field.PROOF)) {
      throw new IllegalArgumentException("entry and proof must be there");
    }
    if (line.leaf() == EventLine.NO_LEAF || line.leaf() >= checkpoint.size()) {
      findings.add(
          Code.NOT_SEALED,
          EventLines.place(number) + "no leaf under the checkpoint has event " + line.eventId());
    } else {
      GrowingBytes entry = line.text(Field.ENTRY);
      check.compare(line, entry.array(), 0, entry.length());
      if (!isProved(line, entry)) {
        findings.add(
            Code.PROOF, "leaf " + line.leaf() + ": its proof does not lead to the signed root");
      }
    }
    check.note(line);
  }

  private boolean isProved(EventLine line, GrowingBytes entry) {
    byte[] hash = new byte[Hash.LENGTH];
    hasher.leaf(entry.array(), 0, entry.length(), hash, 0);
    return proofs.verifyInclusion(
        line.leaf(), checkpoint.size(), Hash.of(hash), line.proof(), checkpoint.root());
  }
}
