package org.consentledger.projections.export;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it leaves the house. Names are those of the archive's lines.
 *
 * @param leaf the index of its leaf
 * @param payload the stored JSON, byte for byte
 * @param entry the bytes of its leaf; none where nobody asked for them
 * @param salt of its commitments, in hexadecimal; none where it was deleted
 */
record ExportedEvent(
    long leaf,
    long position,
    UUID eventId,
    String aggregateType,
    String aggregateId,
    long sequence,
    String name,
    String revision,
    Instant recordedAt,
    String payload,
    String metadata,
    @Nullable String entry,
    @Nullable String salt,
    @Nullable String subjectId,
    @Nullable String purposeId,
    @Nullable String actor) {}
