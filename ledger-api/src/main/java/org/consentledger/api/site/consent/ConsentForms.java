package org.consentledger.api.site.consent;

import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.invitation.ConsentInvitations;
import org.consentledger.api.invitation.InvitationRequest;
import org.consentledger.api.site.Throttle;
import org.consentledger.api.subject.Registrations;
import org.consentledger.core.personaldata.BlindIndex;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes in a yes of somebody whom nobody knows: it asks the mailbox that was named (double opt-in),
 * so that nobody consents in another's name, whether the purpose demands that or not.
 */
@Component
final class ConsentForms {

  /** Who acts: whoever has filled in the form. */
  static final String ACTOR = "consent-form";

  private static final Logger LOG = LoggerFactory.getLogger(ConsentForms.class);

  /** Longer than it takes to register somebody, so that the time tells nothing, either. */
  private static final long ANSWER_AFTER_NANOS = 300_000_000;

  private final CommandDesk desk;
  private final ConsentInvitations invitations;
  private final Registrations registrations;
  private final BlindIndex index;
  private final Throttle throttle;

  ConsentForms(
      CommandDesk desk,
      ConsentInvitations invitations,
      Registrations registrations,
      BlindIndex index,
      Throttle throttle) {
    this.desk = desk;
    this.invitations = invitations;
    this.registrations = registrations;
    this.index = index;
    this.throttle = throttle;
  }

  /**
   * Asks a mailbox, unless it was asked enough or may not be written to; of that nobody is told.
   *
   * @param address in its one written form
   */
  void ask(
      String address,
      PurposeId purpose,
      ConsentNotice notice,
      InvitationRequest.InvitationConditions conditions) {
    long began = System.nanoTime();
    if (throttle.maySendTo(address)) {
      try {
        SubjectId subject = known(address, purpose, notice);
        desk.carryOut(
            ACTOR,
            () ->
                invitations.prepare(
                    subject,
                    new InvitationRequest(
                        purpose.value(),
                        notice.policyVersion().value(),
                        notice.language(),
                        notice.text(),
                        null,
                        null,
                        conditions)));
      } catch (Refused unusable) {
        LOG.info(
            "A form of consent led to no letter: {}.",
            unusable.refusal().getClass().getSimpleName());
      }
    }
    LockSupport.parkNanos(ANSWER_AFTER_NANOS - (System.nanoTime() - began));
  }

  private SubjectId known(String address, PurposeId purpose, ConsentNotice notice) {
    return index
        .find(IdentifierKind.EMAIL, address)
        .orElseGet(() -> registered(address, purpose, notice));
  }

  private SubjectId registered(String address, PurposeId purpose, ConsentNotice notice) {
    try {
      return desk
          .carryOut(ACTOR, () -> registrations.byAddress(address, purpose, notice.language()))
          .events()
          .stream()
          .map(event -> (SubjectEvent) event.data())
          .map(SubjectEvent::subjectId)
          .findFirst()
          .orElseThrow();
    } catch (Refused refused) {
      if (refused.refusal() instanceof Refusal.SubjectExists meanwhile) {
        return meanwhile.subjectId();
      }
      throw refused;
    }
  }
}
