package org.consentledger.core.subject;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.vocabulary.DisposalApproval;

/** What an event tells {@link PermissionModel}, if anything. */
final class Facts {

  private Facts() {}

  static Optional<Fact> of(SubjectEvent event, Instant known) {
    Instant at = event.effectiveAt();
    return Optional.ofNullable(
        switch (event) {
          case RegistrationEvent.SubjectRegistered it -> new Fact.Registered(at, known);
          case RegistrationEvent.PersonalDataRectified it -> null;
          case RegistrationEvent.AccuracyConfirmed it -> null;
          case ProcessingEvent.ProcessingRecorded it -> null;
          case ProcessingEvent.UnlawfulProcessingFound it ->
              new Fact.Stopped(
                  ReasonCode.UNLAWFUL_PROCESSING_FOUND, Set.of(it.act().purposeId()), at, known);
          case InvitationEvent.ConsentInvited it -> null;
          case ConsentEvent.ConsentExpired it -> null;
          case ConsentEvent.ConsentGiven it ->
              new Fact.SaidYes(it.purposeId(), it.terms(), at, known);
          case ConsentEvent.ConsentRenewed it ->
              new Fact.SaidYes(it.purposeId(), it.terms(), at, known);
          case ConsentEvent.ConsentRefused it -> new Fact.SaidNo(it.purposeId(), false, at, known);
          case ConsentEvent.ConsentWithdrawn it -> new Fact.SaidNo(it.purposeId(), true, at, known);
          case GroundEvent.GroundClaimed it ->
              new Fact.Claimed(
                  it.claim().groundId(),
                  it.claim().ground(),
                  it.claim().purposeId(),
                  it.claim().categories(),
                  it.claim().validUntil(),
                  at,
                  known);
          case GroundEvent.GroundEnded it -> new Fact.ClaimEnded(it.groundId(), at, known);
          case CessationEvent.CessationDemanded it ->
              new Fact.Stopped(ReasonCode.CESSATION_DEMANDED, it.purposes(), at, known);
          case CessationEvent.TransferCessationDemanded it ->
              new Fact.Stopped(ReasonCode.TRANSFER_CESSATION_DEMANDED, it.purposes(), at, known);
          case RestrictionEvent.ProcessingBlocked it ->
              new Fact.Stated(true, it.scope().categories(), it.scope().purposes(), at, known);
          case RestrictionEvent.ProcessingUnblocked it ->
              new Fact.Stated(false, it.scope().categories(), it.scope().purposes(), at, known);
          case ProhibitionEvent.ProhibitionSet it ->
              new Fact.Prohibited(it.prohibitionId(), it.kind(), it.categories(), at, known);
          case ProhibitionEvent.ProhibitionLifted it ->
              new Fact.ProhibitionVoid(it.prohibitionId(), at, known);
          case ProhibitionEvent.ProhibitionOverridden it ->
              new Fact.ProhibitionVoid(it.prohibitionId(), at, known);
          case HoldEvent.HoldPlaced it -> new Fact.Held(it.holdId(), at, known);
          case HoldEvent.HeldForAuthority it -> new Fact.Held(it.holdId(), at, known);
          case HoldEvent.HoldLifted it -> new Fact.Released(it.holdId(), at, known);
          case SuspensionEvent.SendingSuspended it ->
              new Fact.SendingSuspended(it.suspensionId(), at, known);
          case SuspensionEvent.SendingResumed it ->
              new Fact.SendingResumed(it.suspensionId(), at, known);
          case DisposalEvent.DisposalRequested it ->
              // Where nobody has to approve it, it is done in the same breath.
              it.approval() == DisposalApproval.OFFICER
                  ? new Fact.DisposalAsked(it.disposalId(), it.categories(), at, known)
                  : null;
          case DisposalEvent.DisposalApproved it ->
              new Fact.DisposalSettled(it.disposalId(), at, known);
          case DisposalEvent.DisposalCancelled it ->
              new Fact.DisposalSettled(it.disposalId(), at, known);
          case NoticeEvent it -> null;
          case DisposalEvent.CategoriesErased it -> null;
          case DisposalEvent.SubjectAnonymised it -> new Fact.Ended(false, at, known);
          case DisposalEvent.SubjectDestroyed it -> new Fact.Ended(true, at, known);
        });
  }
}
