package org.consentledger.api.recipient;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.recipient.RecipientState;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.RecipientId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Names recipients for the people whose data they were given (clause 4.1). */
@Component
public final class RecipientNames {

  private final Vault vault;
  private final JsonMapper json;

  RecipientNames(Vault vault, JsonMapper json) {
    this.vault = vault;
    this.json = json;
  }

  /** The name of a recipient, as it was described last, or its code. */
  public String of(RecipientId recipientId, Registers registers) {
    Optional<RecipientState> recipient = registers.findRecipient(recipientId);
    if (recipient.isEmpty()) {
      return recipientId.value();
    }
    UUID reference = recipient.get().latest().description().detailsReference();
    byte[] sealed = vault.documents(Vault.OPERATOR, List.of(reference)).get(reference);
    return sealed == null
        ? recipientId.value()
        : json.readValue(sealed, RecipientRequest.class).name();
  }
}
