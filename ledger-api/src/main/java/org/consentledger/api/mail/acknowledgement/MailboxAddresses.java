package org.consentledger.api.mail.acknowledgement;

import java.util.Optional;

/** From which address a mailbox answers. */
public interface MailboxAddresses {

  /** The address; none where the mailbox is not named any more. */
  Optional<String> of(String mailbox);
}
