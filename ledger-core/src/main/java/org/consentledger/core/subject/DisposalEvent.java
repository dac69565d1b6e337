package org.consentledger.core.subject;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** The end of a data subject's personal data, from the request on (clause 5.7). */
public sealed interface DisposalEvent extends SubjectEvent {

  /**
   * Somebody asked for the end of the data, or its time was over.
   *
   * @param disposalId names this disposal for as long as there is a history
   * @param categories the categories to dispose of; none named means all
   * @param approval whether a second person has to approve it
   * @param requestedBy who asked, as an identifier
   * @param triggeredAt when what ended the keeping of the data happened, where its time was over
   * @param dueAt from when on it was due, where its time was over
   */
  @Revision("1")
  record DisposalRequested(
      SubjectId subjectId,
      UUID disposalId,
      DisposalMethod method,
      SortedSet<Category> categories,
      DisposalGround ground,
      @Nullable RequestReason reason,
      DisposalApproval approval,
      String requestedBy,
      @Nullable Instant triggeredAt,
      @Nullable Instant dueAt,
      Instant effectiveAt)
      implements DisposalEvent {

    /** Copies the set. */
    public DisposalRequested {
      categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    }
  }

  /**
   * A second person approved it.
   *
   * @param approvedBy who approved, as an identifier; never who asked
   */
  @Revision("1")
  record DisposalApproved(
      SubjectId subjectId, UUID disposalId, String approvedBy, Instant effectiveAt)
      implements DisposalEvent {}

  /**
   * It is not to happen.
   *
   * @param reasonReference where the vault keeps why; none where the data came to be needed again
   */
  @Revision("1")
  record DisposalCancelled(
      SubjectId subjectId, UUID disposalId, @Nullable UUID reasonReference, Instant effectiveAt)
      implements DisposalEvent {}

  /** The data of some categories is gone; the rest is still needed (clauses 5.7, 8.8). */
  @Revision("1")
  record CategoriesErased(
      SubjectId subjectId,
      SortedSet<Category> categories,
      DisposalGround ground,
      Instant effectiveAt)
      implements DisposalEvent {

    /** Copies the set. */
    public CategoriesErased {
      categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    }
  }

  /**
   * The data can no longer be attributed to the person, by anybody (clause 2.5 in the law's
   * stricter sense).
   */
  @Revision("1")
  record SubjectAnonymised(
      SubjectId subjectId,
      DisposalGround ground,
      @Nullable RequestReason reason,
      Instant effectiveAt)
      implements DisposalEvent {}

  /** The data is gone and cannot be recovered (clause 2.14). */
  @Revision("1")
  record SubjectDestroyed(
      SubjectId subjectId,
      DisposalGround ground,
      @Nullable RequestReason reason,
      Instant effectiveAt)
      implements DisposalEvent {}
}
