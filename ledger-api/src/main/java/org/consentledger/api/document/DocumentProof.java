package org.consentledger.api.document;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What vouches for a document. The signature is over everything in the document but this member.
 *
 * @param signature a signed note as C2SP has it. Its lines: {@code
 *     consent-ledger/consent-receipt/v1} or {@code consent-ledger/disposal-certificate/v1}, the
 *     log's name, the identifier of the receipt or of the disposal, and SHA-256 of the document
 *     without {@code proof} in canonical form (RFC 8785), in hexadecimal
 * @param sealed whether the event is under a signed checkpoint of the log yet
 * @param logProof the proof that the event is in the log: a tlog-proof as C2SP has it; missing
 *     while it is not sealed, a few seconds at most
 * @param logProofAt where the proof against the newest checkpoint is
 * @param verifierKeysAt where the keys are that verify signature and proof
 */
@Schema(description = "What vouches for a document.")
public record DocumentProof(
    String signature,
    boolean sealed,
    @Nullable String logProof,
    String logProofAt,
    String verifierKeysAt) {}
