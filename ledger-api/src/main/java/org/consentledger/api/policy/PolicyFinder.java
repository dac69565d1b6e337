package org.consentledger.api.policy;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.policy.PolicyText;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds what was published of the policy (clauses 3.2, 12.2), for the API and for pages. */
@Component
public final class PolicyFinder {

  private final RegisterReader registers;
  private final Vault vault;
  private final Clock clock;

  PolicyFinder(RegisterReader registers, Vault vault, Clock clock) {
    this.registers = registers;
    this.vault = vault;
    this.clock = clock;
  }

  /** All versions, in the order of their names, without their texts. */
  public List<PolicyView> all() {
    Registers known = registers.current();
    Optional<PolicyState> inForce = known.policyInForce(clock.instant());
    return known.policies().values().stream()
        .map(policy -> PolicyView.of(policy, inForce.filter(policy::equals).isPresent(), null))
        .toList();
  }

  /** The version that is in force now, with its texts; empty where none is. */
  public Optional<PolicyView> inForce() {
    return registers
        .current()
        .policyInForce(clock.instant())
        .map(policy -> PolicyView.of(policy, true, texts(policy)));
  }

  /**
   * A version, with its texts.
   *
   * @throws ProblemException 404 where there is none
   */
  public PolicyView require(PolicyVersion version) {
    Registers known = registers.current();
    PolicyState policy =
        known.findPolicy(version).orElseThrow(() -> missing("There is no such version."));
    boolean inForce = known.policyInForce(clock.instant()).filter(policy::equals).isPresent();
    return PolicyView.of(policy, inForce, texts(policy));
  }

  private Map<Language, String> texts(PolicyState policy) {
    Map<UUID, byte[]> documents =
        vault.documents(
            Vault.OPERATOR, policy.texts().values().stream().map(PolicyText::reference).toList());
    Map<Language, String> texts = new TreeMap<>();
    policy
        .texts()
        .forEach(
            (language, text) ->
                texts.put(
                    language,
                    new String(
                        requireNonNull(documents.get(text.reference())), StandardCharsets.UTF_8)));
    return texts;
  }

  static ProblemException missing(String detail) {
    return new ProblemException(
        Problem.of(HttpStatus.NOT_FOUND, "POLICY_UNKNOWN", detail).withClause("12.2"));
  }
}
