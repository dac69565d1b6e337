package org.consentledger.core.breach;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.breach.BreachEvent.AuthorityNotified;
import org.consentledger.core.breach.BreachEvent.BreachAmended;
import org.consentledger.core.breach.BreachEvent.BreachClosed;
import org.consentledger.core.breach.BreachEvent.BreachFound;
import org.consentledger.core.breach.BreachEvent.BreachOverdue;
import org.consentledger.core.breach.BreachEvent.BreachRecomputed;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.request.RequestTerm;
import org.consentledger.core.vocabulary.BreachId;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a breach: the fold of its events.
 *
 * @param facts what is known of it by now
 * @param term within which the authorised body is told
 * @param overdue when it was due, where the term was over before anybody told the authorised body
 * @param notifiedAt when the authorised body was told, once it was
 * @param noticeReference where the vault keeps the notice
 * @param closedAt when all was done, once it was
 * @param measuresReference where the vault keeps what was done
 */
public record BreachState(
    BreachId breachId,
    BreachFacts facts,
    Instant foundAt,
    RequestTerm term,
    BreachStatus status,
    @Nullable RequestDue overdue,
    @Nullable Instant notifiedAt,
    @Nullable UUID noticeReference,
    @Nullable Instant closedAt,
    @Nullable UUID measuresReference) {

  /** How it stands at a moment: a term may be over before anybody has recorded that. */
  public BreachStatus statusAt(Instant now) {
    return BreachRules.lateness(this, now).isEmpty() ? status : BreachStatus.OVERDUE;
  }

  /** The state after one more event. Never refuses. */
  public static BreachState evolve(@Nullable BreachState before, BreachEvent event) {
    if (event instanceof BreachFound found) {
      return new BreachState(
          found.breachId(),
          found.facts(),
          found.effectiveAt(),
          found.term(),
          BreachStatus.OPEN,
          null,
          null,
          null,
          null,
          null);
    }
    if (before == null) {
      throw new IllegalStateException("A breach's first event is its finding.");
    }
    return before.after(event);
  }

  private BreachState after(BreachEvent event) {
    return switch (event) {
      case BreachFound again -> this;
      case BreachAmended it -> with(it.facts(), term, status, overdue);
      case BreachOverdue it -> with(facts, term, BreachStatus.OVERDUE, it.due());
      case BreachRecomputed it -> recomputed(it);
      case AuthorityNotified it ->
          new BreachState(
              breachId,
              facts,
              foundAt,
              term,
              BreachStatus.NOTIFIED,
              overdue,
              it.effectiveAt(),
              it.noticeReference(),
              null,
              null);
      case BreachClosed it ->
          new BreachState(
              breachId,
              facts,
              foundAt,
              term,
              BreachStatus.CLOSED,
              overdue,
              notifiedAt,
              noticeReference,
              it.effectiveAt(),
              it.measuresReference());
    };
  }

  /** A term that is longer than before may not be over any more. */
  private BreachState recomputed(BreachRecomputed event) {
    RequestDue due = event.term().due();
    boolean over = due != null && due.isOverAt(event.effectiveAt());
    return status == BreachStatus.OVERDUE && !over
        ? with(facts, event.term(), BreachStatus.OPEN, null)
        : with(facts, event.term(), status, overdue);
  }

  private BreachState with(
      BreachFacts known, RequestTerm counted, BreachStatus standing, @Nullable RequestDue late) {
    return new BreachState(
        breachId,
        known,
        foundAt,
        counted,
        standing,
        late,
        notifiedAt,
        noticeReference,
        closedAt,
        measuresReference);
  }
}
