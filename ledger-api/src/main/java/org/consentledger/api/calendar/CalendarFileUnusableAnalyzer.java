package org.consentledger.api.calendar;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a person a sentence where a file of the calendar is wrong. */
final class CalendarFileUnusableAnalyzer extends AbstractFailureAnalyzer<CalendarFileUnusable> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, CalendarFileUnusable cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
