package org.consentledger.core.user;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.consentledger.core.user.UserCommand.RecordAccountAct;
import org.consentledger.core.user.UserEvent.AccountActRecorded;
import org.jspecify.annotations.Nullable;

/**
 * One act with an account. It is an aggregate of its own and no part of the user: somebody may try
 * passwords very often, and a user must not grow with it.
 */
public class AccountActs {

  @AggregateIdentifier private @Nullable String identifier;

  /** For Axon, which folds the events over it. */
  protected AccountActs() {}

  @CommandHandler
  AccountActs(RecordAccountAct command, Clock clock) {
    AggregateLifecycle.apply(
        new AccountActRecorded(command.actId(), command.userId(), command.act(), clock.instant()));
  }

  @EventSourcingHandler
  void on(AccountActRecorded event) {
    identifier = identifier(event.actId());
  }

  /** The aggregate identifier of an act. */
  public static String identifier(UUID act) {
    return "account-act:" + act;
  }
}
