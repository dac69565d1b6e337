package org.consentledger.core.eventstore;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consentledger.core.breach.BreachEvent;
import org.consentledger.core.export.ExportEvent;
import org.consentledger.core.ground.GroundSwitchEvent;
import org.consentledger.core.inventory.InventoryEvent;
import org.consentledger.core.legalterm.LegalTermEvent;
import org.consentledger.core.mailing.MailingEvent;
import org.consentledger.core.operator.OperatorEvent;
import org.consentledger.core.personaldata.EpochKeyEvent;
import org.consentledger.core.personaldata.PersonalDataEvent;
import org.consentledger.core.policy.PolicyEvent;
import org.consentledger.core.purpose.PurposeEvent;
import org.consentledger.core.recipient.RecipientEvent;
import org.consentledger.core.request.RequestEvent;
import org.consentledger.core.subject.CessationEvent;
import org.consentledger.core.subject.ConsentEvent;
import org.consentledger.core.subject.DisposalEvent;
import org.consentledger.core.subject.GroundEvent;
import org.consentledger.core.subject.HoldEvent;
import org.consentledger.core.subject.InvitationEvent;
import org.consentledger.core.subject.NoticeEvent;
import org.consentledger.core.subject.ProcessingEvent;
import org.consentledger.core.subject.ProhibitionEvent;
import org.consentledger.core.subject.RegistrationEvent;
import org.consentledger.core.subject.RestrictionEvent;
import org.consentledger.core.subject.SuspensionEvent;
import org.consentledger.core.user.UserEvent;
import org.consentledger.core.webhook.WebhookEvent;

/**
 * The names under which events are stored. They outlive every class: a class may be renamed or
 * moved, a name here never changes and is never used again for something else.
 */
public final class EventNames {

  private static final Map<Class<?>, String> NAMES =
      Map.ofEntries(
          entry(OperatorEvent.OperatorDescribed.class, "operator.described"),
          entry(PolicyEvent.PolicyPublished.class, "policy.published"),
          entry(PurposeEvent.PurposeDefined.class, "purpose.defined"),
          entry(PurposeEvent.PurposeRetired.class, "purpose.retired"),
          entry(LegalTermEvent.LegalTermChanged.class, "legal-term.changed"),
          entry(RecipientEvent.RecipientDescribed.class, "recipient.described"),
          entry(RecipientEvent.CrossBorderAssured.class, "recipient.cross-border-assured"),
          entry(RecipientEvent.CrossBorderNoticeFiled.class, "recipient.cross-border-notice-filed"),
          entry(GroundSwitchEvent.GroundAllowed.class, "legal-ground.allowed"),
          entry(GroundSwitchEvent.GroundSwitchedOff.class, "legal-ground.switched-off"),
          entry(InventoryEvent.ItemRecorded.class, "inventory.recorded"),
          entry(UserEvent.UserRecorded.class, "user.recorded"),
          entry(UserEvent.AccountActRecorded.class, "user.account-act-recorded"),
          entry(WebhookEvent.WebhookRecorded.class, "webhook.recorded"),
          entry(WebhookEvent.SecretMade.class, "webhook.secret-made"),
          entry(WebhookEvent.WebhookEnded.class, "webhook.ended"),
          entry(RegistrationEvent.SubjectRegistered.class, "subject.registered"),
          entry(RegistrationEvent.PersonalDataRectified.class, "personal-data.rectified"),
          entry(PersonalDataEvent.PersonalDataAccessed.class, "personal-data.accessed"),
          entry(InvitationEvent.ConsentInvited.class, "consent.invited"),
          entry(ConsentEvent.ConsentGiven.class, "consent.given"),
          entry(ConsentEvent.ConsentRenewed.class, "consent.renewed"),
          entry(ConsentEvent.ConsentRefused.class, "consent.refused"),
          entry(ConsentEvent.ConsentWithdrawn.class, "consent.withdrawn"),
          entry(ConsentEvent.ConsentExpired.class, "consent.expired"),
          entry(RegistrationEvent.AccuracyConfirmed.class, "personal-data.accuracy-confirmed"),
          entry(GroundEvent.GroundClaimed.class, "ground.claimed"),
          entry(GroundEvent.GroundEnded.class, "ground.ended"),
          entry(CessationEvent.CessationDemanded.class, "cessation.demanded"),
          entry(CessationEvent.TransferCessationDemanded.class, "transfer-cessation.demanded"),
          entry(ProhibitionEvent.ProhibitionSet.class, "prohibition.set"),
          entry(ProhibitionEvent.ProhibitionLifted.class, "prohibition.lifted"),
          entry(ProhibitionEvent.ProhibitionOverridden.class, "prohibition.overridden"),
          entry(HoldEvent.HoldPlaced.class, "hold.placed"),
          entry(HoldEvent.HeldForAuthority.class, "hold.placed-for-authority"),
          entry(HoldEvent.HoldLifted.class, "hold.lifted"),
          entry(SuspensionEvent.SendingSuspended.class, "sending.suspended"),
          entry(SuspensionEvent.SendingResumed.class, "sending.resumed"),
          entry(ProcessingEvent.UnlawfulProcessingFound.class, "processing.found-unlawful"),
          entry(RestrictionEvent.ProcessingBlocked.class, "processing.blocked"),
          entry(RestrictionEvent.ProcessingUnblocked.class, "processing.unblocked"),
          entry(ProcessingEvent.ProcessingRecorded.class, "processing.recorded"),
          entry(ExportEvent.ExportRequested.class, "export.requested"),
          entry(RequestEvent.RequestReceived.class, "request.received"),
          entry(RequestEvent.SubjectLinked.class, "request.subject-linked"),
          entry(RequestEvent.IdentityVerified.class, "request.identity-verified"),
          entry(RequestEvent.AuthorityChecked.class, "request.authority-checked"),
          entry(RequestEvent.RequestPaused.class, "request.paused"),
          entry(RequestEvent.RequestResumed.class, "request.resumed"),
          entry(RequestEvent.RequestExtended.class, "request.extended"),
          entry(RequestEvent.RequestAnswered.class, "request.answered"),
          entry(RequestEvent.RequestRefused.class, "request.refused"),
          entry(RequestEvent.RequestOverdue.class, "request.overdue"),
          entry(RequestEvent.RequestRecomputed.class, "request.recomputed"),
          entry(RequestEvent.RequestRead.class, "request.read"),
          entry(RequestEvent.RequestTextDestroyed.class, "request.text-destroyed"),
          entry(EpochKeyEvent.EpochKeyRotated.class, "epoch-key.rotated"),
          entry(EpochKeyEvent.EpochKeyDestroyed.class, "epoch-key.destroyed"),
          entry(EpochKeyEvent.RootKeyReplaced.class, "root-key.replaced"),
          entry(MailingEvent.MailingPlanned.class, "mailing.planned"),
          entry(MailingEvent.MailingStarted.class, "mailing.started"),
          entry(MailingEvent.MailingPaused.class, "mailing.paused"),
          entry(MailingEvent.MailingResumed.class, "mailing.resumed"),
          entry(MailingEvent.MailingCancelled.class, "mailing.cancelled"),
          entry(MailingEvent.MailingCompleted.class, "mailing.completed"),
          entry(BreachEvent.BreachFound.class, "breach.found"),
          entry(BreachEvent.BreachAmended.class, "breach.amended"),
          entry(BreachEvent.BreachOverdue.class, "breach.overdue"),
          entry(BreachEvent.BreachRecomputed.class, "breach.recomputed"),
          entry(BreachEvent.AuthorityNotified.class, "breach.authority-notified"),
          entry(BreachEvent.BreachClosed.class, "breach.closed"),
          entry(DisposalEvent.DisposalRequested.class, "disposal.requested"),
          entry(DisposalEvent.DisposalApproved.class, "disposal.approved"),
          entry(DisposalEvent.DisposalCancelled.class, "disposal.cancelled"),
          entry(DisposalEvent.CategoriesErased.class, "personal-data.erased"),
          entry(DisposalEvent.SubjectAnonymised.class, "subject.anonymised"),
          entry(DisposalEvent.SubjectDestroyed.class, "subject.destroyed"),
          entry(NoticeEvent.RecipientTold.class, "recipient.told"),
          entry(NoticeEvent.RecipientConfirmed.class, "recipient.confirmed"));

  private static final Map<String, Class<?>> CLASSES =
      NAMES.entrySet().stream().collect(toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private EventNames() {}

  /** All stored names. */
  public static Set<String> all() {
    return CLASSES.keySet();
  }

  /** The stored name of an event class, if it is one. */
  public static Optional<String> nameOf(Class<?> eventClass) {
    return Optional.ofNullable(NAMES.get(eventClass));
  }

  /** The event class behind a stored name, if there is one. */
  public static Optional<Class<?>> classOf(String name) {
    return Optional.ofNullable(CLASSES.get(name));
  }
}
