package org.consentledger.core.subject;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;

/** What can happen to an invitation to consent. That it was accepted is a consent. */
public sealed interface InvitationEvent extends SubjectEvent {

  /**
   * Somebody is asked for consent by a letter to the own address (clause 7.1). It is no answer, and
   * changes nothing that holds.
   *
   * @param invitationId names the invitation
   * @param terms what is asked
   */
  @Revision("1")
  record ConsentInvited(
      SubjectId subjectId,
      UUID invitationId,
      PurposeId purposeId,
      InvitationTerms terms,
      Instant effectiveAt)
      implements InvitationEvent {}
}
