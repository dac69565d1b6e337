package org.consentledger.core.subject;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.SubjectId;

/** What was done with a data subject's personal data (clauses 2.6, 9.1). */
public sealed interface ProcessingEvent extends SubjectEvent {

  /** What was done. */
  ProcessingAct act();

  /**
   * An act was permitted and recorded, both in one breath, so that the act and the permission
   * cannot drift apart (clause 5.1).
   *
   * @param permission the decision that permitted it
   */
  @Revision("1")
  record ProcessingRecorded(
      SubjectId subjectId, ProcessingAct act, ProcessingPermission permission, Instant effectiveAt)
      implements ProcessingEvent {}
}
