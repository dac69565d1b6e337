package org.consentledger.core.legalterm;

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
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.legalterm.LegalTermCommand.ChangeLegalTerm;
import org.consentledger.core.legalterm.LegalTermEvent.LegalTermChanged;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Axon's view of a term that an officer changes. */
public class ChangeableLegalTerm {

  @AggregateIdentifier private @Nullable String identifier;
  private @Nullable LegalTermState state;

  /** For Axon, which folds the events over it. */
  protected ChangeableLegalTerm() {}

  /** What already holds, or is to hold from that moment on, is not recorded again. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ChangeLegalTerm command, Clock clock) {
    Instant now = clock.instant();
    Instant effectiveFrom = command.effectiveFrom() == null ? now : command.effectiveFrom();
    if (state != null && isRecorded(state, command, effectiveFrom)) {
      return;
    }
    if (effectiveFrom.isBefore(now)) {
      throw new Refused(new Refusal.EffectiveInPast());
    }
    AggregateLifecycle.apply(
        new LegalTermChanged(
            command.id(),
            state == null ? 1 : state.changes().size() + 1,
            command.length(),
            command.unit(),
            command.certainty(),
            command.sourceHash(),
            command.sourceReference(),
            effectiveFrom,
            now));
  }

  private static boolean isRecorded(
      LegalTermState state, ChangeLegalTerm command, Instant effectiveFrom) {
    return state
        .standingAt(effectiveFrom)
        .filter(
            standing ->
                command.effectiveFrom() == null || standing.effectiveFrom().equals(effectiveFrom))
        .filter(standing -> standing.says(command))
        .isPresent();
  }

  @EventSourcingHandler
  void on(LegalTermEvent event, DomainEventMessage<?> message) {
    identifier = identifier(event.id());
    state = LegalTermState.evolve(state, event, UUID.fromString(message.getIdentifier()));
  }

  /** The aggregate identifier of a term. */
  public static String identifier(LegalTermId id) {
    return "legal-term:" + id.code();
  }
}
