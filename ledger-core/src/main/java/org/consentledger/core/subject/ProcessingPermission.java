package org.consentledger.core.subject;

import java.util.List;
import java.util.UUID;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * The part of a decision that stays with the act that it permitted.
 *
 * @param ground the ground of section 7 on which it was permitted
 * @param evidence the events that the ground rests on
 * @param policyVersion the version of the policy that was consented to, where consent decided
 */
public record ProcessingPermission(
    LegalGround ground, List<UUID> evidence, @Nullable PolicyVersion policyVersion) {

  /** Copies the list. */
  public ProcessingPermission {
    evidence = List.copyOf(evidence);
  }
}
