package org.consentledger.core.testing;

import static org.consentledger.core.testing.Samples.APPROVER;
import static org.consentledger.core.testing.Samples.GROUND;
import static org.consentledger.core.testing.Samples.HOLD;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.PAPER;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.PROHIBITION;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.SUSPENSION;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.decision.Question;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SubjectCommand.AnonymiseSubject;
import org.consentledger.core.subject.SubjectCommand.ApproveDisposal;
import org.consentledger.core.subject.SubjectCommand.BlockProcessing;
import org.consentledger.core.subject.SubjectCommand.CancelDisposal;
import org.consentledger.core.subject.SubjectCommand.ConfirmAccuracy;
import org.consentledger.core.subject.SubjectCommand.DemandCessation;
import org.consentledger.core.subject.SubjectCommand.DemandTransferCessation;
import org.consentledger.core.subject.SubjectCommand.DestroySubject;
import org.consentledger.core.subject.SubjectCommand.DisposeOfDue;
import org.consentledger.core.subject.SubjectCommand.EndGround;
import org.consentledger.core.subject.SubjectCommand.ExpireConsent;
import org.consentledger.core.subject.SubjectCommand.LiftHold;
import org.consentledger.core.subject.SubjectCommand.LiftProhibition;
import org.consentledger.core.subject.SubjectCommand.OverrideProhibition;
import org.consentledger.core.subject.SubjectCommand.PlaceHold;
import org.consentledger.core.subject.SubjectCommand.RecordProcessing;
import org.consentledger.core.subject.SubjectCommand.RectifyPersonalData;
import org.consentledger.core.subject.SubjectCommand.RefuseConsent;
import org.consentledger.core.subject.SubjectCommand.RegisterSubject;
import org.consentledger.core.subject.SubjectCommand.RenewConsent;
import org.consentledger.core.subject.SubjectCommand.ResumeSending;
import org.consentledger.core.subject.SubjectCommand.SetProhibition;
import org.consentledger.core.subject.SubjectCommand.SuspendSending;
import org.consentledger.core.subject.SubjectCommand.UnblockProcessing;
import org.consentledger.core.subject.SubjectCommand.WithdrawConsent;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PublicInterest;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.Source;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** What is asked of the sample subject. */
public final class SubjectCommands {

  /** Who sends commands, and who is somebody else. */
  public static final String CLERK = "clerk";

  public static final String OFFICER = "officer";

  public static final UUID DISPOSAL = id(70);

  private SubjectCommands() {}

  public static RegisterSubject register(@Nullable PurposeId purpose, Category... categories) {
    return register(SUBJECT, purpose, categories);
  }

  public static RegisterSubject register(
      SubjectId subject, @Nullable PurposeId purpose, Category... categories) {
    return new RegisterSubject(
        subject, purpose, Source.FORM, Language.RU, set(categories), null, false);
  }

  public static RectifyPersonalData rectify(Category... categories) {
    return new RectifyPersonalData(
        SUBJECT, set(categories), RequestReason.INACCURATE, false, Scope.EVERYTHING);
  }

  public static RectifyPersonalData rectifyAndUnblock(Scope scope, Category... categories) {
    return new RectifyPersonalData(SUBJECT, set(categories), RequestReason.INACCURATE, true, scope);
  }

  public static GiveConsentBuilder giveConsent(PurposeId purpose) {
    return new GiveConsentBuilder(SUBJECT, purpose, POLICY);
  }

  public static RenewConsent renewConsent(PurposeId purpose) {
    return renewConsent(purpose, null, null);
  }

  public static RenewConsent renewConsent(
      PurposeId purpose, @Nullable Instant effectiveAt, @Nullable Instant expiresAt) {
    return new RenewConsent(
        SUBJECT, purpose, Channel.WEB, null, null, null, effectiveAt, expiresAt);
  }

  public static RenewConsent renewConsent(
      PurposeId purpose, PolicyVersion policy, Language language, @Nullable String noticeHash) {
    return new RenewConsent(
        SUBJECT, purpose, Channel.EMAIL, policy, language, noticeHash, null, null);
  }

  public static RefuseConsent refuseConsent(PurposeId purpose) {
    return refuseConsent(purpose, null);
  }

  public static RefuseConsent refuseConsent(PurposeId purpose, @Nullable Instant effectiveAt) {
    return new RefuseConsent(SUBJECT, purpose, Channel.WEB, effectiveAt);
  }

  public static WithdrawConsent withdraw(PurposeId purpose) {
    return withdraw(purpose, null);
  }

  public static WithdrawConsent withdraw(PurposeId purpose, @Nullable Instant effectiveAt) {
    return new WithdrawConsent(SUBJECT, purpose, Channel.WEB, effectiveAt);
  }

  public static ClaimGroundBuilder claimGround(LegalGround ground) {
    return new ClaimGroundBuilder(ground);
  }

  public static EndGround endGround() {
    return endGround(GROUND, null);
  }

  public static EndGround endGround(UUID groundId, @Nullable Instant effectiveAt) {
    return new EndGround(SUBJECT, groundId, effectiveAt);
  }

  public static DemandCessation demandCessation(PurposeId... purposes) {
    return demandCessation(null, purposes);
  }

  public static DemandCessation demandCessation(
      @Nullable Instant effectiveAt, PurposeId... purposes) {
    return new DemandCessation(SUBJECT, set(purposes), effectiveAt);
  }

  public static DemandTransferCessation demandTransferCessation(PurposeId... purposes) {
    return demandTransferCessation(null, purposes);
  }

  public static DemandTransferCessation demandTransferCessation(
      @Nullable Instant effectiveAt, PurposeId... purposes) {
    return new DemandTransferCessation(SUBJECT, set(purposes), effectiveAt);
  }

  public static SetProhibition prohibit(ProhibitionKind kind, Category... categories) {
    return new SetProhibition(
        SUBJECT,
        PROHIBITION,
        kind,
        set(categories),
        kind == ProhibitionKind.CONDITIONS ? PAPER : null);
  }

  public static LiftProhibition liftProhibition() {
    return new LiftProhibition(SUBJECT, PROHIBITION);
  }

  public static OverrideProhibition overrideProhibition(PublicInterest interest) {
    return new OverrideProhibition(SUBJECT, PROHIBITION, interest, PAPER, APPROVER);
  }

  public static PlaceHold placeHold() {
    return new PlaceHold(SUBJECT, HOLD, PAPER);
  }

  public static SuspendSending suspendSending() {
    return new SuspendSending(SUBJECT, SUSPENSION);
  }

  public static ResumeSending resumeSending() {
    return new ResumeSending(SUBJECT, SUSPENSION);
  }

  public static LiftHold liftHold() {
    return new LiftHold(SUBJECT, HOLD);
  }

  public static ConfirmAccuracy confirmAccuracy(@Nullable UUID attestation) {
    return new ConfirmAccuracy(SUBJECT, attestation);
  }

  public static ExpireConsent expireConsent(PurposeId purpose) {
    return new ExpireConsent(SUBJECT, purpose);
  }

  public static BlockProcessing block(Scope scope) {
    return new BlockProcessing(SUBJECT, scope, RequestReason.INACCURATE);
  }

  public static UnblockProcessing unblock(Scope scope) {
    return new UnblockProcessing(SUBJECT, scope, RequestReason.INACCURATE);
  }

  public static RecordProcessing process(
      PurposeId purpose, ProcessingAction action, Category... categories) {
    return new RecordProcessing(
        SUBJECT,
        new Question(purpose, action, set(categories), null, null),
        Channel.EMAIL,
        true,
        true,
        null,
        false);
  }

  /** An act that was done at a moment, and is reported now. */
  public static RecordProcessing report(
      PurposeId purpose, ProcessingAction action, Instant doneAt) {
    return new RecordProcessing(
        SUBJECT,
        new Question(purpose, action, set(), null, null),
        Channel.EMAIL,
        true,
        true,
        doneAt,
        true);
  }

  public static AnonymiseSubject anonymise() {
    return new AnonymiseSubject(
        SUBJECT, DISPOSAL, DisposalGround.REQUEST, RequestReason.UNNECESSARY, CLERK);
  }

  public static DestroySubject destroy() {
    return new DestroySubject(
        SUBJECT, DISPOSAL, DisposalGround.REQUEST, RequestReason.UNNECESSARY, CLERK);
  }

  public static DisposeOfDue disposeOfDue() {
    return new DisposeOfDue(SUBJECT, DISPOSAL, CLERK);
  }

  public static ApproveDisposal approve(String approver) {
    return new ApproveDisposal(SUBJECT, approver);
  }

  public static CancelDisposal cancelDisposal() {
    return new CancelDisposal(SUBJECT, id(71));
  }

  /** This category, for the newsletter only. */
  public static Scope forNewsletter(Category... categories) {
    return new Scope(set(categories), set(NEWSLETTER));
  }
}
