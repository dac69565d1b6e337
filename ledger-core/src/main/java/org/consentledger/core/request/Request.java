package org.consentledger.core.request;

import java.time.Clock;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.request.RequestCommand.AnswerAuthorityRequest;
import org.consentledger.core.request.RequestCommand.AnswerRequest;
import org.consentledger.core.request.RequestCommand.CheckAuthority;
import org.consentledger.core.request.RequestCommand.DestroyText;
import org.consentledger.core.request.RequestCommand.ExtendRequest;
import org.consentledger.core.request.RequestCommand.LinkSubject;
import org.consentledger.core.request.RequestCommand.PauseRequest;
import org.consentledger.core.request.RequestCommand.ReceiveAuthorityRequest;
import org.consentledger.core.request.RequestCommand.ReceiveRequest;
import org.consentledger.core.request.RequestCommand.RecomputeRequest;
import org.consentledger.core.request.RequestCommand.RecordOverdue;
import org.consentledger.core.request.RequestCommand.RecordReading;
import org.consentledger.core.request.RequestCommand.RefuseRequest;
import org.consentledger.core.request.RequestCommand.ResumeRequest;
import org.consentledger.core.request.RequestCommand.VerifyIdentity;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of a request. Answers are given by {@link Answering}, because they may concern a
 * person, too.
 */
public class Request {

  @AggregateIdentifier private @Nullable String identifier;
  private @Nullable RequestState state;

  /** For Axon, which folds the events over it. */
  protected Request() {}

  @CommandHandler
  Request(
      ReceiveRequest command,
      RegisterReader registers,
      SubjectReader subjects,
      Deadlines deadlines,
      Clock clock) {
    if (command.subjectId() != null) {
      requireRegistered(command.subjectId(), subjects);
    }
    emit(RequestRules.receive(command, terms(registers, deadlines, clock)));
  }

  /** What the authorised body asks; entered by {@link AuthorityRequests}. */
  Request(ReceiveAuthorityRequest command, TermRules terms) {
    emit(RequestRules.receive(command, terms));
  }

  @CommandHandler
  void handle(LinkSubject command, SubjectReader subjects, Clock clock) {
    requireRegistered(command.subjectId(), subjects);
    emit(RequestRules.link(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(VerifyIdentity command, RegisterReader registers, Deadlines deadlines, Clock clock) {
    emit(RequestRules.verify(state(), command, terms(registers, deadlines, clock)));
  }

  @CommandHandler
  void handle(CheckAuthority command, Clock clock) {
    emit(RequestRules.checkAuthority(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(PauseRequest command, RegisterReader registers, Deadlines deadlines, Clock clock) {
    emit(terms(registers, deadlines, clock).pause(state(), command));
  }

  @CommandHandler
  void handle(ResumeRequest command, RegisterReader registers, Deadlines deadlines, Clock clock) {
    emit(terms(registers, deadlines, clock).resume(state()));
  }

  @CommandHandler
  void handle(ExtendRequest command, RegisterReader registers, Deadlines deadlines, Clock clock) {
    emit(terms(registers, deadlines, clock).extend(state(), command));
  }

  @CommandHandler
  void handle(
      RecomputeRequest command, RegisterReader registers, Deadlines deadlines, Clock clock) {
    emit(terms(registers, deadlines, clock).recompute(state()));
  }

  @CommandHandler
  void handle(RecordOverdue command, Clock clock) {
    emit(RequestRules.lateness(state(), clock.instant()));
  }

  @CommandHandler
  void handle(RefuseRequest command, Clock clock) {
    emit(RequestRules.refuse(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(RecordReading command, Clock clock) {
    emit(RequestRules.read(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(DestroyText command, Clock clock) {
    emit(RequestRules.destroyText(state(), command, clock.instant()));
  }

  void requireAnswerable(AnswerRequest command) {
    RequestRules.requireAnswerable(state(), command);
  }

  void answer(AnswerRequest command, List<UUID> effectEvents, Clock clock) {
    emit(RequestRules.answer(state(), command, effectEvents, clock.instant()));
  }

  void answer(AnswerAuthorityRequest command, Clock clock) {
    emit(RequestRules.answer(state(), command, clock.instant()));
  }

  /** About whom the authorised body asks. */
  SortedSet<SubjectId> askedAbout() {
    AuthorityQuestion question = state().received().question();
    if (question == null) {
      throw new Refused(new Refusal.RequestUnknown());
    }
    return question.subjectIds();
  }

  @EventSourcingHandler
  void on(RequestEvent event) {
    identifier = identifier(event.requestId());
    state = RequestState.evolve(state, event);
  }

  /** The aggregate identifier of a request. */
  public static String identifier(RequestId requestId) {
    return "request:" + requestId;
  }

  static TermRules terms(RegisterReader registers, Deadlines deadlines, Clock clock) {
    return new TermRules(registers.current(), deadlines, clock.instant());
  }

  private static void requireRegistered(SubjectId subjectId, SubjectReader subjects) {
    if (subjects.find(subjectId).isEmpty()) {
      throw new Refused(new Refusal.SubjectUnknown());
    }
  }

  private RequestState state() {
    if (state == null) {
      throw new IllegalStateException("A request that was loaded has a state.");
    }
    return state;
  }

  private static void emit(List<? extends RequestEvent> events) {
    events.forEach(AggregateLifecycle::apply);
  }
}
