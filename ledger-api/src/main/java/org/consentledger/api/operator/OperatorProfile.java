package org.consentledger.api.operator;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who processes.
 *
 * @param bin the business identification number: twelve digits
 * @param address where it is; receipts need it
 * @param site the address of its site
 * @param email the address to which people write
 * @param phone the number that people call; receipts need it
 * @param responsiblePerson who is responsible for personal data
 * @param authority the authorised body, with its address
 * @param jointOperators who decides together with it
 */
@Schema(name = "OperatorProfile")
public record OperatorProfile(
    @NotBlank @Size(max = 500) String name,
    @NotNull @Pattern(regexp = "[0-9]{12}") String bin,
    @Nullable @Size(max = 2000) String address,
    @Nullable @Size(max = 500) String site,
    @Nullable @Size(max = 254) String email,
    @Nullable @Size(max = 100) String phone,
    @Nullable @Size(max = 500) String responsiblePerson,
    @Nullable @Size(max = 2000) String authority,
    @Nullable @Size(max = 20) List<@NotNull @Valid JointOperator> jointOperators) {

  /**
   * An operator that decides together with this one.
   *
   * @param bin its business identification number: twelve digits
   * @param site the address of its site
   * @param email the address to which people write
   */
  public record JointOperator(
      @NotBlank @Size(max = 500) String name,
      @Nullable @Pattern(regexp = "[0-9]{12}") String bin,
      @Nullable @Size(max = 500) String site,
      @Nullable @Size(max = 254) String email) {}
}
