package org.consentledger.core.mailing;

import java.util.UUID;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * What a mailing is to be.
 *
 * @param purposeId the purpose for which it is sent
 * @param rate how many letters may leave in a second; what the operator has configured where it is
 *     not said
 * @param contentHash keyed hash of everything that is said of it, which tells plans apart and
 *     reveals nothing
 * @param contentReference where the vault keeps that: the texts and the sender
 */
public record MailingPlan(
    PurposeId purposeId, @Nullable Integer rate, String contentHash, UUID contentReference) {

  /** Whether the other says the same; where the vault keeps it does not matter. */
  boolean says(MailingPlan other) {
    return new MailingPlan(purposeId, rate, contentHash, other.contentReference).equals(other);
  }
}
