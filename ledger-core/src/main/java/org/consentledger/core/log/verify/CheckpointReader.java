package org.consentledger.core.log.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.NotVerified;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.VerifierKey;
import org.consentledger.core.log.verify.Finding.Code;

/** Opens notes that should be checkpoints of one log. */
final class CheckpointReader {

  private final String origin;
  private final List<VerifierKey> known;
  private final Findings findings;

  CheckpointReader(
      String origin, List<VerifierKey> logKeys, List<VerifierKey> witnesses, Findings findings) {
    this.origin = origin;
    this.known = new ArrayList<>(logKeys);
    known.addAll(witnesses);
    this.findings = findings;
  }

  /** The checkpoint in a note; empty, with a finding, where it is not one that the log signed. */
  Optional<Stated> read(String place, Stated.Origin from, byte[] note) {
    try {
      return open(place, from, SignedNote.parse(note));
    } catch (IllegalArgumentException malformed) {
      findings.add(Code.SIGNATURE, place + ": " + malformed.getMessage());
      return Optional.empty();
    }
  }

  /** The same, of a note that was read already. */
  Optional<Stated> open(String place, Stated.Origin from, SignedNote note) {
    try {
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      Set<VerifierKey> signers = note.open(known);
      if (checkpoint.origin().equals(origin) && checkpoint.isOfLog(signers)) {
        return Optional.of(new Stated(place, from, checkpoint, signers));
      }
      findings.add(Code.SIGNATURE, place + ": it is not signed by this log");
    } catch (NotVerified | IllegalArgumentException refused) {
      findings.add(Code.SIGNATURE, place + ": " + refused.getMessage());
    }
    return Optional.empty();
  }
}
