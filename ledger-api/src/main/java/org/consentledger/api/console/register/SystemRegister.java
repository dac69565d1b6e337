package org.consentledger.api.console.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.inventory.InformationSystemController;
import org.consentledger.api.inventory.InformationSystemController.InformationSystemRequest;
import org.consentledger.api.inventory.InformationSystemController.InformationSystemView;
import org.consentledger.api.query.Paging;
import org.consentledger.core.inventory.InventoryKind;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.InventoryId;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The systems that hold personal data (clause 2.4). */
@Component
final class SystemRegister implements Register {

  private final InformationSystemController systems;
  private final RegisterReader registers;

  SystemRegister(InformationSystemController systems, RegisterReader registers) {
    this.systems = systems;
    this.registers = registers;
  }

  @Override
  public String name() {
    return "systems";
  }

  @Override
  public List<Item> items(Language language) {
    return systems.list(Paging.MOST, null).items().stream().map(this::item).toList();
  }

  @Override
  public Optional<Item> item(String id, Language language) {
    return InventoryVersions.has(registers, InventoryKind.INFORMATION_SYSTEM, id)
        ? Optional.of(item(systems.read(new InventoryId(id))))
        : Optional.empty();
  }

  private Item item(InformationSystemView it) {
    return new Item(
        it.id().value(),
        it.name(),
        it.retiredAt() == null ? null : "systems.retired",
        List.of(
            Fact.of("systems.location", it.location()),
            Fact.of("systems.since", it.since()),
            Fact.of("systems.retiredAt", it.retiredAt())),
        it.version(),
        InventoryVersions.of(registers, InventoryKind.INFORMATION_SYSTEM, it.id()));
  }

  @Override
  public List<Field> fields(@Nullable Item item) {
    InformationSystemView now = item == null ? null : systems.read(new InventoryId(item.id()));
    return List.of(
        Field.of("name", Kind.TEXT, true, now == null ? null : now.name()),
        Field.of("location", Kind.TEXT, true, now == null ? null : now.location()),
        Field.of("since", Kind.MOMENT, true, Entry.local(now == null ? null : now.since())),
        Field.of(
            "retiredAt", Kind.MOMENT, false, Entry.local(now == null ? null : now.retiredAt())));
  }

  @Override
  public ResponseEntity<String> record(String id, Entry entered, CommandContext context) {
    Map<String, @Nullable Object> said = new HashMap<>();
    said.put("name", entered.text("name"));
    said.put("location", entered.text("location"));
    said.put("since", entered.moment("since"));
    said.put("retiredAt", entered.moment("retiredAt"));
    return systems.record(
        new InventoryId(id), entered.as(InformationSystemRequest.class, said), context);
  }
}
