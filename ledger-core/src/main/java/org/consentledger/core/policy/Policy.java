package org.consentledger.core.policy;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.consentledger.core.policy.PolicyCommand.PublishPolicy;
import org.consentledger.core.policy.PolicyEvent.PolicyPublished;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Axon's view of one version of the policy. A version is immutable (clause 12.2). */
public class Policy {

  @AggregateIdentifier private @Nullable String identifier;
  private @Nullable PolicyState state;

  /** For Axon, which folds the events over it. */
  protected Policy() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PublishPolicy command, Clock clock) {
    if (state == null) {
      AggregateLifecycle.apply(
          new PolicyPublished(
              command.version(),
              command.effectiveFrom(),
              command.material(),
              command.reconsentBy(),
              command.texts(),
              clock.instant()));
    } else if (!state.says(command)) {
      throw new Refused(new Refusal.PolicyImmutable());
    }
  }

  @EventSourcingHandler
  void on(PolicyEvent event, DomainEventMessage<?> message) {
    identifier = identifier(event.version().value());
    state = PolicyState.evolve(event, UUID.fromString(message.getIdentifier()));
  }

  /** The aggregate identifier of a version of the policy. */
  public static String identifier(String version) {
    return "policy:" + version;
  }
}
