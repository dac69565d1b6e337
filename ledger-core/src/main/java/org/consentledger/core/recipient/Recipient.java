package org.consentledger.core.recipient;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.consentledger.core.recipient.RecipientCommand.DescribeRecipient;
import org.consentledger.core.recipient.RecipientCommand.RecordAssurance;
import org.consentledger.core.recipient.RecipientCommand.RecordNotice;
import org.jspecify.annotations.Nullable;

/** Axon's view of a recipient. */
public class Recipient {

  @AggregateIdentifier private @Nullable String identifier;
  private @Nullable RecipientState state;

  /** For Axon, which folds the events over it. */
  protected Recipient() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DescribeRecipient command, Clock clock) {
    RecipientRules.describe(state, command, clock.instant()).forEach(AggregateLifecycle::apply);
  }

  /** Created if missing only to be refused by our own rule instead of by Axon. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordAssurance command, Clock clock) {
    RecipientRules.assure(state, command, clock.instant()).forEach(AggregateLifecycle::apply);
  }

  /** Created if missing only to be refused by our own rule instead of by Axon. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordNotice command, Clock clock) {
    RecipientRules.giveNotice(state, command, clock.instant()).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(RecipientEvent event, DomainEventMessage<?> message) {
    identifier = identifier(event.recipientId().value());
    state = RecipientState.evolve(state, event, UUID.fromString(message.getIdentifier()));
  }

  /** The aggregate identifier of a recipient. */
  public static String identifier(String recipientId) {
    return "recipient:" + recipientId;
  }
}
