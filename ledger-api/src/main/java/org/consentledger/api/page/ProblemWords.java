package org.consentledger.api.page;

import java.util.Locale;
import org.consentledger.api.problem.Problem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What a problem says to whoever reads a page; templates say {@code @problemWords}. It is what is
 * said of this refusal, else of its status, else of any failure.
 */
@Component
public final class ProblemWords {

  private final MessageSource words;

  ProblemWords(MessageSource words) {
    this.words = words;
  }

  /** What happened. */
  public String heading(Problem problem) {
    return heading(problem, LocaleContextHolder.getLocale());
  }

  String heading(Problem problem, Locale locale) {
    return word(locale, "title", problem);
  }

  /** What one can do. */
  public String text(Problem problem) {
    return text(problem, LocaleContextHolder.getLocale());
  }

  String text(Problem problem, Locale locale) {
    return word(locale, "text", problem);
  }

  private String word(Locale locale, String part, Problem problem) {
    String any = words.getMessage("failure.other." + part, null, locale);
    String status = words.getMessage("failure." + problem.status() + "." + part, null, any, locale);
    String refusal =
        words.getMessage("refusal." + problem.code() + "." + part, null, status, locale);
    return refusal == null ? any : refusal;
  }
}
