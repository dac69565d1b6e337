package org.consentledger.core.log;

import java.time.Instant;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.note.SignedNote;

/**
 * A checkpoint that the log signed.
 *
 * @param size how many leaves it speaks of
 * @param root the root over them
 * @param note as it was signed; where it says so, with the signatures of witnesses after the log's
 * @param signedAt when
 */
public record StoredCheckpoint(long size, Hash root, SignedNote note, Instant signedAt) {}
