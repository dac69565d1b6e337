package org.consentledger.core.recipient;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.vocabulary.RecipientKind;

/**
 * One version of a recipient; see {@link RecipientEvent.RecipientDescribed}.
 *
 * @param evidence the event that described it
 */
public record RecipientVersion(
    int number, RecipientDescription description, Instant describedAt, UUID evidence) {

  /** Where the recipient is: ISO 3166-1 alpha-2. */
  public String country() {
    return description.country();
  }

  /** As what it is given data. */
  public RecipientKind kind() {
    return description.kind();
  }

  /** Whether there is a civil-law contract with it (clause 8.2). */
  public boolean hasContract() {
    return description.hasContract();
  }
}
