package org.consentledger.api.console.history;

import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names events for people; templates say {@code @eventWords}. */
@Component
public final class EventWords {

  private final MessageSource words;

  EventWords(MessageSource words) {
    this.words = words;
  }

  /** What an event is called by people; its stored name where nobody has named it. */
  public String of(String name) {
    return Stream.of("history.event.", "law.event.", "requests.step.")
        .flatMap(
            bundle ->
                Stream.ofNullable(
                    words.getMessage(bundle + name, null, null, LocaleContextHolder.getLocale())))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .findFirst()
        .orElse(name);
  }
}
