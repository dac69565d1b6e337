package org.consentledger.core.subject;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PublicInterest;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** What can happen to a person's prohibition (clause 8.6). */
public sealed interface ProhibitionEvent extends SubjectEvent {

  /** Which prohibition. */
  UUID prohibitionId();

  /**
   * The person prohibited something.
   *
   * @param categories the categories of data that it protects; none named means all
   * @param conditionsReference where the vault keeps the conditions, where the person set some
   */
  @Revision("1")
  record ProhibitionSet(
      SubjectId subjectId,
      UUID prohibitionId,
      ProhibitionKind kind,
      SortedSet<Category> categories,
      @Nullable UUID conditionsReference,
      Instant effectiveAt)
      implements ProhibitionEvent {}

  /** The person took the prohibition back. */
  @Revision("1")
  record ProhibitionLifted(SubjectId subjectId, UUID prohibitionId, Instant effectiveAt)
      implements ProhibitionEvent {}

  /**
   * A public interest overrides the prohibition, which is kept.
   *
   * @param citationReference where the vault keeps the citation of what allows this
   * @param approverReference where the vault keeps who approved it
   */
  @Revision("1")
  record ProhibitionOverridden(
      SubjectId subjectId,
      UUID prohibitionId,
      PublicInterest interest,
      UUID citationReference,
      UUID approverReference,
      Instant effectiveAt)
      implements ProhibitionEvent {}
}
