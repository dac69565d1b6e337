package org.consentledger.core.request;

import java.time.Clock;
import java.util.SortedSet;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.request.RequestCommand.AnswerAuthorityRequest;
import org.consentledger.core.request.RequestCommand.ReceiveAuthorityRequest;
import org.consentledger.core.subject.DataSubject;
import org.consentledger.core.subject.SubjectCommand;
import org.consentledger.core.subject.SubjectCommand.HoldForAuthority;
import org.consentledger.core.subject.SubjectCommand.ReleaseForAuthority;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * Enters and answers what the authorised body asks (clause 3.2). The request and the holds on those
 * about whom it asks are one unit of work, and so are the answer and their ends: whoever would be
 * destroyed at the same moment is destroyed before the request or kept, and nobody stays kept for
 * what was answered.
 */
public final class AuthorityRequests {

  private final Repository<Request> requests;
  private final Repository<DataSubject> subjects;
  private final Clock clock;

  /** Enters and answers in these repositories. */
  public AuthorityRequests(
      Repository<Request> requests, Repository<DataSubject> subjects, Clock clock) {
    this.requests = requests;
    this.subjects = subjects;
    this.clock = clock;
  }

  @CommandHandler
  void handle(
      ReceiveAuthorityRequest command,
      CommandMessage<?> message,
      RegisterReader registers,
      Deadlines deadlines)
      throws Exception {
    requests.newInstance(() -> new Request(command, Request.terms(registers, deadlines, clock)));
    for (SubjectId subject : command.question().subjectIds()) {
      send(new HoldForAuthority(subject, UUID.randomUUID(), command.requestId()), message);
    }
  }

  @CommandHandler
  void handle(AnswerAuthorityRequest command, CommandMessage<?> message) throws Exception {
    Aggregate<Request> request = requests.load(Request.identifier(command.requestId()));
    SortedSet<SubjectId> askedAbout = request.invoke(Request::askedAbout);
    request.execute(it -> it.answer(command, clock));
    for (SubjectId subject : askedAbout) {
      send(new ReleaseForAuthority(subject, command.requestId()), message);
    }
  }

  /** People come in the order of their identifiers, so that two requests never wait crosswise. */
  private void send(SubjectCommand command, CommandMessage<?> message) throws Exception {
    Aggregate<DataSubject> subject;
    try {
      subject = subjects.load(command.subjectId().toString());
    } catch (AggregateNotFoundException unknown) {
      throw new Refused(new Refusal.SubjectUnknown());
    }
    subject.handle(new GenericCommandMessage<>(command, message.getMetaData()));
  }
}
