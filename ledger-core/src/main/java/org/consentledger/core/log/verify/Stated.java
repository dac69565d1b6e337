package org.consentledger.core.log.verify;

import java.util.Set;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.VerifierKey;

/**
 * A checkpoint that somebody stated and known keys signed.
 *
 * @param place where it stands
 * @param signers the known keys that signed it
 */
record Stated(String place, Origin from, Checkpoint checkpoint, Set<VerifierKey> signers) {

  /** Where a checkpoint comes from. */
  enum Origin {
    /** It is the checkpoint of the archive. */
    ARCHIVE,
    /** It is an older one that the archive holds. */
    EARLIER,
    /** The auditor holds it. */
    AUDITOR
  }
}
