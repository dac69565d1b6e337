package org.consentledger.core.subject;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** Blocking and unblocking (clause 2.2). */
public sealed interface RestrictionEvent extends SubjectEvent {

  /** What is concerned. */
  Scope scope();

  /** Processing within the scope stopped, but for storing and rectifying. */
  @Revision("1")
  record ProcessingBlocked(
      SubjectId subjectId, Scope scope, RequestReason reason, Instant effectiveAt)
      implements RestrictionEvent {}

  /** Processing within the scope may go on. */
  @Revision("1")
  record ProcessingUnblocked(
      SubjectId subjectId, Scope scope, @Nullable RequestReason reason, Instant effectiveAt)
      implements RestrictionEvent {}
}
