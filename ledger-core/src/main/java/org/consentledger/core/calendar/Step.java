package org.consentledger.core.calendar;

import java.time.LocalDate;

/**
 * Some days in a row that were treated alike: a line of the arithmetic.
 *
 * @param first the first of them
 * @param last the last of them
 * @param effect what they did
 * @param total how many days were counted up to and with the last of them
 */
public record Step(LocalDate first, LocalDate last, Effect effect, int total) {

  /** What days do to a term. */
  public enum Effect {
    /** They count. */
    COUNTED,
    /** They count, and the extension grants them. */
    COUNTED_EXTENSION,
    /** They do not count, because they are no working days. */
    NOT_WORKING,
    /** They do not count, because of a pause. */
    PAUSED,
    /**
     * All days are counted, but the last one was no working day: the term's end moves over these,
     * to the last of them.
     */
    MOVED
  }
}
