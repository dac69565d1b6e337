package org.consentledger.core.subject;

import java.time.Instant;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * What can happen to a data subject. Stored names never change; see {@code
 * core.eventstore.EventNames}.
 */
public sealed interface SubjectEvent
    permits RegistrationEvent,
        ConsentEvent,
        InvitationEvent,
        GroundEvent,
        CessationEvent,
        RestrictionEvent,
        ProhibitionEvent,
        HoldEvent,
        SuspensionEvent,
        ProcessingEvent,
        DisposalEvent,
        NoticeEvent {

  /** Whom it happened to. */
  SubjectId subjectId();

  /**
   * When it happened in the world; not later than when it was recorded, and sometimes much earlier.
   */
  Instant effectiveAt();
}
