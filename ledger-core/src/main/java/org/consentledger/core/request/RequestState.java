package org.consentledger.core.request;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.consentledger.core.request.RequestEvent.AuthorityChecked;
import org.consentledger.core.request.RequestEvent.IdentityVerified;
import org.consentledger.core.request.RequestEvent.RequestAnswered;
import org.consentledger.core.request.RequestEvent.RequestExtended;
import org.consentledger.core.request.RequestEvent.RequestOverdue;
import org.consentledger.core.request.RequestEvent.RequestPaused;
import org.consentledger.core.request.RequestEvent.RequestRead;
import org.consentledger.core.request.RequestEvent.RequestReceived;
import org.consentledger.core.request.RequestEvent.RequestRecomputed;
import org.consentledger.core.request.RequestEvent.RequestRefused;
import org.consentledger.core.request.RequestEvent.RequestResumed;
import org.consentledger.core.request.RequestEvent.RequestTextDestroyed;
import org.consentledger.core.request.RequestEvent.SubjectLinked;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * How a request stands: the fold of its events.
 *
 * @param received how it came
 * @param subjectId who asks, as far as it is known
 * @param identityVerifiedAt when it was verified who asks, if it was
 * @param authorityCheckedAt when the authority of the representative was checked, if it was
 * @param pauses when the term did not run, the oldest first
 * @param term the term as it was counted last
 * @param overdue when it became overdue last; none where it is not
 * @param end how it ended, if it has
 */
public record RequestState(
    RequestReceived received,
    @Nullable SubjectId subjectId,
    RequestStatus status,
    @Nullable Instant identityVerifiedAt,
    @Nullable Instant authorityCheckedAt,
    List<RequestPause> pauses,
    RequestTerm term,
    @Nullable RequestDue overdue,
    @Nullable RequestEnd end) {

  /** Copies the list. */
  public RequestState {
    pauses = List.copyOf(pauses);
  }

  /** The request. */
  @JsonIgnore
  public RequestId requestId() {
    return received.requestId();
  }

  /** Whether it waits for an answer. */
  @JsonIgnore
  public boolean isOpen() {
    return !status.isEnd();
  }

  /** How it stands at a moment: a term may be over before anybody has recorded that. */
  public RequestStatus statusAt(Instant now) {
    return RequestRules.lateness(this, now).isEmpty() ? status : RequestStatus.OVERDUE;
  }

  /** Whether somebody else asks for the person, and nobody has checked the authority yet. */
  @JsonIgnore
  public boolean isAuthorityUnchecked() {
    return received.by() == GiverRole.REPRESENTATIVE && authorityCheckedAt == null;
  }

  /**
   * The state after one more event. Never refuses.
   *
   * @param before the state so far; none before the receipt
   */
  public static RequestState evolve(@Nullable RequestState before, RequestEvent event) {
    if (event instanceof RequestReceived received) {
      return new RequestState(
          received,
          received.subjectId(),
          RequestStatus.OPEN,
          null,
          null,
          List.of(),
          received.term(),
          null,
          null);
    }
    if (before == null) {
      throw new IllegalStateException("A request's first event is its receipt.");
    }
    return before.after(event);
  }

  private RequestState after(RequestEvent event) {
    Instant at = event.effectiveAt();
    return switch (event) {
      case RequestReceived again -> this;
      case SubjectLinked it -> known(it.subjectId(), identityVerifiedAt, authorityCheckedAt);
      case IdentityVerified it -> known(subjectId, at, authorityCheckedAt);
      case AuthorityChecked it -> known(subjectId, identityVerifiedAt, at);
      case RequestPaused it -> {
        List<RequestPause> more = new ArrayList<>(pauses);
        more.add(new RequestPause(it.reason(), at, null));
        yield counted(RequestStatus.PAUSED, more, it.term());
      }
      case RequestResumed it -> counted(RequestStatus.OPEN, ended(at), it.term());
      case RequestExtended it -> counted(status, pauses, it.term());
      case RequestRecomputed it ->
          counted(
              status == RequestStatus.OVERDUE && !isOver(it.term(), at)
                  ? RequestStatus.OPEN
                  : status,
              pauses,
              it.term());
      case RequestOverdue it -> overdue(it.due());
      case RequestAnswered it ->
          ended(
              RequestStatus.ANSWERED,
              new RequestEnd(
                  it.answerReference(),
                  it.effects(),
                  it.effectEvents(),
                  it.exportId(),
                  null,
                  at,
                  null));
      case RequestRefused it ->
          ended(
              RequestStatus.REFUSED,
              new RequestEnd(
                  it.textReference(),
                  Collections.emptySortedSet(),
                  List.of(),
                  null,
                  it.reason(),
                  at,
                  null));
      case RequestRead it -> this;
      case RequestTextDestroyed it ->
          ended(status, requireNonNull(end, "Only of what has ended.").withoutText(at));
    };
  }

  private static boolean isOver(RequestTerm term, Instant at) {
    return term.due() != null && term.due().isOverAt(at);
  }

  private List<RequestPause> ended(Instant at) {
    List<RequestPause> all = new ArrayList<>(pauses);
    RequestPause last = all.removeLast();
    all.add(new RequestPause(last.reason(), last.from(), at));
    return all;
  }

  private RequestState known(
      @Nullable SubjectId subject, @Nullable Instant identityAt, @Nullable Instant authorityAt) {
    return new RequestState(
        received, subject, status, identityAt, authorityAt, pauses, term, overdue, end);
  }

  private RequestState counted(
      RequestStatus standing, List<RequestPause> paused, RequestTerm counted) {
    return new RequestState(
        received,
        subjectId,
        standing,
        identityVerifiedAt,
        authorityCheckedAt,
        paused,
        counted,
        standing == RequestStatus.OVERDUE ? overdue : null,
        end);
  }

  private RequestState overdue(RequestDue due) {
    return new RequestState(
        received,
        subjectId,
        RequestStatus.OVERDUE,
        identityVerifiedAt,
        authorityCheckedAt,
        pauses,
        term,
        due,
        end);
  }

  private RequestState ended(RequestStatus standing, RequestEnd how) {
    return new RequestState(
        received,
        subjectId,
        standing,
        identityVerifiedAt,
        authorityCheckedAt,
        pauses,
        term,
        overdue,
        how);
  }
}
