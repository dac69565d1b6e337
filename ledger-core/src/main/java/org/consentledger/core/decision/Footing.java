package org.consentledger.core.decision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.decision.Decision.Reason;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A ground that may carry the act, with all that speaks against it.
 *
 * @param reason what permits the act, where nothing speaks against it
 * @param evidence the event that the ground rests on; none where there is none
 * @param policyVersion the policy that was consented to, where it is a consent
 * @param until the moment at which the passing of time alone may end it; none where it never will
 */
record Footing(
    LegalGround ground,
    ReasonCode reason,
    @Nullable UUID evidence,
    @Nullable PolicyVersion policyVersion,
    @Nullable Instant until,
    List<Reason> against) {

  Footing {
    against = List.copyOf(against);
  }

  boolean holds() {
    return against.isEmpty();
  }
}
