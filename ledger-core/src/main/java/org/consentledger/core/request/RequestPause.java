package org.consentledger.core.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time during which the term of a request did not run.
 *
 * @param from its first moment
 * @param until the first moment after it; none while it lasts
 */
public record RequestPause(PauseReason reason, Instant from, @Nullable Instant until) {}
