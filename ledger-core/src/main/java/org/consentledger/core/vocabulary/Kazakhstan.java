package org.consentledger.core.vocabulary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where the law's days begin and end: one zone for the whole country since 2024-03-01. */
public final class Kazakhstan {

  /** UTC+5; until the end of February 2024 UTC+6. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  private Kazakhstan() {}

  /** The day of Kazakhstan on which a moment lies. */
  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }
}
