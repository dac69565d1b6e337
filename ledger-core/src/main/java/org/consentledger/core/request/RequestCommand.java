package org.consentledger.core.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with a request. Commands carry references into the vault, never what somebody
 * wrote.
 */
public sealed interface RequestCommand {

  /** The request concerned. */
  RequestId requestId();

  /**
   * Enters a request (clause 3.2).
   *
   * @param subjectId who asks, if that is known yet
   * @param number the next number of the year
   * @param by the person, or a representative
   * @param authorityReference where the vault keeps on what authority a representative asks
   * @param receivedAt when it was received; none means now
   * @param language in which the person is to be answered, if known
   * @param textReference where the vault keeps what was asked, in the person's words
   */
  record ReceiveRequest(
      RequestId requestId,
      @Nullable SubjectId subjectId,
      RequestNumber number,
      RequestType type,
      GiverRole by,
      @Nullable UUID authorityReference,
      Channel channel,
      @Nullable Instant receivedAt,
      @Nullable Language language,
      UUID textReference)
      implements RequestCommand {}

  /**
   * Enters a request of the authorised body (clause 3.2), and keeps the data of those about whom it
   * asks until it is answered.
   *
   * @param number the next number of the year
   * @param receivedAt when it was received; none means now
   * @param language in which it is to be answered, if known
   * @param textReference where the vault keeps what was asked, in the authority's words
   */
  record ReceiveAuthorityRequest(
      RequestId requestId,
      RequestNumber number,
      Channel channel,
      @Nullable Instant receivedAt,
      @Nullable Language language,
      UUID textReference,
      AuthorityQuestion question)
      implements RequestCommand {}

  /**
   * Answers the authorised body; what was kept for it may go its way again.
   *
   * @param answerReference where the vault keeps the answer
   * @param exportId the export that it is given with the answer, if it is
   */
  record AnswerAuthorityRequest(RequestId requestId, UUID answerReference, @Nullable UUID exportId)
      implements RequestCommand {}

  /** Notes who asks; may be corrected until the identity is verified. */
  record LinkSubject(RequestId requestId, SubjectId subjectId) implements RequestCommand {}

  /** Notes that the identity of who asks was verified, and how (clause 8.3). */
  record VerifyIdentity(RequestId requestId, UUID evidenceReference) implements RequestCommand {}

  /** Notes that the authority of the representative was checked, and how (clause 3.2). */
  record CheckAuthority(RequestId requestId, UUID evidenceReference) implements RequestCommand {}

  /** Lets the term rest until the person has done something. */
  record PauseRequest(RequestId requestId, PauseReason reason) implements RequestCommand {}

  /** Lets the term run again. */
  record ResumeRequest(RequestId requestId) implements RequestCommand {}

  /** Extends the term by days of its unit, once. */
  record ExtendRequest(RequestId requestId, int days, UUID reasonReference)
      implements RequestCommand {}

  /**
   * Answers a request, and carries out what it asks for in the same breath.
   *
   * @param answerReference where the vault keeps the answer, if there is one beside the effects
   * @param effects commands to the person who asks, in order
   */
  record AnswerRequest(
      RequestId requestId, @Nullable UUID answerReference, List<RequestEffect> effects)
      implements RequestCommand {

    /** Copies the list. */
    public AnswerRequest {
      effects = List.copyOf(effects);
    }
  }

  /** Refuses a request, with a reason. */
  record RefuseRequest(RequestId requestId, RefusalReason reason, UUID textReference)
      implements RequestCommand {}

  /** Records that the term is over, if it is; nothing happens where it is not. */
  record RecordOverdue(RequestId requestId) implements RequestCommand {}

  /** Counts the term anew; nothing happens where it comes to the same. */
  record RecomputeRequest(RequestId requestId) implements RequestCommand {}

  /** Records that somebody is about to read what is sealed for the request (clauses 8.1, 8.7). */
  record RecordReading(RequestId requestId, @Nullable LegalGround ground)
      implements RequestCommand {}

  /**
   * Destroys what is sealed for a request that ended before a moment, where nobody found out whose
   * it is; nothing happens to any other.
   */
  record DestroyText(RequestId requestId, Instant endedBefore) implements RequestCommand {}
}
