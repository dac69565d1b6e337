package org.consentledger.api.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * The answer: yes on a ground, or no for every reason that speaks against.
 *
 * @param decisionId names this answer
 * @param decision yes or no
 * @param ground the ground on which it is permitted; none where it is denied
 * @param reasons why, all of them
 * @param evidence the events it rests on
 * @param policyVersion the version of the policy that was consented to, where consent decides
 * @param decidedAt the moment for which it was decided
 * @param validUntil the moment at which time alone may end a permission; none where it never will
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DecisionView(
    UUID decisionId,
    Decision.Verdict decision,
    @Nullable LegalGround ground,
    List<ReasonView> reasons,
    List<UUID> evidence,
    @Nullable PolicyVersion policyVersion,
    Instant decidedAt,
    @Nullable Instant validUntil) {

  /** One reason, with the clause of the policy it rests on. */
  public record ReasonView(ReasonCode code, String clause, String detail) {}

  /** The answer for a decision. */
  public static DecisionView of(Decision decision) {
    return new DecisionView(
        UUID.randomUUID(),
        decision.verdict(),
        decision.ground(),
        decision.reasons().stream()
            .map(Decision.Reason::code)
            .map(code -> new ReasonView(code, code.clause(), code.detail()))
            .toList(),
        decision.evidence(),
        decision.policyVersion(),
        decision.moment(),
        decision.validUntil());
  }
}
