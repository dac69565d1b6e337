package org.consentledger.core.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.refusal.PastMoment;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.request.RequestCommand.AnswerAuthorityRequest;
import org.consentledger.core.request.RequestCommand.AnswerRequest;
import org.consentledger.core.request.RequestCommand.CheckAuthority;
import org.consentledger.core.request.RequestCommand.DestroyText;
import org.consentledger.core.request.RequestCommand.LinkSubject;
import org.consentledger.core.request.RequestCommand.ReceiveAuthorityRequest;
import org.consentledger.core.request.RequestCommand.ReceiveRequest;
import org.consentledger.core.request.RequestCommand.RecordReading;
import org.consentledger.core.request.RequestCommand.RefuseRequest;
import org.consentledger.core.request.RequestCommand.VerifyIdentity;
import org.consentledger.core.request.RequestEvent.AuthorityChecked;
import org.consentledger.core.request.RequestEvent.IdentityVerified;
import org.consentledger.core.request.RequestEvent.RequestAnswered;
import org.consentledger.core.request.RequestEvent.RequestOverdue;
import org.consentledger.core.request.RequestEvent.RequestRead;
import org.consentledger.core.request.RequestEvent.RequestReceived;
import org.consentledger.core.request.RequestEvent.RequestRefused;
import org.consentledger.core.request.RequestEvent.RequestTextDestroyed;
import org.consentledger.core.request.RequestEvent.SubjectLinked;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a command to a request (clauses 3.2, 4.1, 8.3, 8.4); what it does to the term
 * stands in {@link TermRules}.
 */
final class RequestRules {

  private RequestRules() {}

  /**
   * Clause 3.2: whatever is received is entered; its term begins on the day after the receipt,
   * however late it is entered. A representative says on what authority.
   */
  static List<RequestEvent> receive(ReceiveRequest command, TermRules terms) {
    Instant receivedAt = receivedAt(command.receivedAt(), terms.now());
    if (command.by() == GiverRole.REPRESENTATIVE && command.authorityReference() == null) {
      throw new Refused(new Refusal.AuthorityMissing());
    }
    return List.of(
        new RequestReceived(
            command.requestId(),
            command.subjectId(),
            command.number(),
            command.type(),
            command.by(),
            command.authorityReference(),
            command.channel(),
            command.language(),
            command.textReference(),
            null,
            terms.first(command.type(), receivedAt, null),
            receivedAt));
  }

  /** Clause 3.2: the authorised body names nobody but itself, and its term is its own. */
  static List<RequestEvent> receive(ReceiveAuthorityRequest command, TermRules terms) {
    Instant receivedAt = receivedAt(command.receivedAt(), terms.now());
    LocalDate answerBy = command.question().answerBy();
    if (answerBy != null && answerBy.isBefore(Kazakhstan.dayOf(receivedAt))) {
      throw new Refused(new Refusal.AnswerByBeforeReceipt());
    }
    return List.of(
        new RequestReceived(
            command.requestId(),
            null,
            command.number(),
            RequestType.AUTHORITY,
            null,
            null,
            command.channel(),
            command.language(),
            command.textReference(),
            command.question(),
            terms.first(RequestType.AUTHORITY, receivedAt, answerBy),
            receivedAt));
  }

  private static Instant receivedAt(@Nullable Instant said, Instant now) {
    return said == null ? now : PastMoment.of(said, now);
  }

  /** Who asks may turn out to be somebody else, until it was verified. */
  static List<RequestEvent> link(RequestState request, LinkSubject command, Instant now) {
    requireOfPerson(request);
    requireOpen(request);
    if (command.subjectId().equals(request.subjectId())) {
      return List.of();
    }
    if (request.subjectId() != null && request.identityVerifiedAt() != null) {
      throw new Refused(new Refusal.IdentityVerifiedAlready());
    }
    return List.of(new SubjectLinked(command.requestId(), command.subjectId(), now));
  }

  /** Clause 8.3: verified once; a term that rested for it runs again. */
  static List<RequestEvent> verify(RequestState request, VerifyIdentity command, TermRules terms) {
    requireOfPerson(request);
    requireOpen(request);
    if (request.identityVerifiedAt() != null) {
      return List.of();
    }
    List<RequestEvent> events = new ArrayList<>();
    events.add(
        new IdentityVerified(
            command.requestId(), request.subjectId(), command.evidenceReference(), terms.now()));
    if (request.status() == RequestStatus.PAUSED
        && request.pauses().getLast().reason() == PauseReason.IDENTITY) {
      events.addAll(terms.resume(request));
    }
    return List.copyOf(events);
  }

  /** Clause 3.2: checked once, where somebody asks for somebody else. */
  static List<RequestEvent> checkAuthority(
      RequestState request, CheckAuthority command, Instant now) {
    requireOfPerson(request);
    requireOpen(request);
    if (request.received().by() == GiverRole.SUBJECT) {
      throw new Refused(new Refusal.NoRepresentative());
    }
    return request.isAuthorityUnchecked()
        ? List.of(
            new AuthorityChecked(
                command.requestId(), request.subjectId(), command.evidenceReference(), now))
        : List.of();
  }

  /**
   * Clauses 4.1, 8.3: nothing is disclosed or changed before it is known who asks. Clause 8.4: a
   * withdrawal waits for nothing of the kind.
   */
  static void requireAnswerable(RequestState request, AnswerRequest command) {
    requireOfPerson(request);
    requireOpen(request);
    for (RequestEffect effect : command.effects()) {
      if (!effect.kind().isAskedBy(request.received().type())) {
        throw new Refused(new Refusal.EffectNotAsked());
      }
      if (!effect.command().subjectId().equals(request.subjectId())) {
        throw new Refused(new Refusal.SubjectNotLinked());
      }
    }
    boolean discloses = request.received().type() == RequestType.INFORMATION;
    if (discloses || command.effects().stream().anyMatch(it -> it.kind().needsIdentity())) {
      if (request.identityVerifiedAt() == null) {
        throw new Refused(new Refusal.IdentityNotVerified());
      }
      if (request.isAuthorityUnchecked()) {
        throw new Refused(new Refusal.AuthorityNotChecked());
      }
    }
  }

  /**
   * What was found answerable is answered.
   *
   * @param effectEvents the events by which the effects were carried out
   */
  static List<RequestEvent> answer(
      RequestState request, AnswerRequest command, List<UUID> effectEvents, Instant now) {
    SortedSet<EffectKind> effects = new TreeSet<>();
    command.effects().forEach(effect -> effects.add(effect.kind()));
    List<RequestEvent> events = new ArrayList<>(lateness(request, now));
    events.add(
        new RequestAnswered(
            command.requestId(),
            request.subjectId(),
            command.answerReference(),
            effects,
            effectEvents,
            null,
            now));
    return List.copyOf(events);
  }

  /** Clause 3.2: the authorised body is answered, late or in time. */
  static List<RequestEvent> answer(
      RequestState request, AnswerAuthorityRequest command, Instant now) {
    requireOpen(request);
    List<RequestEvent> events = new ArrayList<>(lateness(request, now));
    events.add(
        new RequestAnswered(
            command.requestId(),
            null,
            command.answerReference(),
            Collections.emptySortedSet(),
            List.of(),
            command.exportId(),
            now));
    return List.copyOf(events);
  }

  /** Clause 8.4: a withdrawal is never refused for form. */
  static List<RequestEvent> refuse(RequestState request, RefuseRequest command, Instant now) {
    requireOfPerson(request);
    requireOpen(request);
    if (request.received().type() == RequestType.WITHDRAWAL && command.reason().isOfForm()) {
      throw new Refused(new Refusal.RefusedForForm());
    }
    List<RequestEvent> events = new ArrayList<>(lateness(request, now));
    events.add(
        new RequestRefused(
            command.requestId(),
            request.subjectId(),
            command.reason(),
            command.textReference(),
            now));
    return List.copyOf(events);
  }

  /** What ends too late has been overdue, also where it ends before anybody has recorded that. */
  static List<RequestEvent> lateness(RequestState request, Instant now) {
    RequestDue due = request.term().due();
    return request.status() == RequestStatus.OPEN && due != null && due.isOverAt(now)
        ? List.of(new RequestOverdue(request.requestId(), request.subjectId(), due, now))
        : List.of();
  }

  static List<RequestEvent> read(RequestState request, RecordReading command, Instant now) {
    return List.of(
        new RequestRead(command.requestId(), request.subjectId(), command.ground(), now));
  }

  /**
   * Clause 2.14: what belongs to nobody ends with no person's data, and so has a time of its own.
   * What the authorised body wrote is about others, and stays.
   */
  static List<RequestEvent> destroyText(RequestState request, DestroyText command, Instant now) {
    @Nullable RequestEnd end = request.end();
    boolean isDue =
        end != null
            && request.subjectId() == null
            && request.received().type() != RequestType.AUTHORITY
            && end.textDestroyedAt() == null
            && end.at().isBefore(command.endedBefore());
    return isDue ? List.of(new RequestTextDestroyed(command.requestId(), null, now)) : List.of();
  }

  /** Clause 3.2: the authorised body proves nothing, waits for nothing and is refused nothing. */
  static void requireOfPerson(RequestState request) {
    if (request.received().type() == RequestType.AUTHORITY) {
      throw new Refused(new Refusal.AuthorityAsks());
    }
  }

  static void requireOpen(RequestState request) {
    if (!request.isOpen()) {
      throw new Refused(new Refusal.RequestClosed());
    }
  }
}
