package org.consentledger.core.request;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.consentledger.core.request.RequestCommand.AnswerRequest;
import org.consentledger.core.subject.DataSubject;

/**
 * Answers requests. What an answer does to the person's data and the answer itself are one unit of
 * work: their events are appended together or not at all, and a rule that refuses the one refuses
 * both.
 */
public final class Answering {

  private final Repository<Request> requests;
  private final Repository<DataSubject> subjects;
  private final Clock clock;

  /** Answers what these repositories hold. */
  public Answering(Repository<Request> requests, Repository<DataSubject> subjects, Clock clock) {
    this.requests = requests;
    this.subjects = subjects;
    this.clock = clock;
  }

  @CommandHandler
  void handle(AnswerRequest command, CommandMessage<?> message) throws Exception {
    Aggregate<Request> request = requests.load(Request.identifier(command.requestId()));
    request.execute(it -> it.requireAnswerable(command));
    List<UUID> effectEvents = new ArrayList<>();
    if (!command.effects().isEmpty()) {
      effectEvents.addAll(carryOut(command.effects(), message));
    }
    request.execute(it -> it.answer(command, effectEvents, clock));
  }

  /** All effects concern one person; the rules have seen to that. */
  private List<UUID> carryOut(List<RequestEffect> effects, CommandMessage<?> message)
      throws Exception {
    Aggregate<DataSubject> subject =
        subjects.load(effects.getFirst().command().subjectId().toString());
    for (RequestEffect effect : effects) {
      subject.handle(new GenericCommandMessage<>(effect.command(), message.getMetaData()));
    }
    return subject.invoke(DataSubject::added);
  }
}
