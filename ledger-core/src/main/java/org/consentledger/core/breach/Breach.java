package org.consentledger.core.breach;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.consentledger.core.breach.BreachCommand.AmendBreach;
import org.consentledger.core.breach.BreachCommand.CloseBreach;
import org.consentledger.core.breach.BreachCommand.FindBreach;
import org.consentledger.core.breach.BreachCommand.NotifyAuthority;
import org.consentledger.core.breach.BreachCommand.RecomputeBreach;
import org.consentledger.core.breach.BreachCommand.RecordBreachOverdue;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.BreachId;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of a breach. It is created if missing by every command, only to be refused by our own
 * rule instead of by Axon.
 */
public class Breach {

  @AggregateIdentifier private @Nullable String identifier;
  private @Nullable BreachState state;

  /** For Axon, which folds the events over it. */
  protected Breach() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(FindBreach command, RegisterReader registers, Deadlines deadlines, Clock clock) {
    emit(BreachRules.find(command, registers.current(), deadlines, clock.instant()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AmendBreach command, Clock clock) {
    emit(BreachRules.amend(state, command, clock.instant()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(NotifyAuthority command, Clock clock) {
    emit(BreachRules.notify(state, command, clock.instant()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CloseBreach command, Clock clock) {
    emit(BreachRules.close(state, command, clock.instant()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordBreachOverdue command, Clock clock) {
    emit(BreachRules.lateness(BreachRules.known(state), clock.instant()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecomputeBreach command, RegisterReader registers, Deadlines deadlines, Clock clock) {
    emit(
        BreachRules.recompute(
            BreachRules.known(state), registers.current(), deadlines, clock.instant()));
  }

  @EventSourcingHandler
  void on(BreachEvent event) {
    identifier = identifier(event.breachId());
    state = BreachState.evolve(state, event);
  }

  private static void emit(List<BreachEvent> events) {
    events.forEach(AggregateLifecycle::apply);
  }

  /** The aggregate identifier of a breach. */
  public static String identifier(BreachId breachId) {
    return "breach:" + breachId;
  }
}
