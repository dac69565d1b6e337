package org.consentledger.core.testing;

import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.set;

import java.time.Instant;
import org.consentledger.core.decision.Question;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SubjectCommand.AnonymiseSubject;
import org.consentledger.core.subject.SubjectCommand.BlockProcessing;
import org.consentledger.core.subject.SubjectCommand.DestroySubject;
import org.consentledger.core.subject.SubjectCommand.ExpireConsent;
import org.consentledger.core.subject.SubjectCommand.RecordProcessing;
import org.consentledger.core.subject.SubjectCommand.RectifyPersonalData;
import org.consentledger.core.subject.SubjectCommand.RefuseConsent;
import org.consentledger.core.subject.SubjectCommand.RegisterSubject;
import org.consentledger.core.subject.SubjectCommand.RenewConsent;
import org.consentledger.core.subject.SubjectCommand.UnblockProcessing;
import org.consentledger.core.subject.SubjectCommand.WithdrawConsent;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.Source;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** What is asked of the sample subject. */
public final class SubjectCommands {

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
        true);
  }

  public static AnonymiseSubject anonymise() {
    return new AnonymiseSubject(SUBJECT, DisposalGround.REQUEST, RequestReason.UNNECESSARY);
  }

  public static DestroySubject destroy() {
    return new DestroySubject(SUBJECT, DisposalGround.REQUEST, RequestReason.UNNECESSARY);
  }

  /** This category, for the newsletter only. */
  public static Scope forNewsletter(Category... categories) {
    return new Scope(set(categories), set(NEWSLETTER));
  }
}
