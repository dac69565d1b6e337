package org.consentledger.core.log;

import java.time.Instant;
import org.consentledger.core.log.note.NoteSignature;
import org.consentledger.core.log.note.VerifierKey;

/**
 * A cosignature, verified when it came.
 *
 * @param witness the key that signed
 * @param line its line in the note
 * @param receivedAt when it came
 */
public record WitnessLine(VerifierKey witness, NoteSignature line, Instant receivedAt) {}
