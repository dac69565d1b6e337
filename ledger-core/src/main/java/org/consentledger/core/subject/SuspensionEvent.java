package org.consentledger.core.subject;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * Sending to a person pauses while somebody finds out whether they withdrew their consent (clause
 * 8.4).
 */
public sealed interface SuspensionEvent extends SubjectEvent {

  /** Which suspension. */
  UUID suspensionId();

  /** Nothing is sent to the person on the strength of a consent. */
  @Revision("1")
  record SendingSuspended(SubjectId subjectId, UUID suspensionId, Instant effectiveAt)
      implements SuspensionEvent {}

  /** It turned out, whichever way; what consents there are carry again. */
  @Revision("1")
  record SendingResumed(SubjectId subjectId, UUID suspensionId, Instant effectiveAt)
      implements SuspensionEvent {}
}
