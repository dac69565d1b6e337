package org.consentledger.api.site.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consentledger.api.policy.PolicyView;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy among the others.
 *
 * @param standing whether it is in force
 * @param until when the next version takes its place; missing where none is published
 */
record PublishedVersion(PolicyView policy, Standing standing, @Nullable Instant until) {

  enum Standing {
    COMING,
    IN_FORCE,
    REPLACED
  }

  /** All versions, the one that begins last first. */
  static List<PublishedVersion> of(List<PolicyView> policies, Instant now) {
    List<PolicyView> newestFirst =
        policies.stream()
            .sorted(
                Comparator.comparing(PolicyView::effectiveFrom)
                    .thenComparing(PolicyView::publishedAt)
                    .reversed())
            .toList();
    List<PublishedVersion> versions = new ArrayList<>();
    for (PolicyView policy : newestFirst) {
      Instant until = versions.isEmpty() ? null : versions.getLast().policy().effectiveFrom();
      versions.add(new PublishedVersion(policy, standing(policy, now), until));
    }
    return versions;
  }

  private static Standing standing(PolicyView policy, Instant now) {
    if (policy.inForce()) {
      return Standing.IN_FORCE;
    }
    return policy.effectiveFrom().isAfter(now) ? Standing.COMING : Standing.REPLACED;
  }
}
