package org.consentledger.core.subject;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.decision.Question;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PublicInterest;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.Source;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a data subject. Commands carry references into the vault, never personal
 * data. A missing {@code effectiveAt} means now.
 */
public sealed interface SubjectCommand {

  /** Whom it concerns. */
  SubjectId subjectId();

  /**
   * Whether something may be forbidden after it that was permitted before it, or other data be
   * right. Whoever is answered that it was carried out relies on that at once.
   */
  default boolean mayEndPermission() {
    return switch (this) {
      case RefuseConsent it -> true;
      case WithdrawConsent it -> true;
      case GiveConsent it -> true; // to less than before
      case EndGround it -> true;
      case DemandCessation it -> true;
      case DemandTransferCessation it -> true;
      case SetProhibition it -> true;
      case BlockProcessing it -> true;
      case SuspendSending it -> true;
      case RectifyPersonalData it -> true;
      case AnonymiseSubject it -> true;
      case DestroySubject it -> true;
      case DisposeOfDue it -> true;
      case ApproveDisposal it -> true;
      case RecordProcessing it -> it.report();
      case AcceptInvitation it -> true; // to less than before
      case RegisterSubject it -> false;
      case InviteConsent it -> false;
      case RenewConsent it -> false;
      case ExpireConsent it -> false; // time alone has ended it
      case ClaimGround it -> false;
      case LiftProhibition it -> false;
      case OverrideProhibition it -> false;
      case PlaceHold it -> false;
      case LiftHold it -> false;
      case HoldForAuthority it -> false;
      case ReleaseForAuthority it -> false;
      case ConfirmAccuracy it -> false;
      case UnblockProcessing it -> false;
      case ResumeSending it -> false;
      case TellRecipient it -> false;
      case ConfirmNotice it -> false;
      case CancelDisposal it -> false;
    };
  }

  /** Registers a person whose data was sealed in the vault beforehand (clause 2.10). */
  record RegisterSubject(
      SubjectId subjectId,
      @Nullable PurposeId purposeId,
      @Nullable Source source,
      @Nullable Language language,
      SortedSet<Category> categories,
      @Nullable UUID accuracyAttestation,
      boolean aboutAnotherPerson)
      implements SubjectCommand {}

  /**
   * Records corrected data; with {@code unblock}, lifts the block in the same breath (clause 2.2).
   */
  record RectifyPersonalData(
      SubjectId subjectId,
      SortedSet<Category> categories,
      @Nullable RequestReason reason,
      boolean unblock,
      Scope unblockScope)
      implements SubjectCommand {}

  /** Records that the person consents (clause 7.1). No categories means all of the purpose's. */
  record GiveConsent(
      SubjectId subjectId,
      PurposeId purposeId,
      PolicyVersion policyVersion,
      Language language,
      @Nullable String noticeHash,
      Channel channel,
      GiverRole givenBy,
      @Nullable UUID authorityReference,
      SortedSet<Category> categories,
      ConsentConditions conditions,
      @Nullable UUID evidenceReference,
      @Nullable Instant effectiveAt,
      @Nullable Instant expiresAt)
      implements SubjectCommand {}

  /**
   * Asks the person for consent by a letter to the own address. No categories means all of the
   * purpose's.
   *
   * @param noticeHash SHA-256 of the exact text that is shown
   * @param noticeReference where the vault keeps that text; the policy's own where it is not said
   * @param validFor how long the person may take to answer
   */
  record InviteConsent(
      SubjectId subjectId,
      UUID invitationId,
      PurposeId purposeId,
      PolicyVersion policyVersion,
      Language language,
      String noticeHash,
      @Nullable UUID noticeReference,
      SortedSet<Category> categories,
      ConsentConditions conditions,
      Duration validFor)
      implements SubjectCommand {}

  /** Records that whoever has the letter that asked for consent said yes. */
  record AcceptInvitation(SubjectId subjectId, UUID invitationId) implements SubjectCommand {}

  /**
   * Records that the person consents anew to what was consented to before. Missing values are taken
   * from the policy in force and from the consent that is renewed.
   */
  record RenewConsent(
      SubjectId subjectId,
      PurposeId purposeId,
      Channel channel,
      @Nullable PolicyVersion policyVersion,
      @Nullable Language language,
      @Nullable String noticeHash,
      @Nullable Instant effectiveAt,
      @Nullable Instant expiresAt)
      implements SubjectCommand {}

  /** Records that the person was asked and said no. */
  record RefuseConsent(
      SubjectId subjectId, PurposeId purposeId, Channel channel, @Nullable Instant effectiveAt)
      implements SubjectCommand {}

  /** Takes a consent back (clause 8.4). */
  record WithdrawConsent(
      SubjectId subjectId, PurposeId purposeId, Channel channel, @Nullable Instant effectiveAt)
      implements SubjectCommand {}

  /** Records that the term of a consent is over (clause 8.9); nothing happens where it is not. */
  record ExpireConsent(SubjectId subjectId, PurposeId purposeId) implements SubjectCommand {}

  /**
   * Claims a ground other than consent (clauses 7.2 to 7.7).
   *
   * @param evidence the keys under which evidence was brought; what it says is in the vault
   * @param validUntil until when it holds; where it is not said, as long as the purpose's consents
   *     do, or a year
   */
  record ClaimGround(
      SubjectId subjectId,
      UUID groundId,
      LegalGround ground,
      PurposeId purposeId,
      SortedSet<Category> categories,
      SortedSet<String> evidence,
      UUID evidenceReference,
      @Nullable UUID approverReference,
      @Nullable Instant effectiveAt,
      @Nullable Instant validUntil)
      implements SubjectCommand {}

  /** Ends a claimed ground before its term. */
  record EndGround(SubjectId subjectId, UUID groundId, @Nullable Instant effectiveAt)
      implements SubjectCommand {}

  /** Demands that processing stops (clauses 3.2, 4.1). No purposes means all. */
  record DemandCessation(
      SubjectId subjectId, SortedSet<PurposeId> purposes, @Nullable Instant effectiveAt)
      implements SubjectCommand {}

  /** Demands that data is no longer handed on (clause 3.2). No purposes means all. */
  record DemandTransferCessation(
      SubjectId subjectId, SortedSet<PurposeId> purposes, @Nullable Instant effectiveAt)
      implements SubjectCommand {}

  /** Sets a prohibition on data that may be distributed (clause 8.6). */
  record SetProhibition(
      SubjectId subjectId,
      UUID prohibitionId,
      ProhibitionKind kind,
      SortedSet<Category> categories,
      @Nullable UUID conditionsReference)
      implements SubjectCommand {}

  /** Takes a prohibition back. */
  record LiftProhibition(SubjectId subjectId, UUID prohibitionId) implements SubjectCommand {}

  /** Overrides a prohibition in a public interest (clause 8.6). */
  record OverrideProhibition(
      SubjectId subjectId,
      UUID prohibitionId,
      PublicInterest interest,
      UUID citationReference,
      UUID approverReference)
      implements SubjectCommand {}

  /** Keeps data from being destroyed (clause 5.7). */
  record PlaceHold(SubjectId subjectId, UUID holdId, UUID citationReference)
      implements SubjectCommand {}

  /** Ends a hold. */
  record LiftHold(SubjectId subjectId, UUID holdId) implements SubjectCommand {}

  /** Keeps data until the authorised body is answered (clause 3.2). */
  record HoldForAuthority(SubjectId subjectId, UUID holdId, RequestId requestId)
      implements SubjectCommand {}

  /** The authorised body was answered. */
  record ReleaseForAuthority(SubjectId subjectId, RequestId requestId) implements SubjectCommand {}

  /** Pauses sending to the person until somebody has found out what they want (clause 8.4). */
  record SuspendSending(SubjectId subjectId, UUID suspensionId) implements SubjectCommand {}

  /** Ends such a pause. */
  record ResumeSending(SubjectId subjectId, UUID suspensionId) implements SubjectCommand {}

  /** Confirms that the data still is accurate (clauses 4.2, 5.6). */
  record ConfirmAccuracy(SubjectId subjectId, @Nullable UUID attestation)
      implements SubjectCommand {}

  /** Stops processing within the scope (clause 2.2). */
  record BlockProcessing(SubjectId subjectId, Scope scope, RequestReason reason)
      implements SubjectCommand {}

  /** Lets processing within the scope go on (clause 2.2). */
  record UnblockProcessing(SubjectId subjectId, Scope scope, @Nullable RequestReason reason)
      implements SubjectCommand {}

  /**
   * Records an act of processing if it is permitted at its moment, and refuses it otherwise (clause
   * 5.1).
   *
   * @param question what is about to be done
   * @param automated done by a program, or else by a person (clause 9.2)
   * @param overNetwork whether the data passes over a network (clause 9.2)
   * @param report whether it was done already, and is recorded as unlawful where nothing permitted
   *     it
   */
  record RecordProcessing(
      SubjectId subjectId,
      Question question,
      @Nullable Channel channel,
      boolean automated,
      boolean overNetwork,
      @Nullable Instant effectiveAt,
      boolean report)
      implements SubjectCommand {}

  /**
   * Makes the data attributable to nobody (clause 2.5).
   *
   * @param requestedBy who asks, as an identifier
   */
  record AnonymiseSubject(
      SubjectId subjectId,
      UUID disposalId,
      DisposalGround ground,
      @Nullable RequestReason reason,
      String requestedBy)
      implements SubjectCommand {}

  /**
   * Destroys the data (clause 2.14).
   *
   * @param requestedBy who asks, as an identifier
   */
  record DestroySubject(
      SubjectId subjectId,
      UUID disposalId,
      DisposalGround ground,
      @Nullable RequestReason reason,
      String requestedBy)
      implements SubjectCommand {}

  /** Disposes of what is due, if anything is (clauses 5.7, 8.8). */
  record DisposeOfDue(SubjectId subjectId, UUID disposalId, String requestedBy)
      implements SubjectCommand {}

  /**
   * Approves the disposal that waits (clause 5.7).
   *
   * @param approvedBy who approves, as an identifier
   */
  record ApproveDisposal(SubjectId subjectId, String approvedBy) implements SubjectCommand {}

  /** Calls the disposal that waits off. */
  record CancelDisposal(SubjectId subjectId, UUID reasonReference) implements SubjectCommand {}

  /**
   * Records that a recipient was told of a disposal (clause 2.14).
   *
   * @param evidenceReference where the operator's part of the vault keeps the evidence of it
   */
  record TellRecipient(
      SubjectId subjectId,
      UUID disposalId,
      RecipientId recipientId,
      Channel channel,
      @Nullable UUID evidenceReference,
      @Nullable Instant effectiveAt)
      implements SubjectCommand {}

  /**
   * Records that a recipient confirmed a disposal (clause 2.14).
   *
   * @param evidenceReference where the operator's part of the vault keeps the confirmation
   */
  record ConfirmNotice(
      SubjectId subjectId,
      UUID disposalId,
      RecipientId recipientId,
      Channel channel,
      @Nullable UUID evidenceReference,
      @Nullable Instant effectiveAt)
      implements SubjectCommand {}
}
