package org.consentledger.core.subject;

import static org.consentledger.core.subject.Moments.effectiveAt;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.DisposalEvent.DisposalRequested;
import org.consentledger.core.subject.SubjectCommand.DisposeOfDue;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.jspecify.annotations.Nullable;

/**
 * The rule of data whose time is over (clauses 5.7, 8.8): of what is due, and of nothing else, the
 * ledger disposes unasked. When that is, {@link Retention} says.
 */
public final class DueRules {

  private static final UUID NO_DISPOSAL = new UUID(0, 0);

  private DueRules() {}

  /** Whether something of this person is to be disposed of now, or a disposal to be called off. */
  public static boolean asksForSomething(SubjectState subject, Registers registers, Instant now) {
    return !dispose(subject, new DisposeOfDue(subject.subjectId(), NO_DISPOSAL, ""), registers, now)
        .isEmpty();
  }

  /**
   * Clauses 5.7, 8.8: what is due goes. Where a hold keeps the data, or it waits for approval
   * already, nothing changes; what waits and came to be needed again is called off.
   */
  static List<SubjectEvent> dispose(
      SubjectState subject, DisposeOfDue command, Registers registers, Instant now) {
    if (!subject.isActive() || !subject.circumstances().holds().isEmpty()) {
      return List.of();
    }
    List<Retention.Due> due = dueNow(subject, registers, now);
    SortedSet<Category> categories = categories(due);
    @Nullable PendingDisposal pending = subject.circumstances().disposal();
    if (pending != null) {
      return pending.isDue() && !isStillDue(subject, pending, registers, now)
          ? List.of(DisposalRules.cancelled(subject, pending, null, now))
          : List.of();
    }
    if (due.isEmpty()) {
      return List.of();
    }
    boolean everything = categories.containsAll(subject.categories());
    List<PurposeDefinition> purposes =
        due.stream()
            .map(Retention.Due::purposeId)
            .distinct()
            .map(purpose -> registers.purpose(purpose).asItWas(now).definition())
            .toList();
    boolean anonymise =
        everything && purposes.stream().allMatch(it -> it.disposal() == DisposalMethod.ANONYMISE);
    Retention.Due last = due.stream().max(Comparator.comparing(Retention.Due::dueAt)).orElseThrow();
    DisposalRequested requested =
        new DisposalRequested(
            subject.subjectId(),
            command.disposalId(),
            anonymise ? DisposalMethod.ANONYMISE : DisposalMethod.DESTROY,
            everything ? Collections.emptySortedSet() : categories,
            last.ground(),
            null,
            DisposalRules.approval(purposes.stream()),
            command.requestedBy(),
            last.triggeredAt(),
            last.dueAt(),
            effectiveAt(null, subject, now));
    return DisposalRules.carriedOut(requested);
  }

  private static List<Retention.Due> dueNow(
      SubjectState subject, Registers registers, Instant now) {
    return Retention.of(subject, registers, now).stream()
        .filter(due -> !due.dueAt().isAfter(now))
        .toList();
  }

  private static SortedSet<Category> categories(List<Retention.Due> due) {
    SortedSet<Category> categories = new TreeSet<>();
    due.forEach(each -> categories.add(each.category()));
    return categories;
  }

  /** Whether what waits is as due as when it was asked for. */
  static boolean isStillDue(
      SubjectState subject, PendingDisposal pending, Registers registers, Instant now) {
    SortedSet<Category> due = categories(dueNow(subject, registers, now));
    return due.containsAll(
        pending.categories().isEmpty() ? subject.categories() : pending.categories());
  }
}
