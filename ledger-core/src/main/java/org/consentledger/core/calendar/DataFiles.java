package org.consentledger.core.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads data files strictly: what is unknown, missing, doubled or of another kind is an error. */
final class DataFiles {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .build();

  /** A file that is part of the program. */
  <T> T shipped(String name, TypeReference<T> type) {
    try (InputStream file = DataFiles.class.getResourceAsStream("/calendar/" + name)) {
      return read(requireNonNull(file, name), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file of somebody's own.
   *
   * @throws CalendarUnusable where it is wrong
   */
  <T> T read(InputStream file, TypeReference<T> type) {
    try {
      @Nullable T value = mapper.readValue(file, type);
      if (value == null) {
        throw new CalendarUnusable(sentence("", "it says null"));
      }
      return value;
    } catch (JsonMappingException e) {
      throw new CalendarUnusable(sentence(place(e), complaint(e)), e);
    } catch (JsonProcessingException e) {
      throw new CalendarUnusable(
          sentence(position(e), "this is no JSON, or a name stands twice"), e);
    } catch (IOException e) {
      throw new CalendarUnusable("The calendar file cannot be read.", e);
    }
  }

  static String sentence(String place, String complaint) {
    return "The calendar file is wrong" + place + ": " + complaint + ".";
  }

  private static String place(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getFieldName())
            .collect(Collectors.joining());
    return path.isEmpty() ? position(e) : " at " + path.replaceFirst("^\\.", "") + position(e);
  }

  private static String position(JsonProcessingException e) {
    return e.getLocation() == null || e.getLocation().getLineNr() < 0
        ? ""
        : " (line " + e.getLocation().getLineNr() + ")";
  }

  private static String complaint(JsonMappingException e) {
    Throwable cause = e.getCause();
    if (cause instanceof CalendarUnusable || cause instanceof IllegalArgumentException) {
      return String.valueOf(cause.getMessage()).replaceFirst("\\.$", "");
    }
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          "nothing is called " + unknown.getPropertyName() + " here";
      case InvalidFormatException format ->
          format.getValue() + " is no " + format.getTargetType().getSimpleName();
      default -> "it is missing or is something else than is expected";
    };
  }
}
