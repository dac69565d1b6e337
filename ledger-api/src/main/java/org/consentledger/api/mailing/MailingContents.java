package org.consentledger.api.mailing;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.core.mailing.MailingState;
import org.consentledger.core.personaldata.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what mailings say out of the operator's own part of the vault. */
@Component
final class MailingContents {

  private final Vault vault;
  private final JsonMapper json;

  MailingContents(Vault vault, JsonMapper json) {
    this.vault = vault;
    this.json = json;
  }

  /** What these mailings say, by reference; one look into the vault. */
  Map<UUID, byte[]> sealed(Collection<MailingState> mailings) {
    return vault.documents(
        Vault.OPERATOR,
        mailings.stream().map(mailing -> mailing.plan().contentReference()).toList());
  }

  /** What a mailing says. */
  MailingRequest of(MailingState mailing, Map<UUID, byte[]> sealed) {
    return json.readValue(
        requireNonNull(sealed.get(mailing.plan().contentReference())), MailingRequest.class);
  }

  /** What a mailing says. */
  MailingRequest of(MailingState mailing) {
    return of(mailing, sealed(List.of(mailing)));
  }
}
