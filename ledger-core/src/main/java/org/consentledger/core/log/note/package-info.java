/**
 * Signed notes, checkpoints, cosignatures and proofs as C2SP writes them: what a log states about
 * itself and who vouches for it. Parsing is strict, and nothing here reads files or the network.
 */
@NullMarked
package org.consentledger.core.log.note;

import org.jspecify.annotations.NullMarked;
