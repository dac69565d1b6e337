package org.consentledger.core.purpose;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a purpose; see {@link PurposeEvent.PurposeDefined}.
 *
 * @param evidence the event that defined it
 */
public record PurposeVersion(
    int number,
    PurposeDefinition definition,
    Instant effectiveFrom,
    Instant definedAt,
    UUID evidence) {}
