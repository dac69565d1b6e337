package org.consentledger.core.subject;

import static org.consentledger.core.subject.Moments.effectiveAt;
import static org.consentledger.core.subject.Moments.requireActive;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.ConsentEvent.ConsentGiven;
import org.consentledger.core.subject.InvitationEvent.ConsentInvited;
import org.consentledger.core.subject.SubjectCommand.AcceptInvitation;
import org.consentledger.core.subject.SubjectCommand.GiveConsent;
import org.consentledger.core.subject.SubjectCommand.InviteConsent;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.LegalGround;

/** The rules of consent that is asked for by mail and given from the person's own mailbox. */
final class InvitationRules {

  private InvitationRules() {}

  /** Clause 7.1: what is asked is what could be consented to now; see {@link ConsentRules}. */
  static List<SubjectEvent> invite(
      SubjectState subject, InviteConsent command, Registers registers, Instant now) {
    requireActive(subject);
    requireAddress(subject, command);
    Instant effectiveAt = effectiveAt(null, subject, now);
    PurposeState purpose = registers.purpose(command.purposeId());
    if (purpose.isRetiredAt(effectiveAt)) {
      throw new Refused(new Refusal.PurposeRetired());
    }
    PurposeVersion version = purpose.asItWas(effectiveAt);
    if (!version.definition().grounds().contains(LegalGround.CONSENT)) {
      throw new Refused(new Refusal.ConsentOutsidePurpose());
    }
    registers.policy(command.policyVersion());
    return List.of(
        new ConsentInvited(
            command.subjectId(),
            command.invitationId(),
            command.purposeId(),
            new InvitationTerms(
                command.policyVersion(),
                command.language(),
                command.noticeHash(),
                command.noticeReference(),
                version.number(),
                categories(command.categories(), version),
                command.conditions(),
                effectiveAt.plus(command.validFor())),
            effectiveAt));
  }

  /** Clause 2.2: an address that is blocked is written to no more than one that is not held. */
  private static void requireAddress(SubjectState subject, InviteConsent command) {
    if (!subject.categories().contains(Invitation.EMAIL)
        || subject.restrictions().block(Invitation.EMAIL, command.purposeId()).isPresent()) {
      throw new Refused(new Refusal.AddressUnusable());
    }
  }

  private static SortedSet<Category> categories(SortedSet<Category> named, PurposeVersion version) {
    if (!version.definition().categories().containsAll(named)) {
      throw new Refused(new Refusal.CategoryOutsidePurpose());
    }
    return named.isEmpty() ? version.definition().categories() : named;
  }

  /**
   * An invitation that stands is accepted once. Whoever comes again, too late, or after something
   * that made it void, changes nothing; there is nobody to whom a reason would be told.
   */
  static List<ConsentEvent> accept(
      SubjectState subject,
      AcceptInvitation command,
      Registers registers,
      HistoryReader history,
      Instant now) {
    return Invitation.find(history.historyOf(command.subjectId()), command.invitationId()).stream()
        .filter(invitation -> invitation.stands(subject, registers, now))
        .filter(invitation -> !invitation.accepted())
        .flatMap(
            invitation ->
                ConsentRules.giveConfirmed(subject, consent(invitation.event()), registers, now)
                    .stream()
                    .map(event -> confirmed(event, invitation)))
        .toList();
  }

  private static GiveConsent consent(ConsentInvited invited) {
    InvitationTerms terms = invited.terms();
    return new GiveConsent(
        invited.subjectId(),
        invited.purposeId(),
        terms.policyVersion(),
        terms.language(),
        terms.noticeHash(),
        Channel.EMAIL,
        GiverRole.SUBJECT,
        null,
        terms.categories(),
        terms.conditions(),
        null,
        null,
        null);
  }

  private static ConsentEvent confirmed(ConsentEvent event, Invitation invitation) {
    return event instanceof ConsentGiven given
        ? new ConsentGiven(
            given.subjectId(),
            given.purposeId(),
            given.terms().confirming(invitation.eventId()),
            given.effectiveAt())
        : event;
  }
}
