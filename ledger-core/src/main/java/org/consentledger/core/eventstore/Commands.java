package org.consentledger.core.eventstore;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.consentledger.core.eventstore.Attachment.Outcome;
import org.consentledger.core.mailing.MailingCommand;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.request.RequestCommand;
import org.consentledger.core.request.RequestEffect;
import org.consentledger.core.subject.SubjectCommand;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** Takes commands in. What comes back is on disk. */
public final class Commands {

  /** The metadata key of the version of the aggregate that the sender knows. */
  static final String EXPECTED_VERSION = "expectedVersion";

  /** How often a command is tried when another node was first with the same aggregate. */
  private static final int MOST_TRIES = 10;

  private static final long BACK_OFF_NANOS = 4_000_000;

  private static final String SAME_SEQUENCE = "event_aggregate_sequence";

  private final CommandBus commandBus;
  private final Appender appender;
  private final Handovers handovers;

  Commands(CommandBus commandBus, Appender appender, Handovers handovers) {
    this.commandBus = commandBus;
    this.appender = appender;
    this.handovers = handovers;
  }

  /**
   * Carries a command out. Where it ends a permission, nothing leaves on the strength of that
   * permission once this has returned.
   *
   * @param command one of the command records
   * @param actor who sends it, as an identifier
   * @param expectedVersion the version of the aggregate that the sender knows, if that matters
   * @param attachment what is written with it
   * @throws Refused where a rule of the domain forbids it
   * @throws StaleVersion where the aggregate has another version than expected
   * @throws ConstraintViolated where the attachment collides with what is there
   * @throws LedgerUnavailable where the database is away
   */
  public Appended execute(
      Object command, String actor, @Nullable Long expectedVersion, Attachment attachment) {
    List<SubjectId> subjects = endedPermissions(command);
    Outcome outcome = append(command, actor, expectedVersion, attachment.ending(subjects));
    if (!outcome.nothingLeft()) {
      subjects.forEach(handovers::await);
    }
    switch (command) {
      case MailingCommand.PauseMailing of -> handovers.await(of.mailingId());
      case MailingCommand.CancelMailing of -> handovers.await(of.mailingId());
      default -> {} // lets things begin, or changes what nothing is handed over by
    }
    return outcome.appended();
  }

  /** Whose permissions a command may end. */
  private static List<SubjectId> endedPermissions(Object command) {
    return switch (command) {
      case SubjectCommand of when of.mayEndPermission() -> List.of(of.subjectId());
      case RequestCommand.AnswerRequest of ->
          of.effects().stream()
              .map(RequestEffect::command)
              .filter(SubjectCommand::mayEndPermission)
              .map(SubjectCommand::subjectId)
              .distinct()
              .toList();
      default -> List.of();
    };
  }

  private Outcome append(
      Object command, String actor, @Nullable Long expectedVersion, Attachment attachment) {
    appender.expect();
    try {
      return appendPersistently(command, actor, expectedVersion, attachment);
    } finally {
      appender.expectNoMore();
    }
  }

  private Outcome appendPersistently(
      Object command, String actor, @Nullable Long expectedVersion, Attachment attachment) {
    for (int attempt = 1; ; attempt++) {
      try {
        dispatch(command, actor, expectedVersion, attachment);
        if (attachment.outcome().isEmpty()) {
          appender.append(List.of(), attachment); // nothing was to change
        }
        return attachment.outcome().orElseThrow();
      } catch (ConstraintViolated conflict) {
        if (!conflict.constraint().equals(SAME_SEQUENCE) || attempt == MOST_TRIES) {
          throw conflict;
        }
        // Nodes that met once would meet again if they came back at the same time.
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * BACK_OFF_NANOS));
      }
    }
  }

  /** Writes an attachment alone: the answer of a command that was refused. */
  public Appended record(Attachment attachment) {
    return appender.append(List.of(), attachment);
  }

  private void dispatch(
      Object command, String actor, @Nullable Long expectedVersion, Attachment attachment) {
    MetaData metaData =
        MetaData.with(RecordedEvent.ACTOR, actor)
            .and(LedgerEventStorageEngine.ATTACHMENT, attachment);
    if (command instanceof RequestCommand.AnswerRequest answer) {
      metaData = metaData.and(RecordedEvent.REQUEST, answer.requestId().toString());
    }
    if (expectedVersion != null) {
      metaData = metaData.and(EXPECTED_VERSION, expectedVersion);
    }
    CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(command);
    FutureCallback<Object, Object> callback = new FutureCallback<>();
    commandBus.dispatch(message.withMetaData(metaData), callback);
    CommandResultMessage<?> result = callback.getResult();
    if (result.isExceptional()) {
      throw translate(command, result.exceptionResult());
    }
  }

  private static RuntimeException translate(Object command, Throwable failure) {
    return switch (failure) {
      case AggregateNotFoundException missing -> new Refused(unknown(command));
      case ConflictingAggregateVersionException stale -> new StaleVersion();
      case RuntimeException known -> known;
      default -> new IllegalStateException("A command failed unexpectedly.", failure);
    };
  }

  private static Refusal unknown(Object command) {
    return switch (command) {
      case SubjectCommand subject -> new Refusal.SubjectUnknown();
      case RequestCommand request -> new Refusal.RequestUnknown();
      default -> new Refusal.PurposeUnknown();
    };
  }
}
