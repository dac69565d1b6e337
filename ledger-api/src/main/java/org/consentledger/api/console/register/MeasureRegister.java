package org.consentledger.api.console.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.inventory.MeasureController;
import org.consentledger.api.inventory.MeasureController.MeasureKind;
import org.consentledger.api.inventory.MeasureController.MeasureRequest;
import org.consentledger.api.inventory.MeasureController.MeasureView;
import org.consentledger.api.query.Paging;
import org.consentledger.core.inventory.InventoryKind;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.InventoryId;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The measures that protect personal data (clause 8.1). */
@Component
final class MeasureRegister implements Register {

  private final MeasureController measures;
  private final RegisterReader registers;

  MeasureRegister(MeasureController measures, RegisterReader registers) {
    this.measures = measures;
    this.registers = registers;
  }

  @Override
  public String name() {
    return "measures";
  }

  @Override
  public List<Item> items(Language language) {
    return measures.list(Paging.MOST, null).items().stream().map(this::item).toList();
  }

  @Override
  public Optional<Item> item(String id, Language language) {
    return InventoryVersions.has(registers, InventoryKind.MEASURE, id)
        ? Optional.of(item(measures.read(new InventoryId(id))))
        : Optional.empty();
  }

  private Item item(MeasureView it) {
    return new Item(
        it.id().value(),
        it.id().value(),
        "measures.kind." + it.kind(),
        List.of(
            Fact.of("measures.description", it.description()),
            Fact.of("measures.kind", it.kind()),
            Fact.of("measures.from", it.from()),
            Fact.of("measures.until", it.until())),
        it.version(),
        InventoryVersions.of(registers, InventoryKind.MEASURE, it.id()));
  }

  @Override
  public List<Field> fields(@Nullable Item item) {
    MeasureView now = item == null ? null : measures.read(new InventoryId(item.id()));
    return List.of(
        new Field(
            "kind",
            Kind.ONE_OF,
            true,
            Arrays.stream(MeasureKind.values()).map(Enum::name).toList(),
            now == null ? List.of() : List.of(now.kind().name())),
        Field.of("description", Kind.LONG_TEXT, true, now == null ? null : now.description()),
        Field.of("from", Kind.MOMENT, true, Entry.local(now == null ? null : now.from())),
        Field.of("until", Kind.MOMENT, false, Entry.local(now == null ? null : now.until())));
  }

  @Override
  public ResponseEntity<String> record(String id, Entry entered, CommandContext context) {
    Map<String, @Nullable Object> said = new HashMap<>();
    said.put("kind", entered.text("kind"));
    said.put("description", entered.text("description"));
    said.put("from", entered.moment("from"));
    said.put("until", entered.moment("until"));
    return measures.record(new InventoryId(id), entered.as(MeasureRequest.class, said), context);
  }
}
