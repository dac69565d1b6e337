package org.consentledger.core.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Question}: yes on a ground, or no for every reason that speaks against.
 *
 * @param ground the ground of section 7 on which it is permitted; none where it is denied
 * @param reasons why, all of them
 * @param policyVersion the version of the policy that was consented to, where consent decides
 * @param moment the moment for which it was decided
 * @param validUntil the moment at which the passing of time alone may turn a permission into a
 *     denial; none where it never will
 */
public record Decision(
    Verdict verdict,
    @Nullable LegalGround ground,
    List<Reason> reasons,
    @Nullable PolicyVersion policyVersion,
    Instant moment,
    @Nullable Instant validUntil) {

  /** Yes or no. */
  public enum Verdict {
    /** It may be done. */
    PERMIT,
    /** It must not be done. */
    DENY
  }

  /**
   * One reason.
   *
   * @param evidence the events that it rests on
   */
  public record Reason(ReasonCode code, List<UUID> evidence) {}

  /** Copies the list. */
  public Decision {
    reasons = List.copyOf(reasons);
  }

  /** Whether it may be done. */
  public boolean isPermitted() {
    return verdict == Verdict.PERMIT;
  }

  /** The events that the decision rests on. */
  public List<UUID> evidence() {
    return reasons.stream().map(Reason::evidence).flatMap(Collection::stream).distinct().toList();
  }
}
