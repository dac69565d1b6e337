package org.consentledger.projections.testing;

import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.set;

import java.util.UUID;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.Question;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SubjectCommand.AnonymiseSubject;
import org.consentledger.core.subject.SubjectCommand.BlockProcessing;
import org.consentledger.core.subject.SubjectCommand.DestroySubject;
import org.consentledger.core.subject.SubjectCommand.GiveConsent;
import org.consentledger.core.subject.SubjectCommand.RefuseConsent;
import org.consentledger.core.subject.SubjectCommand.RegisterSubject;
import org.consentledger.core.subject.SubjectCommand.UnblockProcessing;
import org.consentledger.core.subject.SubjectCommand.WithdrawConsent;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.Source;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.Decisions.Asked;

/** A registered person, and what that person does at a node. What comes back is acknowledged. */
public record Person(LedgerUnderTest ledger, SubjectId id) {

  /** Registers somebody new for the newsletter, with e-mail and phone. */
  public static Person registered(LedgerUnderTest ledger) {
    return registered(ledger, Language.RU);
  }

  /** Registers somebody new who speaks this language. */
  public static Person registered(LedgerUnderTest ledger, Language language) {
    SubjectId id = SubjectId.random();
    ledger.execute(
        new RegisterSubject(id, NEWSLETTER, Source.FORM, language, set(EMAIL, PHONE), null, false));
    return new Person(ledger, id);
  }

  /** The same person at another node. */
  public Person at(LedgerUnderTest node) {
    return new Person(node, id);
  }

  public Appended gives(PurposeId purpose) {
    return ledger.execute(consent(purpose));
  }

  public Appended gives(PurposeId purpose, String actor) {
    return ledger.execute(consent(purpose), actor);
  }

  private GiveConsent consent(PurposeId purpose) {
    return new GiveConsent(
        id,
        purpose,
        POLICY,
        Language.RU,
        null,
        Channel.WEB,
        GiverRole.SUBJECT,
        null,
        set(),
        ConsentConditions.NONE,
        null,
        null,
        null);
  }

  public Appended withdraws(PurposeId purpose) {
    return ledger.execute(new WithdrawConsent(id, purpose, Channel.WEB, null));
  }

  public Appended refuses(PurposeId purpose) {
    return ledger.execute(new RefuseConsent(id, purpose, Channel.WEB, null));
  }

  public Appended isBlocked() {
    return ledger.execute(new BlockProcessing(id, Scope.EVERYTHING, RequestReason.INACCURATE));
  }

  public Appended isUnblocked() {
    return ledger.execute(new UnblockProcessing(id, Scope.EVERYTHING, RequestReason.INACCURATE));
  }

  public Appended isAnonymised() {
    return ledger.execute(
        new AnonymiseSubject(
            id,
            UUID.randomUUID(),
            DisposalGround.REQUEST,
            RequestReason.UNNECESSARY,
            LedgerUnderTest.ACTOR));
  }

  public Appended isDestroyed() {
    return ledger.execute(
        new DestroySubject(
            id,
            UUID.randomUUID(),
            DisposalGround.REQUEST,
            RequestReason.UNNECESSARY,
            LedgerUnderTest.ACTOR));
  }

  /** May the person's data be used for this purpose, now? */
  public Decision mayBeUsedFor(PurposeId purpose) {
    return ledger.decisions().now(use(purpose), ledger.now());
  }

  /** The question whether all the data may be used for this purpose. */
  public Asked use(PurposeId purpose) {
    return new Asked(id, new Question(purpose, ProcessingAction.USE, set(), null, null));
  }
}
