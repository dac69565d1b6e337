package org.consentledger.core.operator;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.consentledger.core.operator.OperatorCommand.DescribeOperator;
import org.consentledger.core.operator.OperatorEvent.OperatorDescribed;
import org.jspecify.annotations.Nullable;

/** Axon's view of the operator; a ledger has one. */
public class Operator {

  /** The aggregate identifier of the one operator. */
  public static final String IDENTIFIER = "operator";

  @AggregateIdentifier private @Nullable String identifier;
  private @Nullable OperatorState state;

  /** For Axon, which folds the events over it. */
  protected Operator() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DescribeOperator command, Clock clock) {
    if (state == null || !state.profileHash().equals(command.profileHash())) {
      AggregateLifecycle.apply(
          new OperatorDescribed(
              state == null ? 1 : state.number() + 1,
              command.profileHash(),
              command.profileReference(),
              clock.instant()));
    }
  }

  @EventSourcingHandler
  void on(OperatorEvent event, DomainEventMessage<?> message) {
    identifier = IDENTIFIER;
    state = OperatorState.evolve(event, UUID.fromString(message.getIdentifier()));
  }
}
