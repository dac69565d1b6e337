package org.consentledger.api.operator;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.HexFormat;
import java.util.Map;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.operator.OperatorCommand.DescribeOperator;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.personaldata.Vault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operator's profile (clauses 1, 2.3, 2.7, 12.1). It names people, so that the vault keeps it.
 */
@RestController
@RequestMapping("/api/v1/operator")
public final class OperatorController {

  private final CommandDesk desk;
  private final Vault vault;
  private final KeyedHash profileHash;
  private final OperatorProfiles profiles;
  private final JsonMapper json;

  OperatorController(
      CommandDesk desk,
      Vault vault,
      SystemSecrets secrets,
      OperatorProfiles profiles,
      JsonMapper json) {
    this.desk = desk;
    this.vault = vault;
    this.profileHash = new KeyedHash(secrets, "operator-profile");
    this.profiles = profiles;
    this.json = json;
  }

  /** Describes the operator, or describes it anew. */
  @Operation(operationId = "describeOperator")
  @PutMapping
  public ResponseEntity<String> describe(
      @Valid @RequestBody OperatorProfile profile, CommandContext context) {
    return desk.submit(
        context,
        profile,
        () -> {
          byte[] text = json.writeValueAsBytes(profile);
          Deposit deposit = vault.deposit(Vault.OPERATOR);
          DescribeOperator command =
              new DescribeOperator(
                  HexFormat.of().formatHex(profileHash.of(text)), deposit.document(text));
          return new Prepared(command, deposit.writes(), Map.of());
        });
  }

  /** The operator's profile, as it was described last. */
  @Operation(operationId = "readOperator")
  @Misses(value = "OPERATOR_UNKNOWN", when = "The operator was not described yet.")
  @GetMapping
  public OperatorProfile profile() {
    return profiles
        .current()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                            HttpStatus.NOT_FOUND,
                            "OPERATOR_UNKNOWN",
                            "The operator was not described yet: PUT /api/v1/operator.")
                        .withClause("2.7")));
  }
}
