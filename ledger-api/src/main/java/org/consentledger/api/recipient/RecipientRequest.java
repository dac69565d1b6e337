package org.consentledger.api.recipient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.consentledger.core.vocabulary.RecipientKind;
import org.jspecify.annotations.Nullable;

/**
 * A recipient (clauses 2.11, 8.5). The vault keeps it as it is.
 *
 * @param name its name
 * @param bin its business identification number: twelve digits
 * @param country where it is: ISO 3166-1 alpha-2
 * @param kind as what it is given data
 * @param contract the civil-law contract with it (clause 8.2)
 * @param contact who answers there
 */
public record RecipientRequest(
    @NotBlank @Size(max = 500) String name,
    @Nullable @Pattern(regexp = "[0-9]{12}") String bin,
    @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
    @NotNull RecipientKind kind,
    @Nullable @Valid RecipientContract contract,
    @Nullable @Size(max = 2000) String contact) {

  /**
   * The civil-law contract with a recipient (clause 8.2).
   *
   * @param number its number
   * @param date its day, not one to come
   * @param policyUrl where the recipient publishes its policy or agreement (clause 8.5)
   */
  public record RecipientContract(
      @NotBlank @Size(max = 200) String number,
      @NotNull LocalDate date,
      @Nullable @Pattern(regexp = "https?://[!-~]{1,2000}") String policyUrl) {}
}
