package org.consentledger.core.calendar;

import java.time.Instant;
import java.util.List;

/**
 * A term that does not run, because a pause lasts. It has no last day until the pause ends.
 *
 * @param since since when it does not run
 * @param counted the arithmetic up to the day before the pause; see {@link Deadline#counted()}
 * @param remaining how many days remain to be counted after it; 0 where only the move of the last
 *     day to a working day is left
 */
public record Paused(Instant since, List<Step> counted, int remaining) implements Deadline {

  /** Copies the list. */
  public Paused {
    counted = List.copyOf(counted);
  }
}
