package org.consentledger.core.subject;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.consentledger.core.decision.ReasonCode;
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

  /**
   * An act was reported that nothing permitted: it is recorded as unlawful and ends the processing
   * for its purpose (clause 8.9).
   *
   * @param reasons what spoke against it, by {@code ReasonCode}
   * @param actAt when the act was done
   * @param dueAt by when it must be put right (law, article 25(2)(8))
   * @param effectiveAt when it was found
   */
  @Revision("1")
  record UnlawfulProcessingFound(
      SubjectId subjectId,
      ProcessingAct act,
      List<ReasonCode> reasons,
      Instant actAt,
      Instant dueAt,
      Instant effectiveAt)
      implements ProcessingEvent {

    /** Copies the list. */
    public UnlawfulProcessingFound {
      reasons = List.copyOf(reasons);
    }
  }
}
