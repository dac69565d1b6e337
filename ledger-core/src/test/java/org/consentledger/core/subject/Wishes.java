package org.consentledger.core.subject;

import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectCommands.CLERK;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PublicInterest;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestReason;

/**
 * What somebody may ask for at a point of a {@link Story}; some of it is refused.
 *
 * @param subject the subject as it is, which names what can be ended, lifted or overridden
 */
record Wishes(Chance chance, SubjectState subject, Instant now) {

  SubjectCommand.AnonymiseSubject anonymise(UUID name) {
    return new SubjectCommand.AnonymiseSubject(SUBJECT, name, DisposalGround.REQUEST, null, CLERK);
  }

  SubjectCommand.DestroySubject destroy(UUID name) {
    return new SubjectCommand.DestroySubject(SUBJECT, name, DisposalGround.REQUEST, null, CLERK);
  }

  /** Told as it is, since only time makes a part of the data due. */
  DisposalEvent.DisposalRequested disposeOfSome(UUID name) {
    return new DisposalEvent.DisposalRequested(
        SUBJECT,
        name,
        DisposalMethod.DESTROY,
        chance.someCategories(),
        DisposalGround.REQUEST,
        null,
        DisposalApproval.OFFICER,
        CLERK,
        null,
        null,
        Moments.effectiveAt(null, subject, now));
  }

  /** By a second person, or in vain by the one who asked. */
  SubjectCommand.ApproveDisposal approve() {
    return new SubjectCommand.ApproveDisposal(SUBJECT, chance.oneIn(4) ? CLERK : "officer");
  }

  SubjectCommand.CancelDisposal cancelDisposal() {
    return new SubjectCommand.CancelDisposal(SUBJECT, id(71));
  }

  SubjectCommand.BlockProcessing block() {
    return new SubjectCommand.BlockProcessing(SUBJECT, scope(), RequestReason.INACCURATE);
  }

  SubjectCommand.UnblockProcessing unblock() {
    return new SubjectCommand.UnblockProcessing(SUBJECT, scope(), null);
  }

  SubjectCommand.RectifyPersonalData rectify() {
    return new SubjectCommand.RectifyPersonalData(
        SUBJECT, chance.someCategories(), null, true, scope());
  }

  SubjectCommand.ConfirmAccuracy confirmAccuracy() {
    return new SubjectCommand.ConfirmAccuracy(SUBJECT, null);
  }

  private Scope scope() {
    return new Scope(chance.someCategories(), chance.somePurposes());
  }

  SubjectCommand.WithdrawConsent withdraw(PurposeId purpose) {
    return new SubjectCommand.WithdrawConsent(SUBJECT, purpose, Channel.WEB, chance.dated(now));
  }

  SubjectCommand.RefuseConsent refuse(PurposeId purpose) {
    return new SubjectCommand.RefuseConsent(SUBJECT, purpose, Channel.WEB, chance.dated(now));
  }

  SubjectCommand.RenewConsent renew(PurposeId purpose) {
    return new SubjectCommand.RenewConsent(
        SUBJECT, purpose, Channel.WEB, null, null, null, chance.dated(now), chance.maybe(now, 60));
  }

  SubjectCommand.GiveConsent give(PurposeId purpose, PolicyVersion policy) {
    return new SubjectCommand.GiveConsent(
        SUBJECT,
        purpose,
        policy,
        Language.RU,
        null,
        Channel.WEB,
        GiverRole.SUBJECT,
        null,
        chance.someCategories(),
        new ConsentConditions(
            chance.oneIn(2), chance.oneIn(2), chance.oneIn(2), chance.someRecipients()),
        null,
        chance.dated(now),
        chance.maybe(now, 90));
  }

  /** Any ground for any purpose, whether or not the purpose rests on it. */
  SubjectCommand.ClaimGround claim(UUID name) {
    LegalGround ground = chance.ground();
    SortedSet<String> evidence = new TreeSet<>(ground.evidence());
    if (chance.oneIn(12)) {
      evidence.removeIf(key -> chance.oneIn(2));
    }
    return new SubjectCommand.ClaimGround(
        SUBJECT,
        name,
        ground,
        chance.purpose(),
        chance.someCategories(),
        evidence,
        id(701),
        chance.oneIn(2) ? id(702) : null,
        chance.dated(now),
        chance.maybe(now, 90));
  }

  SubjectCommand.EndGround end() {
    List<UUID> names =
        subject.circumstances().grounds().stream().map(it -> it.claim().groundId()).toList();
    return new SubjectCommand.EndGround(SUBJECT, anyOf(names), chance.dated(now));
  }

  SubjectCommand.DemandCessation cease() {
    return new SubjectCommand.DemandCessation(SUBJECT, chance.somePurposes(), chance.dated(now));
  }

  SubjectCommand.DemandTransferCessation ceaseTransfer() {
    return new SubjectCommand.DemandTransferCessation(
        SUBJECT, chance.somePurposes(), chance.dated(now));
  }

  SubjectCommand.SetProhibition prohibit(UUID name) {
    ProhibitionKind kind = chance.oneOf(ProhibitionKind.values());
    return new SubjectCommand.SetProhibition(
        SUBJECT,
        name,
        kind,
        chance.someCategories(),
        kind == ProhibitionKind.CONDITIONS ? name : null);
  }

  SubjectCommand.LiftProhibition liftProhibition() {
    return new SubjectCommand.LiftProhibition(SUBJECT, anyProhibition());
  }

  SubjectCommand.OverrideProhibition override() {
    return new SubjectCommand.OverrideProhibition(
        SUBJECT, anyProhibition(), chance.oneOf(PublicInterest.values()), id(701), id(702));
  }

  private UUID anyProhibition() {
    return anyOf(
        subject.circumstances().prohibitions().stream().map(Prohibition::prohibitionId).toList());
  }

  SubjectCommand.PlaceHold hold(UUID name) {
    return new SubjectCommand.PlaceHold(SUBJECT, name, id(701));
  }

  SubjectCommand.LiftHold liftHold() {
    return new SubjectCommand.LiftHold(
        SUBJECT, anyOf(subject.circumstances().holds().stream().map(Hold::holdId).toList()));
  }

  SubjectCommand.SuspendSending suspend(UUID name) {
    return new SubjectCommand.SuspendSending(SUBJECT, name);
  }

  SubjectCommand.ResumeSending resume() {
    return new SubjectCommand.ResumeSending(
        SUBJECT,
        anyOf(
            subject.circumstances().suspensions().stream().map(Suspension::suspensionId).toList()));
  }

  /** One of these, or one that there is not. */
  private UUID anyOf(List<UUID> names) {
    return names.isEmpty() || chance.oneIn(12) ? new UUID(9, 9) : chance.oneOf(names);
  }

  SubjectCommand.RecordProcessing process() {
    return new SubjectCommand.RecordProcessing(
        SUBJECT, chance.question(), Channel.API, chance.oneIn(2), chance.oneIn(2), null, false);
  }

  /** Told as it was found, since what finds it is no rule of the subject's. */
  ProcessingEvent.UnlawfulProcessingFound unlawful() {
    Instant found = Moments.effectiveAt(null, subject, now);
    ProcessingAct act =
        new ProcessingAct(
            chance.purpose(), ProcessingAction.USE, new TreeSet<>(), null, null, null, true, true);
    return new ProcessingEvent.UnlawfulProcessingFound(
        SUBJECT,
        act,
        List.of(ReasonCode.NO_GROUND),
        found.minusSeconds(chance.below(60)),
        found.plusSeconds(60),
        found);
  }
}
