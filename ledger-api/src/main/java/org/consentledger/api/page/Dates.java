package org.consentledger.api.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Dates in the reader's form, on the clocks of Kazakhstan. Templates say {@code @dates}; what a
 * machine should read beside goes into {@code <time datetime>}.
 */
@Component
public final class Dates {

  /** A moment, such as {@code 29 ақпан 2028, 23:59}. */
  public String moment(Instant moment) {
    return format("d MMMM uuuu, HH:mm", moment);
  }

  /** A moment to the second, where the order of things matters. */
  public String exactly(Instant moment) {
    return format("d MMMM uuuu, HH:mm:ss", moment);
  }

  /** The day of Kazakhstan on which a moment lies. */
  public String day(Instant moment) {
    return day(Kazakhstan.dayOf(moment));
  }

  /** A day. */
  public String day(LocalDate day) {
    return formatter("d MMMM uuuu").format(day);
  }

  private static String format(String pattern, Instant moment) {
    return formatter(pattern).format(moment.atZone(Kazakhstan.ZONE));
  }

  private static DateTimeFormatter formatter(String pattern) {
    Locale reader = LocaleContextHolder.getLocale();
    return DateTimeFormatter.ofPattern(pattern, reader);
  }
}
