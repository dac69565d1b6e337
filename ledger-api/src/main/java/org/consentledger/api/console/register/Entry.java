package org.consentledger.api.console.register;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.consentledger.api.page.Entered;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What was entered into the form of a register, and what the API's own request makes of it. */
final class Entry {

  private final MultiValueMap<String, String> entered;
  private final JsonMapper json;
  private final Validator validator;

  /** Fields of the form do not say what the API's request needs. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> fields;

    Wrong(Set<String> fields) {
      super("fields", null, false, false);
      this.fields = fields;
    }

    /** Which; none where that can not be told. */
    Set<String> fields() {
      return fields;
    }
  }

  Entry(MultiValueMap<String, String> entered, JsonMapper json, Validator validator) {
    this.entered = new LinkedMultiValueMap<>(entered);
    this.json = json;
    this.validator = validator;
  }

  @Nullable String text(String name) {
    return Entered.text(entered.getFirst(name));
  }

  List<String> all(String name) {
    return entered.getOrDefault(name, List.of()).stream().filter(it -> !it.isBlank()).toList();
  }

  boolean isYes(String name) {
    return "true".equals(entered.getFirst(name));
  }

  @Nullable Instant moment(String name) {
    String text = text(name);
    try {
      return text == null ? null : Entered.moment(LocalDateTime.parse(text));
    } catch (DateTimeParseException noMoment) {
      throw new Wrong(Set.of(name));
    }
  }

  /** What is said in each language, of fields such as {@code title_kk}. */
  Map<String, String> byLanguage(String name) {
    return Arrays.stream(Language.values())
        .filter(language -> text(name + "_" + language.code()) != null)
        .collect(
            Collectors.toMap(Language::code, it -> String.valueOf(text(name + "_" + it.code()))));
  }

  /** A moment as the field of a form shows it. */
  static @Nullable String local(@Nullable Instant moment) {
    return moment == null
        ? null
        : LocalDateTime.ofInstant(moment, Kazakhstan.ZONE).withNano(0).toString();
  }

  /**
   * The API's request, held to the API's rules.
   *
   * @throws Wrong where it breaks them
   */
  <T> T as(Class<T> type, Map<String, ? extends @Nullable Object> members) {
    T request;
    try {
      request = json.convertValue(members, type);
    } catch (JacksonException unreadable) {
      Set<String> fields = new TreeSet<>();
      unreadable.getPath().stream()
          .map(JacksonException.Reference::getPropertyName)
          .filter(it -> it != null)
          .forEach(fields::add);
      throw new Wrong(fields);
    }
    Set<ConstraintViolation<T>> broken = validator.validate(request);
    if (!broken.isEmpty()) {
      Set<String> fields = new TreeSet<>();
      broken.forEach(it -> it.getPropertyPath().forEach(node -> fields.add(node.toString())));
      throw new Wrong(fields);
    }
    return request;
  }
}
