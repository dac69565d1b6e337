package org.consentledger.core.eventstore;

import java.util.UUID;
import org.consentledger.core.log.merkle.Hash;

/**
 * An event that was appended, with the commitments to what it says that its leaf in the log will
 * hold.
 *
 * @param name its stored name; see {@link EventNames}
 * @param position its place in the one global order
 * @param data what happened
 * @param payload the commitment to its payload; see {@link
 *     org.consentledger.core.log.entry.Commitment}
 * @param metadata the commitment to its metadata
 */
public record CommittedEvent(
    UUID eventId, String name, long position, Object data, Hash payload, Hash metadata) {}
