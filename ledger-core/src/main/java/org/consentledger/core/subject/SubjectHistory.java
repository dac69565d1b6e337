package org.consentledger.core.subject;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject's past, told in two times: when something took effect in the world, and when the ledger
 * came to know it. Paper consents arrive late, so the two differ.
 *
 * @param entries the subject's events in the order in which they were recorded
 */
public record SubjectHistory(List<Entry> entries) {

  /**
   * One event of the subject.
   *
   * @param recordedAt when the ledger recorded it
   */
  public record Entry(SubjectEvent event, UUID eventId, Instant recordedAt) {}

  /** Copies the list. */
  public SubjectHistory {
    entries = List.copyOf(entries);
  }

  /**
   * What was true at a moment, by what was known at another.
   *
   * <p>The registration itself belongs to what is known, not to the world: a person whose paper
   * consent is older than the registration did consent then.
   *
   * @param at the moment in the world
   * @param knownAt the moment of knowledge; nothing recorded after it counts
   * @return the state, or nothing where the subject was not known
   */
  public @Nullable SubjectState stateAt(Instant at, Instant knownAt) {
    List<Entry> known =
        entries.stream()
            .filter(entry -> !entry.recordedAt().isAfter(knownAt))
            .filter(entry -> isRegistration(entry) || !entry.event().effectiveAt().isAfter(at))
            .sorted(
                Comparator.comparing((Entry entry) -> !isRegistration(entry))
                    .thenComparing(entry -> entry.event().effectiveAt()))
            .toList();
    SubjectState state = null;
    for (Entry entry : known) {
      state = SubjectState.evolve(state, entry.event(), entry.eventId());
    }
    return state;
  }

  private static boolean isRegistration(Entry entry) {
    return entry.event() instanceof RegistrationEvent.SubjectRegistered;
  }
}
