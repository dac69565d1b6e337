package org.consentledger.core.calendar;

/**
 * What a day is. Where a day is several things, the first of holiday, day off, weekend counts: a
 * holiday on a Sunday is a HOLIDAY.
 */
public enum DayKind {
  /** An ordinary working day. */
  WORKING(true),
  /** A Saturday or Sunday. */
  WEEKEND(false),
  /** A national or state holiday; on a weekend it frees the next working day, too. */
  HOLIDAY(false),
  /** A day off that never moves: 7 January, and the first day of Kurban Ait. */
  DAY_OFF(false),
  /** A working day that is free because a holiday fell on a weekend. */
  MOVED_DAY_OFF(false),
  /** A working day that the Government made a day off. */
  EXTRA_DAY_OFF(false),
  /** A Saturday that the Government made a working day. */
  WORKING_SATURDAY(true),
  /** A Sunday that the Government made a working day, as it did with 5 January 2025. */
  WORKING_SUNDAY(true);

  private final boolean working;

  DayKind(boolean working) {
    this.working = working;
  }

  /** Whether the day counts as a working day. */
  public boolean isWorking() {
    return working;
  }
}
