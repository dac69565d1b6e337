package org.consentledger.api.purpose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names purposes for people; the names are the operator's own, and are in its part of the vault.
 */
@Component
public final class PurposeTitles {

  private static final TypeReference<TreeMap<Language, String>> TITLES = new TypeReference<>() {};

  private final Vault vault;
  private final JsonMapper json;

  PurposeTitles(Vault vault, JsonMapper json) {
    this.vault = vault;
    this.json = json;
  }

  /**
   * The name of a purpose in its newest version: in this language, or in any that it has one in, or
   * its code.
   */
  public String of(PurposeId purposeId, Registers registers, Language wanted) {
    Optional<PurposeState> purpose = registers.findPurpose(purposeId);
    if (purpose.isEmpty()) {
      return purposeId.value();
    }
    UUID reference = purpose.get().latest().definition().titleReference();
    byte[] sealed = vault.documents(Vault.OPERATOR, List.of(reference)).get(reference);
    Map<Language, String> titles = sealed == null ? Map.of() : json.readValue(sealed, TITLES);
    String named = titles.get(wanted);
    return named == null ? titles.values().stream().findFirst().orElse(purposeId.value()) : named;
  }
}
