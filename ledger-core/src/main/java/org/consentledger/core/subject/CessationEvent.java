package org.consentledger.core.subject;

import java.time.Instant;
import java.util.SortedSet;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;

/** What a person may demand beside withdrawing a consent (clauses 3.2, 4.1). */
public sealed interface CessationEvent extends SubjectEvent {

  /** For which purposes; none named means all. */
  SortedSet<PurposeId> purposes();

  /**
   * The person demanded that processing stops: consents and the grounds that do not bind the
   * operator end, and only later ones permit again.
   */
  @Revision("1")
  record CessationDemanded(SubjectId subjectId, SortedSet<PurposeId> purposes, Instant effectiveAt)
      implements CessationEvent {}

  /** The person demanded that the data is no longer handed on; other processing goes on. */
  @Revision("1")
  record TransferCessationDemanded(
      SubjectId subjectId, SortedSet<PurposeId> purposes, Instant effectiveAt)
      implements CessationEvent {}
}
