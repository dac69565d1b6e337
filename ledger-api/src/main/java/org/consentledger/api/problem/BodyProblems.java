package org.consentledger.api.problem;

import java.io.CharConversionException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.json.UnstorableValue;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TreeNode;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong with a body that can't be read. Jackson's messages quote the input: none is used.
 */
public final class BodyProblems {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<Class<?>, String> FORMS =
      Map.of(
          Instant.class,
          "a moment in ISO 8601 with its offset, such as 2026-01-31T12:00:00Z",
          LocalDate.class,
          "a day in ISO 8601, such as 2026-01-31",
          Duration.class,
          "a duration in ISO 8601, such as P30D or PT12H",
          UUID.class,
          "a UUID, such as 7b0a1e4e-3c5d-4f6a-8b9c-0d1e2f3a4b5c");

  private BodyProblems() {}

  /** The problem of a text that is no JSON, or not of the expected kind. */
  public static Problem of(JacksonException failure) {
    InvalidInput invalid =
        switch (failure) {
          case UnstorableValue e when e.isText() ->
              at(e, "INVALID_TEXT", "The text has a NUL character or half of a surrogate pair.");
          case UnstorableValue e ->
              at(e, "NUMBER_OUT_OF_RANGE", "The number is too large to be kept.");
          case StreamConstraintsException e ->
              at(
                  e,
                  "TOO_LARGE",
                  "Nested deeper than 50, a text above 256 KiB, a name above 1000 characters or a"
                      + " number above 100 digits.");
          case UnrecognizedPropertyException e ->
              new InvalidInput(
                  pointer(withoutLast(e.getPath())),
                  "UNKNOWN_FIELD",
                  "There is a field that isn't known here. Known: " + known(e) + ".");
          case InvalidFormatException e when e.getTargetType().isEnum() ->
              at(e, "UNKNOWN_VALUE", "Expected one of " + names(e.getTargetType()) + ".");
          case ValueInstantiationException e when e.getType().isEnumType() ->
              at(e, "UNKNOWN_VALUE", "Expected one of " + names(e.getType().getRawClass()) + ".");
          case InvalidFormatException e when FORMS.containsKey(e.getTargetType()) ->
              at(e, "INVALID_VALUE", "Expected " + FORMS.get(e.getTargetType()) + ".");
          case MismatchedInputException e ->
              at(e, "WRONG_TYPE", "Another kind of value is expected.");
          case StreamReadException e when isDuplicate(e) ->
              at(e, "DUPLICATE_FIELD", "A field stands twice in the object.");
          case StreamReadException e when isNotUtf8(e) ->
              at(e, "INVALID_TEXT", "The body is not UTF-8.");
          case StreamReadException e -> at(e, "MALFORMED_JSON", "This is not well-formed JSON.");
          case JacksonException e when e.getCause() instanceof CharConversionException ->
              at(e, "INVALID_TEXT", "The body is not UTF-8.");
          case JacksonException e ->
              at(e, "INVALID_VALUE", "The value is not of the expected form.");
        };
    return Problem.of(HttpStatus.BAD_REQUEST, invalid.code(), invalid.detail())
        .withErrors(List.of(invalid));
  }

  private static InvalidInput at(JacksonException failure, String code, String detail) {
    return new InvalidInput(pointer(failure.getPath()), code, detail);
  }

  /** Jackson has no exception of its own for a duplicate. */
  private static boolean isDuplicate(StreamReadException failure) {
    return String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate ");
  }

  /** Nor for octets that no text in UTF-8 has. */
  private static boolean isNotUtf8(StreamReadException failure) {
    return String.valueOf(failure.getOriginalMessage()).startsWith("Invalid UTF-8 ");
  }

  private static String known(UnrecognizedPropertyException failure) {
    List<String> names = new ArrayList<>();
    for (Object name : failure.getKnownPropertyIds()) {
      names.add(String.valueOf(name));
    }
    return String.join(", ", names);
  }

  private static String names(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      names.add(JSON.convertValue(constant, String.class));
    }
    return String.join(", ", names);
  }

  private static List<JacksonException.Reference> withoutLast(
      List<JacksonException.Reference> path) {
    return path.isEmpty() ? path : path.subList(0, path.size() - 1);
  }

  private static String pointer(List<JacksonException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : path) {
      if (step.from() instanceof Map || step.from() instanceof TreeNode) {
        break; // the caller chose the names from here on
      }
      String name = step.getPropertyName();
      pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escape(name));
    }
    return pointer.toString();
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
