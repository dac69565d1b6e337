package org.consentledger.core.subject;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;

/** What can happen to a data subject's consent. */
public sealed interface ConsentEvent extends SubjectEvent {

  /** The purpose that was answered about. */
  PurposeId purposeId();

  /** The person consented (clause 7.1). */
  @Revision("1")
  record ConsentGiven(
      SubjectId subjectId, PurposeId purposeId, ConsentTerms terms, Instant effectiveAt)
      implements ConsentEvent {}

  /** The person consented anew to what was consented to before (clause 12.2). */
  @Revision("1")
  record ConsentRenewed(
      SubjectId subjectId, PurposeId purposeId, ConsentTerms terms, Instant effectiveAt)
      implements ConsentEvent {}

  /** The person was asked and said no (clause 4.1). */
  @Revision("1")
  record ConsentRefused(
      SubjectId subjectId, PurposeId purposeId, Channel channel, Instant effectiveAt)
      implements ConsentEvent {}

  /** The person took the consent back (clause 8.4). */
  @Revision("1")
  record ConsentWithdrawn(
      SubjectId subjectId, PurposeId purposeId, Channel channel, Instant effectiveAt)
      implements ConsentEvent {}

  /**
   * A consent reached the end of its term (clause 8.9). Time alone ends it; this records that it
   * did.
   *
   * @param consent the event that gave or last renewed the consent
   * @param effectiveAt the end of the term
   */
  @Revision("1")
  record ConsentExpired(SubjectId subjectId, PurposeId purposeId, UUID consent, Instant effectiveAt)
      implements ConsentEvent {}
}
