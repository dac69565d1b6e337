package org.consentledger.core.refusal;

import java.time.Instant;
import java.util.List;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.SubjectId;

/** Why a command was refused. Each record is one rule of the domain; see its clause. */
public sealed interface Refusal {

  /** Nobody is registered under this identifier (clause 2.10). */
  record SubjectUnknown() implements Refusal {}

  /**
   * The subject's personal data was destroyed; nothing can be done with it any more (clause 2.14).
   */
  record SubjectDestroyed() implements Refusal {}

  /** The subject's personal data was irreversibly anonymised (clause 2.5). */
  record SubjectAnonymised() implements Refusal {}

  /** One of the identifiers belongs to a subject who is registered already (clause 2.10). */
  record SubjectExists(SubjectId subjectId) implements Refusal {}

  /** No such purpose was determined beforehand (clause 5.2). */
  record PurposeUnknown() implements Refusal {}

  /** The purpose has ended (clause 8.9). */
  record PurposeRetired() implements Refusal {}

  /** Data held for incompatible purposes is not joined (clause 5.3). */
  record IncompatiblePurposes() implements Refusal {}

  /** No such version of the policy was published (clause 12.2). */
  record PolicyUnknown() implements Refusal {}

  /**
   * This version of the policy was published with other contents, and a version is immutable
   * (clause 12.2).
   */
  record PolicyImmutable() implements Refusal {}

  /** The policy has no text in the language in which consent was asked (clause 12.3). */
  record PolicyTextMissing() implements Refusal {}

  /** The purpose does not rest on consent, so that consent to it means nothing (clauses 6, 7.1). */
  record ConsentOutsidePurpose() implements Refusal {}

  /** A category of personal data is not among those that the purpose needs (clauses 5.4, 5.5). */
  record CategoryOutsidePurpose() implements Refusal {}

  /** A category of personal data is in no catalogue: no purpose needs it (clause 2.8). */
  record CategoryUnknown() implements Refusal {}

  /** The ledger ships this category of personal data; nobody changes it (clause 2.8). */
  record CategoryShipped() implements Refusal {}

  /** No such recipient is in the register (clause 2.11). */
  record RecipientUnknown() implements Refusal {}

  /**
   * The notice to the authority comes after the information from the recipient and its country
   * (clause 10.2).
   */
  record NoticeBeforeAssurance() implements Refusal {}

  /** Consent is the ground that the law begins with: it is never switched off (clause 7.1). */
  record ConsentIndispensable() implements Refusal {}

  /** A rule does not reach back: what was decided before it was decided rightly. */
  record EffectiveInPast() implements Refusal {}

  /** A day that has not come yet cannot be recorded as the day of what was done. */
  record DateInFuture() implements Refusal {}

  /** What has an end must have begun before it. */
  record EndBeforeBeginning() implements Refusal {}

  /** The decision forbids the act (clause 5.1). Nothing was recorded, and nothing may be done. */
  record ProcessingDenied(Decision decision) implements Refusal {}

  /** A distribution names its channel (clause 2.12). */
  record ChannelMissing() implements Refusal {}

  /** Personal data was sent without the purpose for which it is collected (clause 5.2). */
  record PurposeMissing() implements Refusal {}

  /** There is no consent that could be withdrawn (clause 8.4). */
  record NothingToWithdraw() implements Refusal {}

  /**
   * There is no consent that could be renewed: it was never given, was refused or was withdrawn
   * (clause 8.4).
   */
  record NothingToRenew() implements Refusal {}

  /**
   * The purpose demands that consent is confirmed out of the person's mailbox, or that there is
   * paper with its evidence (clause 7.1).
   */
  record DoubleOptInDemanded() implements Refusal {}

  /**
   * A later answer of the person stands; an earlier one cannot change what holds now (clause 8.4).
   */
  record LaterAnswerStands(Instant effectiveAt) implements Refusal {}

  /** What has not happened yet cannot be recorded as done. */
  record EffectiveInFuture() implements Refusal {}

  /** A consent must end after it begins. */
  record ExpiryBeforeBeginning() implements Refusal {}

  /** Consent is given by the person; the operator cannot claim it (clause 7.1). */
  record ConsentNotClaimed() implements Refusal {}

  /** The purpose does not rest on this ground (section 6). */
  record GroundOutsidePurpose() implements Refusal {}

  /** A purpose of marketing opens by consent alone (clause 4.1). */
  record MarketingNeedsConsent() implements Refusal {}

  /** This operator may not use the ground (section 7). */
  record GroundSwitchedOff(LegalGround ground) implements Refusal {}

  /** The claim of a ground lacks evidence that its clause demands. */
  record EvidenceMissing(LegalGround ground, List<String> missing) implements Refusal {

    /** Copies the list. */
    public EvidenceMissing {
      missing = List.copyOf(missing);
    }
  }

  /** A prohibition of anything but the person's conditions names none (clause 8.6). */
  record ConditionsMissing() implements Refusal {}

  /** No such ground was claimed (section 7). */
  record GroundUnknown() implements Refusal {}

  /** No such prohibition stands (clause 8.6). */
  record ProhibitionUnknown() implements Refusal {}

  /** No such legal hold stands (clause 5.7). */
  record HoldUnknown() implements Refusal {}

  /** No such suspension of sending stands (clause 8.4). */
  record SuspensionUnknown() implements Refusal {}

  /** A legal hold keeps the data from being disposed of (clause 5.7). */
  record LegalHold() implements Refusal {}

  /** The authorised body asks about the person and was not answered yet (clause 3.2). */
  record AuthorityRequestPending() implements Refusal {}

  /** A disposal of another kind waits for approval already (clause 5.7). */
  record DisposalPending() implements Refusal {}

  /** No disposal waits for approval (clause 5.7). */
  record NothingToApprove() implements Refusal {}

  /** Who asked for a disposal does not approve it as well (clause 5.7). */
  record SecondPersonNeeded() implements Refusal {}

  /** Since somebody asked for the disposal, the data came to be needed again (clause 5.7). */
  record NoLongerDue() implements Refusal {}

  /** The time of the data is over; only a hold or a ground keeps it longer (clause 5.7). */
  record StillDue() implements Refusal {}

  /** The subject has no disposal of this identifier (clause 2.14). */
  record DisposalUnknown() implements Refusal {}

  /** The disposal waits, was called off, or was not done yet at that moment (clause 2.14). */
  record DisposalNotDone() implements Refusal {}

  /** The recipient was never given the data that was disposed of (clause 2.11). */
  record RecipientWithoutData() implements Refusal {}

  /** A recipient confirms a disposal after it was told of it (clause 2.14). */
  record ConfirmationBeforeNotice() implements Refusal {}

  /** No e-mail address is held that may be written to (clause 2.2). */
  record AddressUnusable() implements Refusal {}

  /** No such mailing was planned. */
  record MailingUnknown() implements Refusal {}

  /** The mailing has begun; what it says and whom it is for stays as it is. */
  record MailingUnderWay() implements Refusal {}

  /** The mailing has not begun, so that there is nothing to pause or to resume. */
  record MailingNotStarted() implements Refusal {}

  /** The mailing is over: every letter has met its end, or it was called off. */
  record MailingEnded() implements Refusal {}

  /**
   * Letters cannot be sent yet.
   *
   * @param setting the name of the setting that is missing
   */
  record MailNotConfigured(String setting) implements Refusal {}

  /** The operator was not described yet, whose name every receipt carries (clause 2.7). */
  record OperatorNotDescribed() implements Refusal {}

  /** No such webhook is in the register. */
  record WebhookUnknown() implements Refusal {}

  /** Where a webhook begins is said once; what it was told stays told. */
  record WebhookBegun() implements Refusal {}

  /** A representative acts on authority that is checked and recorded (clause 3.2). */
  record AuthorityMissing() implements Refusal {}

  /** No such request was received (clause 3.2). */
  record RequestUnknown() implements Refusal {}

  /** The request was answered or refused already. */
  record RequestClosed() implements Refusal {}

  /** The authorised body wants its answer before the day on which it asked (clause 3.2). */
  record AnswerByBeforeReceipt() implements Refusal {}

  /** The request is one of the authorised body, which can only be answered (clause 3.2). */
  record AuthorityAsks() implements Refusal {}

  /** It was not verified yet who asks, so nothing is disclosed or changed (clause 8.3). */
  record IdentityNotVerified() implements Refusal {}

  /** It was verified already who asks. */
  record IdentityVerifiedAlready() implements Refusal {}

  /** The authority of the representative was not checked yet (clause 3.2). */
  record AuthorityNotChecked() implements Refusal {}

  /** The person asks without a representative, so there is no authority to check. */
  record NoRepresentative() implements Refusal {}

  /** It is not known yet whose request it is, so nothing can be done with anybody's data. */
  record SubjectNotLinked() implements Refusal {}

  /** A request is answered by what it asks for, and by nothing else (clause 4.1). */
  record EffectNotAsked() implements Refusal {}

  /** The term of the request is over; it neither rests nor is extended any more. */
  record TermOver() implements Refusal {}

  /** The term of a request is extended once. */
  record ExtendedAlready() implements Refusal {}

  /** No such breach was found (law 25(2)(8)). */
  record BreachUnknown() implements Refusal {}

  /** All that is to be done about the breach was done. */
  record BreachClosed() implements Refusal {}

  /** The authorised body was told of the breach already. */
  record AuthorityNotifiedAlready() implements Refusal {}

  /** The authorised body was not told of the breach yet, so it is not closed. */
  record AuthorityNotNotified() implements Refusal {}

  /** Nobody was told of a breach before it was found. */
  record NoticeBeforeFinding() implements Refusal {}

  /** A withdrawal is never refused for form (clause 8.4). */
  record RefusedForForm() implements Refusal {}
}
