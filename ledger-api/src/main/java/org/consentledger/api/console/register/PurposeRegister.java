package org.consentledger.api.console.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.purpose.PurposeController;
import org.consentledger.api.purpose.PurposeRequest;
import org.consentledger.api.purpose.PurposeView;
import org.consentledger.api.query.Paging;
import org.consentledger.core.inventory.InventoryKind;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The purposes of processing (section 6). */
@Component
final class PurposeRegister implements Register {

  private final PurposeController purposes;
  private final RegisterReader registers;

  PurposeRegister(PurposeController purposes, RegisterReader registers) {
    this.purposes = purposes;
    this.registers = registers;
  }

  @Override
  public String name() {
    return "purposes";
  }

  @Override
  public List<Item> items(Language language) {
    return purposes.list(Paging.MOST, null).items().stream().map(it -> item(it, language)).toList();
  }

  @Override
  public Optional<Item> item(String id, Language language) {
    return registers.current().purposes().keySet().stream()
        .filter(it -> it.value().equals(id))
        .findFirst()
        .map(it -> item(purposes.purpose(it), language));
  }

  private Item item(PurposeView it, Language language) {
    String title = it.title().get(language);
    List<Fact> facts = new ArrayList<>();
    for (Language each : Language.values()) {
      facts.add(Fact.of("purposes.title_" + each.code(), it.title().get(each)));
    }
    facts.addAll(
        List.of(
            Fact.of("purposes.policyVersion", it.policyVersion().value()),
            Fact.all("purposes.grounds", it.grounds()),
            Fact.all("purposes.categories", it.categories().stream().map(Category::value).toList()),
            Fact.all("purposes.actions", it.actions()),
            Fact.of("purposes.marketing", it.marketing()),
            Fact.of("purposes.distribution", it.distribution()),
            Fact.of("purposes.consentTerm", it.consentTerm()),
            Fact.of("purposes.retention", it.retention()),
            Fact.of("purposes.disposal", it.disposal()),
            Fact.of("purposes.disposalApproval", it.disposalApproval()),
            Fact.all(
                "purposes.incompatibleWith",
                it.incompatibleWith().stream().map(PurposeId::value).toList()),
            Fact.of("purposes.doubleOptIn", it.doubleOptIn()),
            Fact.of("purposes.effectiveFrom", it.effectiveFrom()),
            Fact.of("purposes.retiredAt", it.retiredAt())));
    return new Item(
        it.purposeId().value(),
        title == null
            ? it.title().values().stream().findFirst().orElse(it.purposeId().value())
            : title,
        it.retiredAt() == null ? null : "purposes.retired",
        facts,
        it.version(),
        registers.current().findPurpose(it.purposeId()).stream()
            .flatMap(state -> state.versions().reversed().stream())
            .map(version -> new Version(version.number(), version.definedAt(), version.evidence()))
            .toList());
  }

  @Override
  public List<Field> fields(@Nullable Item item) {
    Registers known = registers.current();
    PurposeView now = item == null ? null : purposes.purpose(new PurposeId(item.id()));
    List<Field> fields = new ArrayList<>();
    for (Language each : Language.values()) {
      fields.add(
          Field.of(
              "title_" + each.code(),
              Kind.TEXT,
              false,
              now == null ? null : now.title().get(each)));
    }
    TreeSet<String> categories = new TreeSet<>();
    Category.SHIPPED.forEach(it -> categories.add(it.value()));
    known.inventory(InventoryKind.CATEGORY).forEach(it -> categories.add(it.key().id().value()));
    if (now != null) {
      now.categories().forEach(it -> categories.add(it.value()));
    }
    fields.add(
        new Field(
            "policyVersion",
            Kind.ONE_OF,
            true,
            known.policies().keySet().stream().map(it -> it.value()).toList(),
            now == null ? List.of() : List.of(now.policyVersion().value())));
    fields.add(
        some(
            "grounds",
            names(LegalGround.values()),
            now == null ? List.of() : now.grounds().stream().map(Enum::name).toList()));
    fields.add(
        some(
            "categories",
            List.copyOf(categories),
            now == null ? List.of() : now.categories().stream().map(Category::value).toList()));
    fields.add(
        some(
            "actions",
            names(ProcessingAction.values()),
            now == null ? List.of() : now.actions().stream().map(Enum::name).toList()));
    fields.add(Field.of("consentTerm", Kind.TEXT, false, now == null ? null : now.consentTerm()));
    fields.add(Field.of("retention", Kind.TEXT, false, now == null ? null : now.retention()));
    fields.add(
        new Field(
            "disposal",
            Kind.ONE_OF,
            true,
            names(DisposalMethod.values()),
            List.of(now == null ? DisposalMethod.DESTROY.name() : now.disposal().name())));
    fields.add(
        new Field(
            "disposalApproval",
            Kind.ONE_OF,
            true,
            names(DisposalApproval.values()),
            List.of(
                now == null ? DisposalApproval.OFFICER.name() : now.disposalApproval().name())));
    fields.add(
        some(
            "incompatibleWith",
            known.purposes().keySet().stream()
                .map(PurposeId::value)
                .filter(it -> item == null || !it.equals(item.id()))
                .toList(),
            now == null
                ? List.of()
                : now.incompatibleWith().stream().map(PurposeId::value).toList()));
    fields.add(Field.of("marketing", Kind.YES, false, now != null && now.marketing()));
    fields.add(Field.of("distribution", Kind.YES, false, now != null && now.distribution()));
    fields.add(Field.of("doubleOptIn", Kind.YES, false, now != null && now.doubleOptIn()));
    return fields;
  }

  private static Field some(String name, List<String> options, List<String> values) {
    return new Field(name, Kind.SOME_OF, false, options, values);
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  @Override
  public ResponseEntity<String> record(String id, Entry entered, CommandContext context) {
    Map<String, @Nullable Object> said = new HashMap<>();
    said.put("title", entered.byLanguage("title"));
    for (String name :
        List.of("policyVersion", "consentTerm", "retention", "disposal", "disposalApproval")) {
      said.put(name, entered.text(name));
    }
    for (String name : List.of("grounds", "categories", "actions", "incompatibleWith")) {
      said.put(name, entered.all(name));
    }
    for (String name : List.of("marketing", "distribution", "doubleOptIn")) {
      said.put(name, entered.isYes(name));
    }
    return purposes.define(new PurposeId(id), entered.as(PurposeRequest.class, said), context);
  }
}
