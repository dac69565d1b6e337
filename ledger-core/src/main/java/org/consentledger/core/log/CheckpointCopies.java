package org.consentledger.core.log;

import java.util.List;
import org.consentledger.core.log.note.SignedNote;

/**
 * Checkpoints that are kept outside the database. A history that is rewritten, or a database that
 * is restored from an old backup, can only be told by them.
 */
public interface CheckpointCopies {

  /** The largest checkpoints that are known outside, of each place one; in any order. */
  List<SignedNote> known();

  /** What places outside say that contradicts the database, without a checkpoint to show. */
  default List<Testimony> testimonies() {
    return List.of();
  }

  /** Keeps a checkpoint that was signed and stored just now. */
  void keep(SignedNote checkpoint);
}
