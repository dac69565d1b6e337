package org.consentledger.api.letter;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the addresses of people in the vault, for letters alone. */
@Component
public final class Addresses {

  private final Vault vault;
  private final JsonMapper json;

  Addresses(Vault vault, JsonMapper json) {
    this.vault = vault;
    this.json = json;
  }

  /** Somebody's e-mail address; empty where none is held that mail can be sent to. */
  public Optional<InternetAddress> of(SubjectId subject) {
    byte[] content = vault.read(subject).get(IdentifierKind.EMAIL.category());
    return Optional.ofNullable(content)
        .map(json::readTree)
        .map(data -> data.path("value"))
        .filter(JsonNode::isString)
        .flatMap(value -> parse(value.stringValue()));
  }

  /** An address with its domain in the form that mail servers know; empty where it is none. */
  public static Optional<InternetAddress> parse(String text) {
    if (IdentifierKind.EMAIL.normalise(text).isEmpty()) {
      return Optional.empty();
    }
    String trimmed = text.strip();
    int at = trimmed.lastIndexOf('@');
    try {
      String address =
          trimmed.substring(0, at + 1)
              + IDN.toASCII(trimmed.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      InternetAddress parsed = new InternetAddress(address, true);
      return Optional.of(parsed);
    } catch (AddressException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
