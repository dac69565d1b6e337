package org.consentledger.core.purpose;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.consentledger.core.purpose.PurposeCommand.DefinePurpose;
import org.consentledger.core.purpose.PurposeCommand.RetirePurpose;
import org.consentledger.core.purpose.PurposeEvent.PurposeDefined;
import org.consentledger.core.purpose.PurposeEvent.PurposeRetired;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.RegisterReader;
import org.jspecify.annotations.Nullable;

/** Axon's view of a purpose. */
public class Purpose {

  @AggregateIdentifier private @Nullable String identifier;
  private @Nullable PurposeState state;

  /** For Axon, which folds the events over it. */
  protected Purpose() {}

  /** Section 6: a purpose is announced by a policy that was published; it holds from then on. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DefinePurpose command, RegisterReader registers, Clock clock) {
    Instant now = clock.instant();
    Instant announced =
        registers.current().policy(command.definition().policyVersion()).effectiveFrom();
    if (state == null) {
      Instant effectiveFrom = announced.isBefore(now) ? announced : now;
      define(command, 1, effectiveFrom, now);
    } else if (state.retiredAt() != null) {
      throw new Refused(new Refusal.PurposeRetired());
    } else if (!state.latest().definition().says(command.definition())) {
      define(command, state.latest().number() + 1, now, now);
    }
  }

  /** Clause 8.9: a purpose ends once. */
  @CommandHandler
  void handle(RetirePurpose command, Clock clock) {
    if (state == null || state.retiredAt() == null) {
      AggregateLifecycle.apply(new PurposeRetired(command.purposeId(), clock.instant()));
    }
  }

  @EventSourcingHandler
  void on(PurposeEvent event, DomainEventMessage<?> message) {
    identifier = identifier(event.purposeId().value());
    state = PurposeState.evolve(state, event, UUID.fromString(message.getIdentifier()));
  }

  private static void define(
      DefinePurpose command, int number, Instant effectiveFrom, Instant now) {
    AggregateLifecycle.apply(
        new PurposeDefined(command.purposeId(), number, command.definition(), effectiveFrom, now));
  }

  /** The aggregate identifier of a purpose. */
  public static String identifier(String purposeId) {
    return "purpose:" + purposeId;
  }
}
