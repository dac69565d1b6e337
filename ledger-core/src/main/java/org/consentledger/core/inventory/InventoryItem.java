package org.consentledger.core.inventory;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.consentledger.core.inventory.InventoryCommand.RecordItem;
import org.jspecify.annotations.Nullable;

/** Axon's view of an item of the inventory. Its aggregate identifier is its key as text. */
public class InventoryItem {

  @AggregateIdentifier private @Nullable String identifier;
  private @Nullable InventoryState state;

  /** For Axon, which folds the events over it. */
  protected InventoryItem() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordItem command, Clock clock) {
    InventoryRules.decide(state, command, clock.instant()).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(InventoryEvent event, DomainEventMessage<?> message) {
    identifier = event.key().toString();
    state = InventoryState.evolve(state, event, UUID.fromString(message.getIdentifier()));
  }
}
