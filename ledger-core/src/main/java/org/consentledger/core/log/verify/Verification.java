package org.consentledger.core.log.verify;

import java.util.List;
import java.util.Optional;
import org.consentledger.core.log.note.Checkpoint;

/**
 * What came of verifying an archive.
 *
 * @param checkpoint the checkpoint of the archive; empty if there is none that can be read. It is
 *     vouched for only if nothing was found
 * @param events how many events were read
 * @param checkpoints how many checkpoints were checked, with the archive's own
 * @param cosignatures how many signatures of witnesses stand under the archive's checkpoint;
 *     verified are those whose keys were given
 * @param timeStamps how many RFC 3161 time stamps there are; {@code openssl ts -verify} checks them
 * @param findings what is wrong, at most a hundred
 * @param findingsInAll how many things are wrong
 */
public record Verification(
    Optional<Checkpoint> checkpoint,
    long events,
    long checkpoints,
    long cosignatures,
    long timeStamps,
    List<Finding> findings,
    long findingsInAll) {

  /** Copies the list. */
  public Verification {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return findingsInAll == 0;
  }
}
