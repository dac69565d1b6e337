package org.consentledger.core.log;

import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Proofs;
import org.consentledger.core.log.merkle.TileReader;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.NotVerified;
import org.consentledger.core.log.note.SignedNote;

/**
 * Compares the database with what was signed of it: the checkpoints inside, and those that are kept
 * outside. A log that went on from another state than the one it signed last would be two logs.
 */
final class OutsideCheck {

  private final StoredLog log;
  private final LogKeys keys;
  private final TileReader tiles;
  private final CheckpointCopies copies;

  OutsideCheck(StoredLog log, LogKeys keys, TileReader tiles, CheckpointCopies copies) {
    this.log = log;
    this.keys = keys;
    this.tiles = tiles;
    this.copies = copies;
  }

  /**
   * Requires that the leaves are those that were signed.
   *
   * @param size how many leaves the database holds
   * @throws LogUnusable where they are not; the message says what to do
   */
  void require(long size) {
    log.latestCheckpoint()
        .ifPresent(stored -> requireSame(stored.size(), stored.root(), size, "in the database"));
    for (SignedNote copy : copies.known()) {
      Checkpoint known = open(copy);
      requireSame(known.size(), known.root(), size, "kept outside the database");
    }
    for (Testimony testimony : copies.testimonies()) {
      requireReached(testimony.size(), size, testimony.place());
      if (testimony.differs()) {
        throw changed(testimony.size(), testimony.place());
      }
    }
  }

  private Checkpoint open(SignedNote copy) {
    try {
      return Checkpoint.open(copy, keys.verifiers());
    } catch (IllegalArgumentException | NotVerified notOurs) {
      throw new LogUnusable(
          "A checkpoint that is kept outside the database is not one of this log, or was changed."
              + " If it belongs to another ledger, name another place for this one's copies.");
    }
  }

  private void requireSame(long signedSize, Hash signedRoot, long size, String place) {
    requireReached(signedSize, size, place);
    if (!new Proofs(tiles).root(signedSize).equals(signedRoot)) {
      throw changed(signedSize, place);
    }
  }

  private static void requireReached(long signedSize, long size, String place) {
    if (signedSize > size) {
      throw new LogUnusable(
          "The log in this database ends after "
              + size
              + " leaves, but the checkpoint "
              + place
              + " speaks of "
              + signedSize
              + ": an older state was restored. Nothing is recorded or sealed until what is missing"
              + " is back: stop the ledger, run 'ledger reimport' with an export that reaches that"
              + " far, and start again.");
    }
  }

  private static LogUnusable changed(long signedSize, String place) {
    return new LogUnusable(
        "The first "
            + signedSize
            + " leaves in this database are not those that the checkpoint "
            + place
            + " speaks of: history was changed. Nothing is recorded or sealed. Compare the"
            + " database with an export ('ledger verify') and restore what was signed.");
  }
}
