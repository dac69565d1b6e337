package org.consentledger.core.legalterm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.calendar.LegalTermId;
import org.jspecify.annotations.Nullable;

/**
 * A term with all its changes, in the order in which they were recorded. Of those that have begun,
 * the one that began last holds; of those that begin together, the one that was recorded last.
 */
public record LegalTermState(LegalTermId id, List<LegalTermChange> changes) {

  private static final Comparator<LegalTermChange> BY_BEGINNING =
      Comparator.comparing(LegalTermChange::effectiveFrom)
          .thenComparingInt(LegalTermChange::number);

  /** Copies the list. */
  public LegalTermState {
    changes = List.copyOf(changes);
  }

  /** The state after one more event. */
  public static LegalTermState evolve(
      @Nullable LegalTermState before, LegalTermEvent event, UUID eventId) {
    return switch (event) {
      case LegalTermEvent.LegalTermChanged changed -> {
        List<LegalTermChange> more = new ArrayList<>(before == null ? List.of() : before.changes);
        more.add(
            new LegalTermChange(
                changed.number(),
                changed.length(),
                changed.unit(),
                changed.certainty(),
                changed.sourceHash(),
                changed.sourceReference(),
                changed.effectiveFrom(),
                changed.changedAt(),
                eventId));
        yield new LegalTermState(changed.id(), more);
      }
    };
  }

  /** The change that holds at a moment, if one has begun. */
  Optional<LegalTermChange> standingAt(Instant moment) {
    return changes.stream()
        .filter(change -> !change.effectiveFrom().isAfter(moment))
        .max(BY_BEGINNING);
  }

  /** Those that hold at some moment, the earliest first. */
  List<LegalTermChange> standing() {
    return changes.stream()
        .sorted(BY_BEGINNING)
        .filter(change -> standingAt(change.effectiveFrom()).filter(change::equals).isPresent())
        .toList();
  }

  /** What was known of the term at a moment; nothing where it had not been changed yet. */
  public Optional<LegalTermState> knownAt(Instant moment) {
    List<LegalTermChange> known =
        changes.stream().filter(change -> !change.changedAt().isAfter(moment)).toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(new LegalTermState(id, known));
  }
}
