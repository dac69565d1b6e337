package org.consentledger.api.operator;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.operator.OperatorCommand.DescribeOperator;
import org.consentledger.core.operator.OperatorState;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.register.RegisterReader;
import org.jspecify.annotations.Nullable;
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
final class OperatorController {

  private final CommandDesk desk;
  private final Vault vault;
  private final KeyedHash profileHash;
  private final RegisterReader registers;
  private final JsonMapper json;

  /**
   * An operator that decides together with this one.
   *
   * @param bin its business identification number: twelve digits
   * @param site the address of its site
   * @param email the address to which people write
   */
  record JointOperator(
      @NotBlank @Size(max = 500) String name,
      @Nullable @Pattern(regexp = "[0-9]{12}") String bin,
      @Nullable @Size(max = 500) String site,
      @Nullable @Size(max = 254) String email) {}

  /**
   * Who processes.
   *
   * @param bin the business identification number: twelve digits
   * @param site the address of its site
   * @param email the address to which people write
   * @param responsiblePerson who is responsible for personal data
   * @param authority the authorised body, with its address
   * @param jointOperators who decides together with it
   */
  @Schema(name = "OperatorProfile")
  record Profile(
      @NotBlank @Size(max = 500) String name,
      @NotNull @Pattern(regexp = "[0-9]{12}") String bin,
      @Nullable @Size(max = 500) String site,
      @Nullable @Size(max = 254) String email,
      @Nullable @Size(max = 500) String responsiblePerson,
      @Nullable @Size(max = 2000) String authority,
      @Nullable @Size(max = 20) List<@NotNull @Valid JointOperator> jointOperators) {}

  OperatorController(
      CommandDesk desk,
      Vault vault,
      SystemSecrets secrets,
      RegisterReader registers,
      JsonMapper json) {
    this.desk = desk;
    this.vault = vault;
    this.profileHash = new KeyedHash(secrets, "operator-profile");
    this.registers = registers;
    this.json = json;
  }

  /** Describes the operator, or describes it anew. */
  @Operation(operationId = "describeOperator")
  @PutMapping
  ResponseEntity<String> describe(@Valid @RequestBody Profile profile, CommandContext context) {
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
  Profile profile() {
    OperatorState operator = registers.current().operator();
    if (operator == null) {
      throw new ProblemException(
          Problem.of(
                  HttpStatus.NOT_FOUND,
                  "OPERATOR_UNKNOWN",
                  "The operator was not described yet: PUT /api/v1/operator.")
              .withClause("2.7"));
    }
    byte[] text =
        vault
            .documents(Vault.OPERATOR, List.of(operator.profileReference()))
            .get(operator.profileReference());
    return json.readValue(requireNonNull(text), Profile.class);
  }
}
