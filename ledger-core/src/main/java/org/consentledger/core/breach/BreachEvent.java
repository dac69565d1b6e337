package org.consentledger.core.breach;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.request.RequestTerm;
import org.consentledger.core.vocabulary.BreachId;

/** What can happen to a breach. */
public sealed interface BreachEvent {

  /** The breach concerned. */
  BreachId breachId();

  /** When it happened; of a finding or a notice maybe earlier than it was recorded. */
  Instant effectiveAt();

  /**
   * A breach was found. The term of its notice begins on the day after.
   *
   * @param term when the authorised body must be told, with the arithmetic
   */
  @Revision("1")
  record BreachFound(BreachId breachId, BreachFacts facts, RequestTerm term, Instant effectiveAt)
      implements BreachEvent {}

  /** More was found out; this is what is known now. */
  @Revision("1")
  record BreachAmended(BreachId breachId, BreachFacts facts, Instant effectiveAt)
      implements BreachEvent {}

  /**
   * The term is over, and the authorised body was not told.
   *
   * @param due when it was due
   */
  @Revision("1")
  record BreachOverdue(BreachId breachId, RequestDue due, Instant effectiveAt)
      implements BreachEvent {}

  /**
   * The term was counted anew, because its row or the calendar changed.
   *
   * @param before when it was due before
   * @param term the term from now on
   */
  @Revision("1")
  record BreachRecomputed(
      BreachId breachId, RequestDue before, RequestTerm term, Instant effectiveAt)
      implements BreachEvent {}

  /**
   * The authorised body was told.
   *
   * @param noticeReference where the vault keeps number and words of the notice
   */
  @Revision("1")
  record AuthorityNotified(BreachId breachId, UUID noticeReference, Instant effectiveAt)
      implements BreachEvent {}

  /**
   * All was done that is to be done.
   *
   * @param measuresReference where the vault keeps what was done
   */
  @Revision("1")
  record BreachClosed(BreachId breachId, UUID measuresReference, Instant effectiveAt)
      implements BreachEvent {}
}
