package org.consentledger.api.console.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.query.Paging;
import org.consentledger.api.recipient.RecipientController;
import org.consentledger.api.recipient.RecipientRequest;
import org.consentledger.api.recipient.RecipientView;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RecipientKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Who is given personal data (clauses 2.11, 8.5). */
@Component
final class RecipientRegister implements Register {

  private final RecipientController recipients;
  private final RegisterReader registers;

  RecipientRegister(RecipientController recipients, RegisterReader registers) {
    this.recipients = recipients;
    this.registers = registers;
  }

  @Override
  public String name() {
    return "recipients";
  }

  @Override
  public List<Item> items(Language language) {
    return recipients.list(Paging.MOST, null).items().stream().map(this::item).toList();
  }

  @Override
  public Optional<Item> item(String id, Language language) {
    return registers.current().recipients().keySet().stream()
        .filter(it -> it.value().equals(id))
        .findFirst()
        .map(it -> item(recipients.recipient(it)));
  }

  private Item item(RecipientView it) {
    RecipientRequest.RecipientContract contract = it.contract();
    RecipientView.StepTaken assurance = it.crossBorder().assurance();
    RecipientView.StepTaken notice = it.crossBorder().notice();
    return new Item(
        it.recipientId().value(),
        it.name(),
        "recipients.kind." + it.kind(),
        List.of(
            Fact.of("recipients.bin", it.bin()),
            Fact.of("recipients.country", it.country()),
            Fact.of("recipients.kind", it.kind()),
            Fact.of("recipients.contract.number", contract == null ? null : contract.number()),
            Fact.of("recipients.contract.date", contract == null ? null : contract.date()),
            Fact.of(
                "recipients.contract.policyUrl", contract == null ? null : contract.policyUrl()),
            Fact.of("recipients.contact", it.contact()),
            Fact.of(
                "recipients.assurance",
                assurance == null ? null : assurance.reference() + ", " + assurance.date()),
            Fact.of(
                "recipients.notice",
                notice == null ? null : notice.reference() + ", " + notice.date())),
        it.version(),
        registers.current().findRecipient(it.recipientId()).stream()
            .flatMap(state -> state.versions().reversed().stream())
            .map(
                version -> new Version(version.number(), version.describedAt(), version.evidence()))
            .toList());
  }

  @Override
  public List<Field> fields(@Nullable Item item) {
    RecipientView now = item == null ? null : recipients.recipient(new RecipientId(item.id()));
    RecipientRequest.RecipientContract contract = now == null ? null : now.contract();
    return List.of(
        Field.of("name", Kind.TEXT, true, now == null ? null : now.name()),
        Field.of("bin", Kind.TEXT, false, now == null ? null : now.bin()),
        Field.of("country", Kind.TEXT, true, now == null ? "KZ" : now.country()),
        new Field(
            "kind",
            Kind.ONE_OF,
            true,
            Arrays.stream(RecipientKind.values()).map(Enum::name).toList(),
            now == null ? List.of() : List.of(now.kind().name())),
        Field.of("contract.number", Kind.TEXT, false, contract == null ? null : contract.number()),
        Field.of("contract.date", Kind.DAY, false, contract == null ? null : contract.date()),
        Field.of(
            "contract.policyUrl", Kind.TEXT, false, contract == null ? null : contract.policyUrl()),
        Field.of("contact", Kind.LONG_TEXT, false, now == null ? null : now.contact()));
  }

  @Override
  public ResponseEntity<String> record(String id, Entry entered, CommandContext context) {
    Map<String, @Nullable Object> said = new HashMap<>();
    for (String name : List.of("name", "bin", "country", "kind", "contact")) {
      said.put(name, entered.text(name));
    }
    Map<String, @Nullable Object> contract = new HashMap<>();
    for (String name : List.of("number", "date", "policyUrl")) {
      contract.put(name, entered.text("contract." + name));
    }
    said.put("contract", contract.values().stream().allMatch(it -> it == null) ? null : contract);
    return recipients.describe(
        new RecipientId(id), entered.as(RecipientRequest.class, said), context);
  }
}
