package org.consentledger.core.mailing;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.consentledger.core.mailing.MailingCommand.CancelMailing;
import org.consentledger.core.mailing.MailingCommand.CompleteMailing;
import org.consentledger.core.mailing.MailingCommand.PauseMailing;
import org.consentledger.core.mailing.MailingCommand.PlanMailing;
import org.consentledger.core.mailing.MailingCommand.ResumeMailing;
import org.consentledger.core.mailing.MailingCommand.StartMailing;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.MailingId;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of a mailing. It is created if missing by every command, only to be refused by our
 * own rule instead of by Axon.
 */
public class Mailing {

  @AggregateIdentifier private @Nullable String identifier;
  private @Nullable MailingState state;

  /** For Axon, which folds the events over it. */
  protected Mailing() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PlanMailing command, RegisterReader registers, Clock clock) {
    emit(MailingRules.plan(state, command, registers.current(), clock.instant()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(StartMailing command, RegisterReader registers, Clock clock) {
    emit(MailingRules.start(state, command, registers.current(), clock.instant()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PauseMailing command, Clock clock) {
    emit(MailingRules.pause(state, command, clock.instant()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ResumeMailing command, Clock clock) {
    emit(MailingRules.resume(state, command, clock.instant()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CancelMailing command, Clock clock) {
    emit(MailingRules.cancel(state, command, clock.instant()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CompleteMailing command, Clock clock) {
    emit(MailingRules.complete(state, command, clock.instant()));
  }

  @EventSourcingHandler
  void on(MailingEvent event) {
    identifier = identifier(event.mailingId());
    state = MailingState.evolve(state, event);
  }

  private static void emit(List<MailingEvent> events) {
    events.forEach(AggregateLifecycle::apply);
  }

  /** The aggregate identifier of a mailing. */
  public static String identifier(MailingId mailingId) {
    return "mailing:" + mailingId;
  }
}
