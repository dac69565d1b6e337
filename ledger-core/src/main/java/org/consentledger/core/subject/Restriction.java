package org.consentledger.core.subject;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.vocabulary.RequestReason;
import org.jspecify.annotations.Nullable;

/**
 * One statement that data within a scope is blocked, or free again (clause 2.2). Of several
 * statements about the same data the latest counts.
 *
 * @param eventId the event that stated it
 * @param blocked blocked, or free again
 */
public record Restriction(
    UUID eventId,
    boolean blocked,
    Scope scope,
    @Nullable RequestReason reason,
    Instant effectiveAt) {}
