package org.consentledger.core.log.verify;

import java.util.List;
import java.util.Optional;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.note.VerifierKey;

/**
 * What an auditor holds from elsewhere. Whoever has the database and the key can rewrite everything
 * and be consistent with it; the rewritten history fails against these.
 *
 * @param key a key of the log: one of its keys must be this one
 * @param checkpoints older checkpoints of the log, from which its history must go on
 * @param witnesses keys of witnesses, each of which must have cosigned the archive's checkpoint
 */
public record Anchors(
    Optional<VerifierKey> key, List<SignedNote> checkpoints, List<VerifierKey> witnesses) {

  /** Copies the lists. */
  public Anchors {
    checkpoints = List.copyOf(checkpoints);
    witnesses = List.copyOf(witnesses);
  }

  /** Nothing from elsewhere: the archive can only be checked against itself. */
  public static Anchors none() {
    return new Anchors(Optional.empty(), List.of(), List.of());
  }
}
