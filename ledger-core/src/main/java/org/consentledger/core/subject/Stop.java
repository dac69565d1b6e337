package org.consentledger.core.subject;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.vocabulary.PurposeId;

/**
 * Something that ended processing as of a moment (clause 8.9). What permits must have begun later.
 *
 * @param eventId the event that says so
 * @param purposes the purposes that it ended, or none for all
 */
public record Stop(
    UUID eventId, StopKind kind, SortedSet<PurposeId> purposes, Instant effectiveAt) {

  /** Copies the set. */
  public Stop {
    purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
  }

  /** Whether this purpose is among those that ended. */
  public boolean covers(PurposeId purpose) {
    return purposes.isEmpty() || purposes.contains(purpose);
  }

  /** Whether the other one adds nothing to this. */
  boolean makesVoid(Stop other) {
    return kind == other.kind
        && !effectiveAt.isBefore(other.effectiveAt)
        && (purposes.isEmpty()
            || (!other.purposes.isEmpty() && purposes.containsAll(other.purposes)));
  }
}
