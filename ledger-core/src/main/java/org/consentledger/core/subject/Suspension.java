package org.consentledger.core.subject;

import java.time.Instant;
import java.util.UUID;

/**
 * A suspension that stands (clause 8.4): nothing is sent to the person on a consent that is older
 * than it.
 *
 * @param eventId the event that suspended
 */
public record Suspension(UUID eventId, UUID suspensionId, Instant effectiveAt) {}
