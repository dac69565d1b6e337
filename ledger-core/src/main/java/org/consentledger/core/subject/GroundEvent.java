package org.consentledger.core.subject;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.SubjectId;

/** What can happen to a ground other than consent (clauses 7.2 to 7.7). */
public sealed interface GroundEvent extends SubjectEvent {

  /** A ground was claimed, with its evidence and its term. */
  @Revision("1")
  record GroundClaimed(SubjectId subjectId, GroundClaim claim, Instant effectiveAt)
      implements GroundEvent {}

  /** A ground ended before its term: the contract was fulfilled, the proceeding closed. */
  @Revision("1")
  record GroundEnded(SubjectId subjectId, UUID groundId, Instant effectiveAt)
      implements GroundEvent {}
}
