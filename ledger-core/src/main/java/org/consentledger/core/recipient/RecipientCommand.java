package org.consentledger.core.recipient;

import java.time.LocalDate;
import java.util.UUID;
import org.consentledger.core.vocabulary.RecipientId;

/** What may be asked of the register of recipients. */
public sealed interface RecipientCommand {

  /** The recipient concerned. */
  RecipientId recipientId();

  /** Describes a recipient; a different description of one that exists makes a new version. */
  record DescribeRecipient(RecipientId recipientId, RecipientDescription description)
      implements RecipientCommand {}

  /** Records that the information on the protection of data abroad was obtained (clause 10.2). */
  record RecordAssurance(
      RecipientId recipientId, LocalDate date, String referenceHash, UUID reference)
      implements RecipientCommand {}

  /** Records that the authority was notified of the transfer (clause 10.1). */
  record RecordNotice(RecipientId recipientId, LocalDate date, String referenceHash, UUID reference)
      implements RecipientCommand {}
}
