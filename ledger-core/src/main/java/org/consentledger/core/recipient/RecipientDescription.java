package org.consentledger.core.recipient;

import java.time.LocalDate;
import java.util.UUID;
import org.consentledger.core.vocabulary.RecipientKind;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient is. Its name, numbers and contact may be those of a person, so that the vault
 * keeps them.
 *
 * @param country where it is: ISO 3166-1 alpha-2 (clause 2.13)
 * @param kind as what it is given data (clauses 8.2, 8.5)
 * @param hasContract whether there is a civil-law contract with it (clause 8.2)
 * @param contractDate the day of that contract
 * @param detailsHash keyed hash of everything that is said of it, which tells versions apart and
 *     reveals nothing
 * @param detailsReference where the vault keeps that
 */
public record RecipientDescription(
    String country,
    RecipientKind kind,
    boolean hasContract,
    @Nullable LocalDate contractDate,
    String detailsHash,
    UUID detailsReference) {

  /** Whether the other says the same; where the vault keeps it does not matter. */
  boolean says(RecipientDescription other) {
    return new RecipientDescription(
            country, kind, hasContract, contractDate, detailsHash, other.detailsReference)
        .equals(other);
  }
}
