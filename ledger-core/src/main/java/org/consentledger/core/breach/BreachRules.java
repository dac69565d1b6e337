package org.consentledger.core.breach;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consentledger.core.breach.BreachCommand.AmendBreach;
import org.consentledger.core.breach.BreachCommand.CloseBreach;
import org.consentledger.core.breach.BreachCommand.FindBreach;
import org.consentledger.core.breach.BreachCommand.NotifyAuthority;
import org.consentledger.core.breach.BreachEvent.AuthorityNotified;
import org.consentledger.core.breach.BreachEvent.BreachAmended;
import org.consentledger.core.breach.BreachEvent.BreachClosed;
import org.consentledger.core.breach.BreachEvent.BreachFound;
import org.consentledger.core.breach.BreachEvent.BreachOverdue;
import org.consentledger.core.breach.BreachEvent.BreachRecomputed;
import org.consentledger.core.calendar.Counting;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.refusal.PastMoment;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.request.RequestTerm;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a command about a breach (law 25(2)(8)). The term is counted by the row that is in
 * force and the calendar that is known at the moment of counting.
 */
public final class BreachRules {

  private BreachRules() {}

  /** The term begins on the day after the finding, however late it is entered. */
  static List<BreachEvent> find(
      FindBreach command, Registers registers, Deadlines deadlines, Instant now) {
    Instant foundAt = command.foundAt() == null ? now : PastMoment.of(command.foundAt(), now);
    return List.of(
        new BreachFound(
            command.breachId(),
            command.facts(),
            term(foundAt, registers, deadlines, now),
            foundAt));
  }

  /** More may be found out until it is closed. */
  static List<BreachEvent> amend(@Nullable BreachState breach, AmendBreach command, Instant now) {
    requireNotClosed(known(breach));
    return List.of(new BreachAmended(command.breachId(), command.facts(), now));
  }

  /** Told once. Who was told too late was overdue, also where nobody had recorded that. */
  static List<BreachEvent> notify(
      @Nullable BreachState breach, NotifyAuthority command, Instant now) {
    BreachState known = known(breach);
    requireNotClosed(known);
    if (known.notifiedAt() != null) {
      throw new Refused(new Refusal.AuthorityNotifiedAlready());
    }
    Instant notifiedAt =
        command.notifiedAt() == null ? now : PastMoment.of(command.notifiedAt(), now);
    if (notifiedAt.isBefore(known.foundAt())) {
      throw new Refused(new Refusal.NoticeBeforeFinding());
    }
    List<BreachEvent> events = new ArrayList<>(lateness(known, notifiedAt));
    events.add(new AuthorityNotified(command.breachId(), command.noticeReference(), notifiedAt));
    return List.copyOf(events);
  }

  /** Nothing is closed before the authorised body was told. */
  static List<BreachEvent> close(@Nullable BreachState breach, CloseBreach command, Instant now) {
    BreachState known = known(breach);
    requireNotClosed(known);
    if (known.notifiedAt() == null) {
      throw new Refused(new Refusal.AuthorityNotNotified());
    }
    return List.of(new BreachClosed(command.breachId(), command.measuresReference(), now));
  }

  /** That the term is over is recorded once. */
  public static List<BreachEvent> lateness(BreachState breach, Instant now) {
    RequestDue due = breach.term().due();
    return breach.status() == BreachStatus.OPEN && due != null && due.isOverAt(now)
        ? List.of(new BreachOverdue(breach.breachId(), due, now))
        : List.of();
  }

  /** Nothing is recorded where row and calendar come to the same as before. */
  public static List<BreachEvent> recompute(
      BreachState breach, Registers registers, Deadlines deadlines, Instant now) {
    if (breach.notifiedAt() != null) {
      return List.of();
    }
    RequestDue before = breach.term().due();
    RequestTerm after = term(breach.foundAt(), registers, deadlines, now);
    return before == null || Objects.equals(before, after.due())
        ? List.of()
        : List.of(new BreachRecomputed(breach.breachId(), before, after, now));
  }

  private static RequestTerm term(
      Instant foundAt, Registers registers, Deadlines deadlines, Instant now) {
    Counting counting =
        Counting.from(foundAt, registers.legalTerm(LegalTermId.BREACH_AUTHORITY, now));
    return RequestTerm.of(counting, deadlines.due(counting));
  }

  private static void requireNotClosed(BreachState breach) {
    if (breach.status() == BreachStatus.CLOSED) {
      throw new Refused(new Refusal.BreachClosed());
    }
  }

  static BreachState known(@Nullable BreachState breach) {
    if (breach == null) {
      throw new Refused(new Refusal.BreachUnknown());
    }
    return breach;
  }
}
