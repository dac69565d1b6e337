package org.consentledger.api.console.register;

import java.util.List;
import java.util.Optional;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.purpose.PurposeController;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Ends a purpose for good (clause 8.9). */
@Component
final class PurposeRetirement implements Step {

  private final PurposeController purposes;
  private final PurposeRegister register;

  PurposeRetirement(PurposeController purposes, PurposeRegister register) {
    this.purposes = purposes;
    this.register = register;
  }

  @Override
  public String name() {
    return "retirement";
  }

  @Override
  public String register() {
    return "purposes";
  }

  @Override
  public Optional<About> about(String id, Language language) {
    return register
        .item(id, language)
        .filter(item -> item.mark() == null)
        .map(
            item ->
                new About(item.name(), false, item.version(), "/console/registers/purposes/" + id));
  }

  @Override
  public List<Register.Field> fields() {
    return List.of();
  }

  @Override
  public ResponseEntity<String> take(String id, Entry entered, CommandContext context) {
    return purposes.retire(new PurposeId(id), context);
  }
}
