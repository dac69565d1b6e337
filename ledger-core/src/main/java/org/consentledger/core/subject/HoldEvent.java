package org.consentledger.core.subject;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;

/** What keeps a person's data from being destroyed, although it is due (clause 5.7). */
public sealed interface HoldEvent extends SubjectEvent {

  /** Which hold. */
  UUID holdId();

  /**
   * The data must be kept for a proceeding.
   *
   * @param citationReference where the vault keeps the citation of what orders it
   */
  @Revision("1")
  record HoldPlaced(SubjectId subjectId, UUID holdId, UUID citationReference, Instant effectiveAt)
      implements HoldEvent {}

  /**
   * The authorised body asks about the person; the data must be kept until it is answered (clause
   * 3.2).
   */
  @Revision("1")
  record HeldForAuthority(
      SubjectId subjectId, UUID holdId, RequestId requestId, Instant effectiveAt)
      implements HoldEvent {}

  /** The data need not be kept any more. */
  @Revision("1")
  record HoldLifted(SubjectId subjectId, UUID holdId, Instant effectiveAt) implements HoldEvent {}
}
