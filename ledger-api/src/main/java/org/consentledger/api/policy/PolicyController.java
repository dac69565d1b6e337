package org.consentledger.api.policy;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.policy.PolicyCommand.PublishPolicy;
import org.consentledger.core.policy.PolicyText;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The policy, version by version (clauses 3.2, 12.2, 12.3). */
@RestController
@RequestMapping("/api/v1/policies")
public final class PolicyController {

  private static final String CURRENT = "current";

  /**
   * What publishing answers besides.
   *
   * @param hashes SHA-256 of each text's UTF-8, in hexadecimal, by language
   */
  @Schema(name = "PublicationMembers")
  record Publication(PolicyVersion version, Map<Language, String> hashes) {}

  private final CommandDesk desk;
  private final Vault vault;
  private final PolicyFinder policies;
  private final Paging paging;

  PolicyController(CommandDesk desk, Vault vault, PolicyFinder policies, Paging paging) {
    this.desk = desk;
    this.vault = vault;
    this.policies = policies;
    this.paging = paging;
  }

  /**
   * Publishes a version of the policy, for good. It can be published again only with the same
   * contents.
   */
  @Operation(operationId = "publishPolicy")
  @AnswersCommand(Publication.class)
  @Refuses({Refusal.PolicyImmutable.class})
  @PutMapping("/{version}")
  public ResponseEntity<String> publish(
      @PathVariable PolicyVersion version,
      @Valid @RequestBody PolicyRequest request,
      CommandContext context) {
    if (version.value().equals(CURRENT)) {
      throw Paging.invalid("current stands for the version in force: choose another name.");
    }
    return desk.submit(context, request, () -> publication(version, request));
  }

  private Prepared publication(PolicyVersion version, PolicyRequest request) {
    Deposit deposit = vault.deposit(Vault.OPERATOR);
    SortedMap<Language, PolicyText> texts = new TreeMap<>();
    SortedMap<Language, String> hashes = new TreeMap<>();
    request
        .texts()
        .forEach(
            (language, text) -> {
              byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
              PolicyText sealed = new PolicyText(sha256(bytes), deposit.document(bytes));
              texts.put(language, sealed);
              hashes.put(language, sealed.sha256());
            });
    PublishPolicy command =
        new PublishPolicy(
            version,
            request.effectiveFrom(),
            Boolean.TRUE.equals(request.material()),
            request.reconsentBy(),
            texts);
    return new Prepared(command, deposit.writes(), Map.of("version", version, "hashes", hashes));
  }

  /** All versions of the policy, in the order of their names, without their texts. */
  @Operation(operationId = "listPolicies")
  @Lines(PolicyView.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<PolicyView> list(
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(limit, after, this::find, PolicyController::place);
  }

  /** All versions of the policy, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(HttpServletResponse response) throws IOException {
    paging.stream(response, this::find, PolicyController::place);
  }

  private List<PolicyView> find(@Nullable String place, int most) {
    return policies.all().stream()
        .filter(policy -> place == null || place(policy).compareTo(place) > 0)
        .limit(most)
        .toList();
  }

  private static String place(PolicyView policy) {
    return policy.version().value();
  }

  /** The version of the policy that is in force now, with its texts. */
  @Operation(operationId = "readCurrentPolicy")
  @Misses(value = "POLICY_UNKNOWN", when = "No policy is in force.")
  @GetMapping("/" + CURRENT)
  public PolicyView current() {
    return policies.inForce().orElseThrow(() -> PolicyFinder.missing("No policy is in force."));
  }

  /** One version of the policy, with its texts. */
  @Operation(operationId = "readPolicy")
  @Misses(value = "POLICY_UNKNOWN", when = "There is no such version.")
  @GetMapping("/{version}")
  public PolicyView version(@PathVariable PolicyVersion version) {
    return policies.require(version);
  }

  private static String sha256(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }
}
