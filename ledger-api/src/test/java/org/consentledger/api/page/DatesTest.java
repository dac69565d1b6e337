package org.consentledger.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Dates are read on the clocks of Kazakhstan, whatever zone the program runs in. */
class DatesTest {

  private final Dates dates = new Dates();

  @AfterEach
  void forget_the_reader() {
    LocaleContextHolder.resetLocaleContext();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ru | 2028-02-28T19:00:00Z | 29 февраля 2028, 00:00",
        "kk | 2028-02-29T18:59:59Z | 29 ақпан 2028, 23:59",
        "en | 2026-12-31T19:00:00Z | 1 January 2027, 00:00",
        "kk | 2026-09-30T18:00:00Z | 30 қыркүйек 2026, 23:00",
        "ru | 2024-02-29T17:59:00Z | 29 февраля 2024, 23:59", // UTC+6 until the end of that day
      })
  void a_moment_is_shown_in_the_readers_form(String language, Instant moment, String shown) {
    LocaleContextHolder.setLocale(Locale.of(language));
    assertThat(dates.moment(moment)).isEqualTo(shown);
    assertThat(shown).startsWith(dates.day(moment));
  }
}
