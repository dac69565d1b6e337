package org.consentledger.api.console.register;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import org.consentledger.api.document.Labels;
import org.consentledger.api.page.Dates;
import org.consentledger.core.vocabulary.Language;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what stands in registers; templates say {@code @registerWords}. */
@Component
public final class RegisterWords {

  private static final String DOCUMENTS = "org.consentledger.api.document.document";

  /** What is stored as a duration of ISO 8601. */
  private static final Set<String> DURATIONS = Set.of("purposes.consentTerm", "purposes.retention");

  private final MessageSource words;
  private final Dates dates;

  RegisterWords(MessageSource words, Dates dates) {
    this.words = words;
    this.dates = dates;
  }

  /** A value in words: a code, a duration, a moment in the reader's form, all else as it is. */
  public String of(String label, String value) {
    Locale locale = LocaleContextHolder.getLocale();
    if (DURATIONS.contains(label)) {
      return new Labels(DOCUMENTS, Language.of(locale.getLanguage())).duration(value);
    }
    String word = words.getMessage(label + "." + value, null, null, locale);
    if (word != null) {
      return word;
    }
    try {
      return value.endsWith("Z") ? dates.moment(Instant.parse(value)) : value;
    } catch (DateTimeParseException noMoment) {
      return value;
    }
  }

  /** Whether what is wrong is in a field, or in a part of it. */
  public boolean isWrong(Set<String> wrong, String field) {
    String last = field.substring(field.lastIndexOf('.') + 1);
    int part = field.indexOf('_');
    return wrong.contains(field)
        || wrong.contains(last)
        || (part > 0 && wrong.contains(field.substring(0, part)));
  }
}
