package org.consentledger.core.subject;

import java.time.Instant;
import java.util.UUID;

/**
 * A legal hold that stands (clause 5.7): nothing of the person is erased, anonymised or destroyed.
 *
 * @param eventId the event that placed it
 */
public record Hold(UUID eventId, UUID holdId, Instant effectiveAt) {}
