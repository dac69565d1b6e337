package org.consentledger.core.ground;

import java.time.Instant;
import java.util.UUID;

/**
 * Whether a ground may be used from a moment on; see {@link GroundSwitchEvent}.
 *
 * @param evidence the event that said so
 */
public record GroundSwitch(
    boolean allowed, Instant effectiveFrom, Instant recordedAt, UUID evidence) {}
