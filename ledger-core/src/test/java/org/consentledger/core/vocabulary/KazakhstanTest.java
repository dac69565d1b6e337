package org.consentledger.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KazakhstanTest {

  private static LocalDate dayOf(String moment) {
    return Kazakhstan.dayOf(Instant.parse(moment));
  }

  @Test
  void a_day_begins_at_19_o_clock_utc_since_march_2024() {
    assertThat(dayOf("2026-06-01T18:59:59.999999999Z")).isEqualTo("2026-06-01");
    assertThat(dayOf("2026-06-01T19:00:00Z")).isEqualTo("2026-06-02");
    assertThat(dayOf("2024-02-29T18:59:59Z")).isEqualTo("2024-02-29");
    assertThat(dayOf("2024-02-29T19:00:00Z")).isEqualTo("2024-03-01");
    assertThat(dayOf("2024-02-28T18:00:00Z")).isEqualTo("2024-02-29");
  }
}
