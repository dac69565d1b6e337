package org.consentledger.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.RefusedBecause.refusedBecause;
import static org.consentledger.core.testing.RegistersBuilder.emptyRegisters;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.inventory.InventoryCommand.RecordItem;
import org.consentledger.core.inventory.InventoryEvent.ItemRecorded;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.InventoryId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InventoryTest {

  private static final InventoryId ITEM = new InventoryId("ITEM");

  private static AggregateTestFixture<InventoryItem> item() {
    AggregateTestFixture<InventoryItem> fixture = new AggregateTestFixture<>(InventoryItem.class);
    fixture.registerCommandTargetResolver(LedgerAxon.targetResolver());
    fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    return fixture;
  }

  private static InventoryContent content(@Nullable Instant from, @Nullable Instant until) {
    return content(from, until, 1);
  }

  private static InventoryContent content(
      @Nullable Instant from, @Nullable Instant until, int reference) {
    return new InventoryContent(from, until, set(), "a".repeat(64), id(reference));
  }

  private static RecordItem record(InventoryKind kind, InventoryContent content) {
    return new RecordItem(new InventoryKey(kind, ITEM), content);
  }

  private static ItemRecorded recorded(InventoryKind kind, int number, InventoryContent content) {
    return new ItemRecorded(kind, ITEM, number, content, EARLIER);
  }

  @ParameterizedTest
  @EnumSource(InventoryKind.class)
  void clauses_2_4_2_8_8_1_11_an_item_is_recorded_and_recorded_anew_but_not_twice(
      InventoryKind kind) {
    item()
        .givenNoPriorActivity()
        .when(record(kind, content(EARLIER, null)))
        .expectEvents(new ItemRecorded(kind, ITEM, 1, content(EARLIER, null), NOW));
    item()
        .given(recorded(kind, 1, content(EARLIER, null)))
        .when(record(kind, content(EARLIER, NOW)))
        .expectEvents(new ItemRecorded(kind, ITEM, 2, content(EARLIER, NOW), NOW));
    item()
        .given(recorded(kind, 1, content(EARLIER, null)))
        .when(record(kind, content(EARLIER, null, 9)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void clause_2_4_what_ends_has_begun_before() {
    item()
        .givenNoPriorActivity()
        .when(record(InventoryKind.INFORMATION_SYSTEM, content(NOW, NOW)))
        .expectException(refusedBecause(new Refusal.EndBeforeBeginning()))
        .expectNoEvents();
  }

  @Test
  void clause_11_an_undertaking_is_recorded_when_it_is_signed_but_a_measure_may_be_planned() {
    InventoryContent tomorrow = content(NOW.plusSeconds(1), null);
    item()
        .givenNoPriorActivity()
        .when(record(InventoryKind.UNDERTAKING, tomorrow))
        .expectException(refusedBecause(new Refusal.DateInFuture()))
        .expectNoEvents();
    item()
        .givenNoPriorActivity()
        .when(record(InventoryKind.MEASURE, tomorrow))
        .expectEvents(new ItemRecorded(InventoryKind.MEASURE, ITEM, 1, tomorrow, NOW));
  }

  @Test
  void clause_2_8_the_shipped_categories_are_nobodys_to_change() {
    InventoryId email = new InventoryId("EMAIL");
    item()
        .givenNoPriorActivity()
        .when(new RecordItem(new InventoryKey(InventoryKind.CATEGORY, email), content(null, null)))
        .expectException(refusedBecause(new Refusal.CategoryShipped()))
        .expectNoEvents();
    item()
        .givenNoPriorActivity()
        .when(
            new RecordItem(
                new InventoryKey(InventoryKind.INFORMATION_SYSTEM, email), content(null, null)))
        .expectEvents(
            new ItemRecorded(InventoryKind.INFORMATION_SYSTEM, email, 1, content(null, null), NOW));
  }

  @Test
  void clause_2_4_a_system_is_in_use_from_its_first_moment_until_it_is_retired() {
    Registers registers =
        emptyRegisters()
            .inventory(InventoryKind.INFORMATION_SYSTEM, "crm", EARLIER, NOW)
            .inventory(InventoryKind.INFORMATION_SYSTEM, "mail", EARLIER, null)
            .inventory(InventoryKind.MEASURE, "firewall", EARLIER, null)
            .build();

    assertThat(registers.informationSystemsInUse(EARLIER.minusNanos(1))).isEmpty();
    assertThat(registers.informationSystemsInUse(EARLIER))
        .extracting(system -> system.key().id().value())
        .containsExactly("crm", "mail");
    assertThat(registers.informationSystemsInUse(NOW))
        .extracting(system -> system.key().id().value())
        .containsExactly("mail");
  }

  @Test
  void clause_2_4_what_is_said_last_of_a_system_counts_for_its_past_too() {
    Registers registers =
        emptyRegisters()
            .inventory(InventoryKind.INFORMATION_SYSTEM, "crm", NOW, null)
            .inventory(InventoryKind.INFORMATION_SYSTEM, "crm", BEGINNING, null)
            .build();
    assertThat(registers.informationSystemsInUse(EARLIER)).hasSize(1);
  }

  @Test
  void clause_2_8_the_catalogue_is_extended_and_was_not_known_before() {
    Category health = new Category("HEALTH");
    Registers registers =
        emptyRegisters().inventory(InventoryKind.CATEGORY, "HEALTH", null, null).build();

    assertThat(registers.knows(health)).isTrue();
    assertThat(registers.knows(new Category("BLOOD_GROUP"))).isFalse();
    assertThat(registers.knownAt(BEGINNING.minusNanos(1)).knows(health)).isFalse();
    assertThat(
            emptyRegisters()
                .inventory(InventoryKind.MEASURE, "HEALTH", null, null)
                .build()
                .knows(health))
        .isFalse();
  }
}
