package org.consentledger.core.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * A day that returns every year.
 *
 * @param from the first year in which it is free; none means always
 * @param until the last year in which it is free; none means for good
 */
record YearlyDay(
    @JsonProperty(required = true) MonthDay day,
    @JsonProperty(required = true) String name,
    @Nullable Integer from,
    @Nullable Integer until) {

  boolean isIn(int year) {
    return (from == null || year >= from) && (until == null || year <= until);
  }

  LocalDate in(int year) {
    return day.atYear(year);
  }
}
