package org.consentledger.api.mail.letter;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header fields of a letter, topmost first, each as it came; only folding is undone. */
public final class LetterHeaders {

  private final List<Field> fields;

  /**
   * One header field.
   *
   * @param value unfolded; bytes beyond ASCII stand as ISO-8859-1
   */
  record Field(String name, String value) {}

  LetterHeaders(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  /** The values of all fields of this name, topmost first. */
  public List<String> all(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  /** The value of the topmost field of this name. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  boolean has(String name) {
    return first(name).isPresent();
  }

  /** The first word of the topmost field of this name, in lower case; empty where there is none. */
  String word(String name) {
    return first(name)
        .map(value -> value.split("[;(\\s]", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  List<Field> fields() {
    return Collections.unmodifiableList(fields);
  }
}
