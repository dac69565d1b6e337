package org.consentledger.api.purpose;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What purposes are called, for letters and pages. */
@Component
public final class PurposeTitles {

  private static final TypeReference<TreeMap<Language, String>> TITLES = new TypeReference<>() {};

  private final RegisterReader registers;
  private final Vault vault;
  private final JsonMapper json;

  PurposeTitles(RegisterReader registers, Vault vault, JsonMapper json) {
    this.registers = registers;
    this.vault = vault;
    this.json = json;
  }

  /** The newest title of a purpose in a language, or else in the first in which it has one. */
  public String of(PurposeId purpose, Language language) {
    UUID reference = registers.current().purpose(purpose).latest().definition().titleReference();
    byte[] sealed = vault.documents(Vault.OPERATOR, List.of(reference)).get(reference);
    TreeMap<Language, String> titles = json.readValue(requireNonNull(sealed), TITLES);
    return titles.getOrDefault(language, titles.firstEntry().getValue());
  }
}
