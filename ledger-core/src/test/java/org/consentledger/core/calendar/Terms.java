package org.consentledger.core.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Terms and moments for tests. */
final class Terms {

  static LegalTerm term(int length, TermUnit unit) {
    return new LegalTerm(
        LegalTermId.UNLAWFUL,
        "law",
        "It was found.",
        length,
        unit,
        null,
        null,
        Certainty.SECONDARY);
  }

  static LegalTerm workingDays(int length) {
    return term(length, TermUnit.WORKING_DAYS);
  }

  static LegalTerm calendarDays(int length) {
    return term(length, TermUnit.CALENDAR_DAYS);
  }

  /** A moment by the clocks of Kazakhstan. */
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Almaty")).toInstant();
  }

  private Terms() {}
}
