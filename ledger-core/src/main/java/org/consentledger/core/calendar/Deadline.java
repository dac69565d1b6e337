package org.consentledger.core.calendar;

import java.util.List;

/**
 * When a term ends, as far as that can be said: it is {@link Due} on a day, or {@link Paused} and
 * due on none.
 */
public sealed interface Deadline permits Due, Paused {

  /** The arithmetic: every day from the one after the trigger on, in order, without a gap. */
  List<Step> counted();
}
