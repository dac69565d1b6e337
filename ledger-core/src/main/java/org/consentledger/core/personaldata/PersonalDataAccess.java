package org.consentledger.core.personaldata;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.consentledger.core.personaldata.PersonalDataEvent.PersonalDataAccessed;
import org.jspecify.annotations.Nullable;

/**
 * One reading of personal data. It is an aggregate of its own and no part of the subject: data may
 * be read very often, and a subject must not grow with it.
 */
public class PersonalDataAccess {

  @AggregateIdentifier private @Nullable String identifier;

  /** For Axon, which folds the events over it. */
  protected PersonalDataAccess() {}

  @CommandHandler
  PersonalDataAccess(RecordAccess command, Clock clock) {
    AggregateLifecycle.apply(
        new PersonalDataAccessed(
            command.accessId(),
            command.subjectId(),
            command.categories(),
            command.documentId(),
            command.ground(),
            clock.instant()));
  }

  @EventSourcingHandler
  void on(PersonalDataEvent event) {
    identifier =
        switch (event) {
          case PersonalDataAccessed accessed -> "access:" + accessed.accessId();
        };
  }
}
