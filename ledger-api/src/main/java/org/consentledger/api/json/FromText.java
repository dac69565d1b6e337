package org.consentledger.api.json;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a value from text in its one form. Jackson's own readers of time take numbers as well. */
final class FromText<T> extends StdDeserializer<T> {
  private final Class<T> type;
  private final Function<String, T> read;

  FromText(Class<T> type, Function<String, T> read) {
    super(type);
    this.type = type;
    this.read = read;
  }

  @Override
  @SuppressWarnings("unchecked")
  public T deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (T) context.handleUnexpectedToken(type, parser);
    }
    String text = parser.getString();
    try {
      return read.apply(text);
    } catch (DateTimeException | ArithmeticException e) {
      return (T) context.handleWeirdStringValue(type, text, "not in ISO 8601");
    }
  }
}
