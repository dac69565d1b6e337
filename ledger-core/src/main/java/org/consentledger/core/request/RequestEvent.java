package org.consentledger.core.request;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** What can happen to a request. */
public sealed interface RequestEvent {

  /** The request concerned. */
  RequestId requestId();

  /** Who asks, as far as it was known then. */
  @Nullable SubjectId subjectId();

  /** When it happened; of a receipt maybe much earlier than it was recorded. */
  Instant effectiveAt();

  /**
   * A request was received (clause 3.2). Its term begins on the day after.
   *
   * @param number under which it was entered
   * @param by the person, or a representative; none where the authorised body asks
   * @param authorityReference where the vault keeps on what authority a representative asks
   * @param language in which the person is to be answered, if known
   * @param textReference where the vault keeps what was asked
   * @param question about what the authorised body asks; none where a person does
   * @param term when it must be answered, with the arithmetic
   */
  @Revision("1")
  record RequestReceived(
      RequestId requestId,
      @Nullable SubjectId subjectId,
      RequestNumber number,
      RequestType type,
      @Nullable GiverRole by,
      @Nullable UUID authorityReference,
      Channel channel,
      @Nullable Language language,
      UUID textReference,
      @Nullable AuthorityQuestion question,
      RequestTerm term,
      Instant effectiveAt)
      implements RequestEvent {}

  /** It was found out who asks. */
  @Revision("1")
  record SubjectLinked(RequestId requestId, SubjectId subjectId, Instant effectiveAt)
      implements RequestEvent {}

  /**
   * The identity of who asks was verified (clause 8.3).
   *
   * @param evidenceReference where the vault keeps how
   */
  @Revision("1")
  record IdentityVerified(
      RequestId requestId,
      @Nullable SubjectId subjectId,
      UUID evidenceReference,
      Instant effectiveAt)
      implements RequestEvent {}

  /**
   * The authority of the representative was checked (clause 3.2).
   *
   * @param evidenceReference where the vault keeps how
   */
  @Revision("1")
  record AuthorityChecked(
      RequestId requestId,
      @Nullable SubjectId subjectId,
      UUID evidenceReference,
      Instant effectiveAt)
      implements RequestEvent {}

  /**
   * The term rests.
   *
   * @param term the term from now on
   */
  @Revision("1")
  record RequestPaused(
      RequestId requestId,
      @Nullable SubjectId subjectId,
      PauseReason reason,
      RequestTerm term,
      Instant effectiveAt)
      implements RequestEvent {}

  /**
   * The term runs again.
   *
   * @param term the term from now on
   */
  @Revision("1")
  record RequestResumed(
      RequestId requestId, @Nullable SubjectId subjectId, RequestTerm term, Instant effectiveAt)
      implements RequestEvent {}

  /**
   * The term was extended, which happens once.
   *
   * @param days by how many days of its unit
   * @param reasonReference where the vault keeps why
   * @param term the term from now on
   */
  @Revision("1")
  record RequestExtended(
      RequestId requestId,
      @Nullable SubjectId subjectId,
      int days,
      UUID reasonReference,
      RequestTerm term,
      Instant effectiveAt)
      implements RequestEvent {}

  /**
   * The request was answered.
   *
   * @param answerReference where the vault keeps the answer, if there is one beside the effects
   * @param effects what was carried out with it
   * @param effectEvents the events by which it was, recorded in the same breath
   * @param exportId the export that the authorised body was given with it, if it was
   */
  @Revision("1")
  record RequestAnswered(
      RequestId requestId,
      @Nullable SubjectId subjectId,
      @Nullable UUID answerReference,
      SortedSet<EffectKind> effects,
      List<UUID> effectEvents,
      @Nullable UUID exportId,
      Instant effectiveAt)
      implements RequestEvent {

    /** Copies the collections. */
    public RequestAnswered {
      effects = Collections.unmodifiableSortedSet(new TreeSet<>(effects));
      effectEvents = List.copyOf(effectEvents);
    }
  }

  /**
   * The request was refused.
   *
   * @param textReference where the vault keeps what the person was written
   */
  @Revision("1")
  record RequestRefused(
      RequestId requestId,
      @Nullable SubjectId subjectId,
      RefusalReason reason,
      UUID textReference,
      Instant effectiveAt)
      implements RequestEvent {}

  /**
   * The term is over, and the request was not answered.
   *
   * @param due when it was due
   */
  @Revision("1")
  record RequestOverdue(
      RequestId requestId, @Nullable SubjectId subjectId, RequestDue due, Instant effectiveAt)
      implements RequestEvent {}

  /**
   * The term was counted anew, because its row or the calendar changed.
   *
   * @param before when it was due before; none while it is paused
   * @param term the term from now on
   */
  @Revision("1")
  record RequestRecomputed(
      RequestId requestId,
      @Nullable SubjectId subjectId,
      @Nullable RequestDue before,
      RequestTerm term,
      Instant effectiveAt)
      implements RequestEvent {}

  /**
   * Somebody read what is sealed for the request (clauses 8.1, 8.7, 11). Who it was stands in the
   * metadata of the event.
   *
   * @param ground the ground that the reader named, if any
   */
  @Revision("1")
  record RequestRead(
      RequestId requestId,
      @Nullable SubjectId subjectId,
      @Nullable LegalGround ground,
      Instant effectiveAt)
      implements RequestEvent {}

  /**
   * What was sealed for the request is gone: nobody had found out whose it is, and the time was
   * over for which it is kept after the end of the request (clause 2.14).
   */
  @Revision("1")
  record RequestTextDestroyed(
      RequestId requestId, @Nullable SubjectId subjectId, Instant effectiveAt)
      implements RequestEvent {}
}
