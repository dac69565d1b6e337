package org.consentledger.api.mail.intake;

import java.util.List;
import java.util.Optional;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.request.EffectKind;
import org.consentledger.core.request.RequestCommand.AnswerRequest;
import org.consentledger.core.request.RequestEffect;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectCommand.SuspendSending;
import org.consentledger.core.subject.SubjectCommand.WithdrawConsent;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.requests.Requests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what letters do to the data of the people who wrote them. What a crash leaves undone stands
 * in the table of letters and is done at the next look; to do it again changes nothing.
 */
@Component
final class LetterEffects {

  private static final Logger LOG = LoggerFactory.getLogger(LetterEffects.class);
  private static final int AT_ONCE = 1000;

  private final LetterTable table;
  private final Requests requests;
  private final CurrentSubjects subjects;
  private final Commands commands;

  LetterEffects(LetterTable table, Requests requests, CurrentSubjects subjects, Commands commands) {
    this.table = table;
    this.requests = requests;
    this.subjects = subjects;
    this.commands = commands;
  }

  /** Does what was left undone. */
  void finish() {
    table.pending(AT_ONCE).forEach(this::carryOut);
  }

  void carryOut(LetterTable.Pending pending) {
    RequestState request = requests.find(pending.requestId()).orElseThrow();
    Optional<CurrentSubject> subject =
        Optional.ofNullable(request.subjectId()).flatMap(subjects::find);
    try {
      subject.ifPresent(it -> carryOut(pending.effect(), request, it));
    } catch (Refused refused) {
      // The request is open, and an officer sees it; there is nothing to be gained by trying again.
      LOG.warn(
          "What the letter {} asks for was not done by itself: {}.",
          pending.letterId(),
          refused.refusal().getClass().getSimpleName());
    }
    table.done(pending.letterId());
  }

  private void carryOut(Effect effect, RequestState request, CurrentSubject subject) {
    switch (effect) {
      case WITHDRAW -> withdraw(request, subject);
      case SUSPEND ->
          commands.execute(
              new SuspendSending(subject.state().subjectId(), request.requestId().value()),
              LetterDesk.ACTOR,
              null,
              Attachment.none());
    }
  }

  /**
   * Clause 8.4: every consent is withdrawn, and the request is answered by that. Where there is
   * none, somebody has to tell the person so.
   */
  private void withdraw(RequestState request, CurrentSubject subject) {
    SubjectId person = subject.state().subjectId();
    List<RequestEffect> withdrawals =
        subject.state().consents().entrySet().stream()
            .filter(answer -> answer.getValue() instanceof ConsentAnswer.Given)
            .map(answer -> new WithdrawConsent(person, answer.getKey(), Channel.EMAIL, null))
            .map(command -> new RequestEffect(EffectKind.WITHDRAW, command))
            .toList();
    if (!withdrawals.isEmpty() && request.isOpen()) {
      commands.execute(
          new AnswerRequest(request.requestId(), null, withdrawals),
          LetterDesk.ACTOR,
          null,
          Attachment.none());
    }
  }
}
