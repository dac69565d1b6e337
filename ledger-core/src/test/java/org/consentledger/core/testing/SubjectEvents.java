package org.consentledger.core.testing;

import static org.consentledger.core.testing.Samples.APPROVER;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.GROUND;
import static org.consentledger.core.testing.Samples.HOLD;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.PAPER;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.PROHIBITION;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.SUSPENSION;
import static org.consentledger.core.testing.Samples.set;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.subject.CessationEvent.CessationDemanded;
import org.consentledger.core.subject.CessationEvent.TransferCessationDemanded;
import org.consentledger.core.subject.ConsentEvent.ConsentExpired;
import org.consentledger.core.subject.ConsentEvent.ConsentGiven;
import org.consentledger.core.subject.ConsentEvent.ConsentRefused;
import org.consentledger.core.subject.ConsentEvent.ConsentRenewed;
import org.consentledger.core.subject.ConsentEvent.ConsentWithdrawn;
import org.consentledger.core.subject.DisposalEvent.DisposalRequested;
import org.consentledger.core.subject.DisposalEvent.SubjectAnonymised;
import org.consentledger.core.subject.DisposalEvent.SubjectDestroyed;
import org.consentledger.core.subject.GroundEvent.GroundClaimed;
import org.consentledger.core.subject.GroundEvent.GroundEnded;
import org.consentledger.core.subject.HoldEvent.HoldLifted;
import org.consentledger.core.subject.HoldEvent.HoldPlaced;
import org.consentledger.core.subject.ProcessingAct;
import org.consentledger.core.subject.ProcessingEvent.UnlawfulProcessingFound;
import org.consentledger.core.subject.ProhibitionEvent.ProhibitionLifted;
import org.consentledger.core.subject.ProhibitionEvent.ProhibitionOverridden;
import org.consentledger.core.subject.ProhibitionEvent.ProhibitionSet;
import org.consentledger.core.subject.RegistrationEvent.AccuracyConfirmed;
import org.consentledger.core.subject.RegistrationEvent.PersonalDataRectified;
import org.consentledger.core.subject.RegistrationEvent.SubjectRegistered;
import org.consentledger.core.subject.RestrictionEvent.ProcessingBlocked;
import org.consentledger.core.subject.RestrictionEvent.ProcessingUnblocked;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SuspensionEvent.SendingResumed;
import org.consentledger.core.subject.SuspensionEvent.SendingSuspended;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PublicInterest;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.Source;
import org.jspecify.annotations.Nullable;

/** What happened to the sample subject. */
public final class SubjectEvents {

  private SubjectEvents() {}

  /** Registered earlier for the newsletter, with e-mail and phone. */
  public static SubjectRegistered registered() {
    return registered(NEWSLETTER, EARLIER, EMAIL, PHONE);
  }

  public static SubjectRegistered registered(
      PurposeId purpose, Instant at, Category... categories) {
    return new SubjectRegistered(
        SUBJECT, purpose, Source.FORM, Language.RU, set(categories), null, false, at);
  }

  public static PersonalDataRectified rectified(
      RequestReason reason, Instant at, Category... categories) {
    return new PersonalDataRectified(SUBJECT, set(categories), reason, at);
  }

  public static ConsentGiven consentGiven(PurposeId purpose) {
    return consentGiven(purpose, TermsBuilder.terms(), EARLIER);
  }

  public static ConsentGiven consentGiven(PurposeId purpose, TermsBuilder terms, Instant at) {
    return new ConsentGiven(SUBJECT, purpose, terms.build(), at);
  }

  public static ConsentRenewed consentRenewed(PurposeId purpose, TermsBuilder terms, Instant at) {
    return new ConsentRenewed(SUBJECT, purpose, terms.build(), at);
  }

  public static ConsentRefused consentRefused(PurposeId purpose, Instant at) {
    return new ConsentRefused(SUBJECT, purpose, Channel.WEB, at);
  }

  public static ConsentWithdrawn consentWithdrawn(PurposeId purpose, Instant at) {
    return new ConsentWithdrawn(SUBJECT, purpose, Channel.WEB, at);
  }

  /** A ground for the newsletter, claimed earlier. */
  public static GroundClaimed groundClaimed(LegalGround ground) {
    return groundClaimed(ClaimBuilder.claim(ground), EARLIER);
  }

  public static GroundClaimed groundClaimed(ClaimBuilder claim, Instant at) {
    return new GroundClaimed(SUBJECT, claim.build(), at);
  }

  public static GroundEnded groundEnded(Instant at) {
    return groundEnded(GROUND, at);
  }

  public static GroundEnded groundEnded(UUID groundId, Instant at) {
    return new GroundEnded(SUBJECT, groundId, at);
  }

  public static CessationDemanded cessationDemanded(Instant at, PurposeId... purposes) {
    return new CessationDemanded(SUBJECT, set(purposes), at);
  }

  public static TransferCessationDemanded transferCessationDemanded(
      Instant at, PurposeId... purposes) {
    return new TransferCessationDemanded(SUBJECT, set(purposes), at);
  }

  public static ProhibitionSet prohibited(
      ProhibitionKind kind, Instant at, Category... categories) {
    return prohibited(PROHIBITION, kind, at, categories);
  }

  public static ProhibitionSet prohibited(
      UUID prohibitionId, ProhibitionKind kind, Instant at, Category... categories) {
    return new ProhibitionSet(
        SUBJECT,
        prohibitionId,
        kind,
        set(categories),
        kind == ProhibitionKind.CONDITIONS ? PAPER : null,
        at);
  }

  public static ProhibitionLifted prohibitionLifted(Instant at) {
    return new ProhibitionLifted(SUBJECT, PROHIBITION, at);
  }

  public static ProhibitionOverridden prohibitionOverridden(PublicInterest interest, Instant at) {
    return new ProhibitionOverridden(SUBJECT, PROHIBITION, interest, PAPER, APPROVER, at);
  }

  public static HoldPlaced holdPlaced(Instant at) {
    return holdPlaced(HOLD, at);
  }

  public static HoldPlaced holdPlaced(UUID holdId, Instant at) {
    return new HoldPlaced(SUBJECT, holdId, PAPER, at);
  }

  public static SendingSuspended sendingSuspended(Instant at) {
    return sendingSuspended(SUSPENSION, at);
  }

  public static SendingSuspended sendingSuspended(UUID suspensionId, Instant at) {
    return new SendingSuspended(SUBJECT, suspensionId, at);
  }

  public static SendingResumed sendingResumed(Instant at) {
    return new SendingResumed(SUBJECT, SUSPENSION, at);
  }

  public static HoldLifted holdLifted(Instant at) {
    return holdLifted(HOLD, at);
  }

  public static HoldLifted holdLifted(UUID holdId, Instant at) {
    return new HoldLifted(SUBJECT, holdId, at);
  }

  public static AccuracyConfirmed accuracyConfirmed(@Nullable UUID attestation, Instant at) {
    return new AccuracyConfirmed(SUBJECT, attestation, at);
  }

  /** An act for a purpose that nothing permitted, found at a moment. */
  public static UnlawfulProcessingFound unlawfulProcessingFound(PurposeId purpose, Instant at) {
    return new UnlawfulProcessingFound(
        SUBJECT,
        new ProcessingAct(
            purpose, ProcessingAction.TRANSFER, set(EMAIL), PRINTER, null, null, true, true),
        List.of(ReasonCode.CONSENT_MISSING),
        at,
        at.plus(1, ChronoUnit.DAYS),
        at);
  }

  public static ConsentExpired consentExpired(PurposeId purpose, UUID consent, Instant end) {
    return new ConsentExpired(SUBJECT, purpose, consent, end);
  }

  public static ProcessingBlocked blocked(Scope scope, Instant at) {
    return new ProcessingBlocked(SUBJECT, scope, RequestReason.INACCURATE, at);
  }

  public static ProcessingUnblocked unblocked(Scope scope, Instant at) {
    return new ProcessingUnblocked(SUBJECT, scope, RequestReason.INACCURATE, at);
  }

  public static DisposalRequested disposalRequested(DisposalMethod method, Instant at) {
    return disposalRequested(method, DisposalApproval.AUTOMATIC, at);
  }

  public static DisposalRequested disposalRequested(
      DisposalMethod method, DisposalApproval approval, Instant at) {
    return new DisposalRequested(
        SUBJECT,
        SubjectCommands.DISPOSAL,
        method,
        set(),
        DisposalGround.REQUEST,
        RequestReason.UNNECESSARY,
        approval,
        SubjectCommands.CLERK,
        null,
        null,
        at);
  }

  /** What the ledger asks for because its time is over. */
  public static DisposalRequested due(
      DisposalMethod method,
      DisposalApproval approval,
      DisposalGround ground,
      Instant triggeredAt,
      Instant dueAt,
      Instant at,
      Category... categories) {
    return new DisposalRequested(
        SUBJECT,
        SubjectCommands.DISPOSAL,
        method,
        set(categories),
        ground,
        null,
        approval,
        SubjectCommands.CLERK,
        triggeredAt,
        dueAt,
        at);
  }

  public static SubjectAnonymised anonymised(Instant at) {
    return new SubjectAnonymised(SUBJECT, DisposalGround.REQUEST, RequestReason.UNNECESSARY, at);
  }

  public static SubjectDestroyed destroyed(Instant at) {
    return new SubjectDestroyed(SUBJECT, DisposalGround.REQUEST, RequestReason.UNNECESSARY, at);
  }
}
