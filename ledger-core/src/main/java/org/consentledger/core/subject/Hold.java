package org.consentledger.core.subject;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.vocabulary.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * A hold that stands (clause 5.7): nothing of the person is erased, anonymised or destroyed.
 *
 * @param eventId the event that placed it
 * @param requestId the authorised body's request that it waits for; none where it is a legal hold
 */
public record Hold(UUID eventId, UUID holdId, @Nullable RequestId requestId, Instant effectiveAt) {

  /** Whether it ends with the answer to the authorised body, and not before. */
  @JsonIgnore
  public boolean isForAuthority() {
    return requestId != null;
  }
}
