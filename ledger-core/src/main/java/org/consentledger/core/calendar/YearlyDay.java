package org.consentledger.core.calendar;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
    MonthDay day,
    String name,
    @JsonSetter(nulls = Nulls.SET) @Nullable Integer from,
    @JsonSetter(nulls = Nulls.SET) @Nullable Integer until) {

  boolean isIn(int year) {
    return (from == null || year >= from) && (until == null || year <= until);
  }

  LocalDate in(int year) {
    return day.atYear(year);
  }
}
