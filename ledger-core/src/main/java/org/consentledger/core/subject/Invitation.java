package org.consentledger.core.subject;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.InvitationEvent.ConsentInvited;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PurposeId;

/**
 * An invitation to consent, and what became of it. It stands until its time is over, the person
 * says no, is asked anew or gets another address, or what was asked is no longer what would be
 * consented to.
 *
 * @param event what was asked
 * @param eventId the event that asked it, to which a consent refers
 * @param accepted whether the consent that it asked for was given
 * @param overtaken whether something that happened later made it void
 */
public record Invitation(ConsentInvited event, UUID eventId, boolean accepted, boolean overtaken) {

  /** The category of data without which nobody can be invited. */
  static final Category EMAIL = new Category("EMAIL");

  /** An invitation in a subject's history, if there was one of this identifier. */
  public static Optional<Invitation> find(SubjectHistory history, UUID invitationId) {
    List<SubjectHistory.Entry> entries = history.entries();
    for (int i = 0; i < entries.size(); i++) {
      SubjectHistory.Entry entry = entries.get(i);
      if (entry.event() instanceof ConsentInvited invited
          && invited.invitationId().equals(invitationId)) {
        List<SubjectHistory.Entry> later = entries.subList(i + 1, entries.size());
        return Optional.of(
            new Invitation(
                invited,
                entry.eventId(),
                later.stream().anyMatch(it -> accepts(it.event(), entry.eventId())),
                later.stream().anyMatch(it -> overtakes(it.event(), invited.purposeId()))));
      }
    }
    return Optional.empty();
  }

  /** Whether it may be accepted at this moment, or was and still holds. */
  public boolean stands(SubjectState subject, Registers registers, Instant moment) {
    return !overtaken
        && moment.isBefore(event.terms().expiresAt())
        && subject.isActive()
        && subject.restrictions().block(EMAIL, event.purposeId()).isEmpty()
        && isPurposeTheSame(registers, moment)
        && isPolicyInForce(registers, moment);
  }

  private boolean isPurposeTheSame(Registers registers, Instant moment) {
    return registers
        .findPurpose(event.purposeId())
        .filter(purpose -> !purpose.isRetiredAt(moment))
        .filter(purpose -> purpose.asItWas(moment).number() == event.terms().purposeVersion())
        .isPresent();
  }

  /** Clause 12.2: a material change of the policy asks for consent under the new one. */
  private boolean isPolicyInForce(Registers registers, Instant moment) {
    return registers
        .endsConsentsUnder(event.terms().policyVersion())
        .map(PolicyState::effectiveFrom)
        .filter(from -> !from.isAfter(moment))
        .isEmpty();
  }

  private static boolean accepts(SubjectEvent event, UUID invitation) {
    return event instanceof ConsentEvent.ConsentGiven given
        && invitation.equals(given.terms().invitation());
  }

  private static boolean overtakes(SubjectEvent event, PurposeId purpose) {
    return switch (event) {
      case ConsentEvent.ConsentRefused no -> no.purposeId().equals(purpose);
      case ConsentEvent.ConsentWithdrawn no -> no.purposeId().equals(purpose);
      case ConsentInvited anew -> anew.purposeId().equals(purpose);
      case CessationEvent.CessationDemanded no ->
          no.purposes().isEmpty() || no.purposes().contains(purpose);
      case RegistrationEvent.PersonalDataRectified it -> it.categories().contains(EMAIL);
      case DisposalEvent.CategoriesErased it -> it.categories().contains(EMAIL);
      case DisposalEvent.SubjectAnonymised it -> true;
      case DisposalEvent.SubjectDestroyed it -> true;
      case ProcessingEvent.UnlawfulProcessingFound it -> it.act().purposeId().equals(purpose);
      case ConsentEvent.ConsentGiven yes -> false;
      case ConsentEvent.ConsentRenewed yes -> false;
      case ConsentEvent.ConsentExpired end -> false;
      case CessationEvent.TransferCessationDemanded it -> false;
      case RegistrationEvent.SubjectRegistered it -> false;
      case RegistrationEvent.AccuracyConfirmed it -> false;
      case ProcessingEvent.ProcessingRecorded it -> false;
      case GroundEvent it -> false;
      case RestrictionEvent it -> false; // as it is now counts
      case ProhibitionEvent it -> false;
      case HoldEvent it -> false;
      case NoticeEvent it -> false;
      case SuspensionEvent it -> false; // it pauses letters, and is no answer
      case DisposalEvent.DisposalRequested it -> false;
      case DisposalEvent.DisposalApproved it -> false;
      case DisposalEvent.DisposalCancelled it -> false;
    };
  }
}
