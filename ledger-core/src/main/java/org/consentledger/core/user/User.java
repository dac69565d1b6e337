package org.consentledger.core.user;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.consentledger.core.user.UserCommand.RecordUser;
import org.consentledger.core.user.UserEvent.UserRecorded;
import org.jspecify.annotations.Nullable;

/** Axon's view of a user. */
public class User {

  @AggregateIdentifier private @Nullable String identifier;
  private @Nullable UserState state;

  /** For Axon, which folds the events over it. */
  protected User() {}

  /** What is said of a user makes a version; the same again none. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordUser command, Clock clock) {
    if (state == null || !state.content().says(command.content())) {
      int number = state == null ? 1 : state.number() + 1;
      AggregateLifecycle.apply(
          new UserRecorded(command.userId(), number, command.content(), clock.instant()));
    }
  }

  @EventSourcingHandler
  void on(UserRecorded event) {
    identifier = identifier(event.userId());
    state = UserState.evolve(event);
  }

  /** The aggregate identifier of a user. */
  public static String identifier(UserId user) {
    return "user:" + user;
  }
}
