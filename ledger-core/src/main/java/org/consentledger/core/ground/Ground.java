package org.consentledger.core.ground;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.consentledger.core.ground.GroundCommand.SwitchGround;
import org.consentledger.core.vocabulary.LegalGround;
import org.jspecify.annotations.Nullable;

/** Axon's view of a ground of processing. */
public class Ground {

  @AggregateIdentifier private @Nullable String identifier;
  private @Nullable GroundState state;

  /** For Axon, which folds the events over it. */
  protected Ground() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SwitchGround command, Clock clock) {
    GroundRules.decide(state, command, clock.instant()).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(GroundSwitchEvent event, DomainEventMessage<?> message) {
    identifier = identifier(event.ground());
    state = GroundState.evolve(state, event, UUID.fromString(message.getIdentifier()));
  }

  /** The aggregate identifier of a ground. */
  public static String identifier(LegalGround ground) {
    return "legal-ground:" + ground.name();
  }
}
