package org.consentledger.core.subject;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** The end of a data subject's personal data (clause 5.7). */
public sealed interface DisposalEvent extends SubjectEvent {

  /** What ended it. */
  DisposalGround ground();

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
