package org.consentledger.core.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.consentledger.core.vocabulary.Kazakhstan;

/**
 * One of the two steps before data crosses the border (clauses 10.1, 10.2), taken for one country:
 * a recipient that moves needs both anew.
 *
 * @param date the day on which it was taken, in Kazakhstan
 * @param evidence the event that recorded it
 */
public record CrossBorderStep(
    String country,
    LocalDate date,
    String referenceHash,
    UUID reference,
    Instant recordedAt,
    UUID evidence) {

  /** Whether the step had been taken by this moment: a day counts from its first moment on. */
  boolean isTakenBy(Instant moment) {
    return !date.isAfter(Kazakhstan.dayOf(moment));
  }
}
