package org.consentledger.api.console.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.register.Register.Field;
import org.consentledger.api.console.register.Register.Kind;
import org.consentledger.api.recipient.CrossBorderRequest;
import org.consentledger.api.recipient.RecipientController;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;

/** A step before data crosses the border (clauses 10.1, 10.2), one after the other. */
final class CrossBorderStep implements Step {

  private final String name;
  private final Command command;
  private final RecipientRegister register;

  /** The API's command. */
  @FunctionalInterface
  private interface Command {
    ResponseEntity<String> send(
        RecipientId recipient, CrossBorderRequest request, CommandContext context);
  }

  /** Both steps. */
  @Configuration(proxyBeanMethods = false)
  static class Steps {

    @Bean
    Step crossBorderAssurance(RecipientController recipients, RecipientRegister register) {
      return new CrossBorderStep("assurance", recipients::assure, register);
    }

    @Bean
    Step crossBorderNotice(RecipientController recipients, RecipientRegister register) {
      return new CrossBorderStep("notice", recipients::giveNotice, register);
    }
  }

  private CrossBorderStep(String name, Command command, RecipientRegister register) {
    this.name = name;
    this.command = command;
    this.register = register;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String register() {
    return "recipients";
  }

  @Override
  public Optional<About> about(String id, Language language) {
    return register
        .item(id, language)
        .map(
            item ->
                new About(
                    item.name(), false, item.version(), "/console/registers/recipients/" + id));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.of("reference", Kind.TEXT, true, null), Field.of("date", Kind.DAY, true, null));
  }

  @Override
  public ResponseEntity<String> take(String id, Entry entered, CommandContext context) {
    Map<String, @Nullable Object> said = new HashMap<>();
    said.put("reference", entered.text("reference"));
    said.put("date", entered.text("date"));
    return command.send(new RecipientId(id), entered.as(CrossBorderRequest.class, said), context);
  }
}
