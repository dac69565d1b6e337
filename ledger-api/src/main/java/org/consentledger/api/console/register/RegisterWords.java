package org.consentledger.api.console.register;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.consentledger.api.page.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what stands in registers; templates say {@code @registerWords}. */
@Component
public final class RegisterWords {

  private final MessageSource words;
  private final Dates dates;

  RegisterWords(MessageSource words, Dates dates) {
    this.words = words;
    this.dates = dates;
  }

  /** A value in words: a code by its word, a moment in the reader's form, all else as it is. */
  public String of(String label, String value) {
    String word =
        words.getMessage(label + "." + value, null, null, LocaleContextHolder.getLocale());
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
