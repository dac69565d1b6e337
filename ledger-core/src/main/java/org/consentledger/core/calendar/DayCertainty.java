package org.consentledger.core.calendar;

/** How sure a date is that the moon decides. */
enum DayCertainty {
  /** It was announced. */
  CONFIRMED,
  /** It was computed, and may turn out to be a day earlier or later. */
  COMPUTED
}
