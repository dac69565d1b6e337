package org.consentledger.api.json;

import java.io.Writer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Refuses text that PostgreSQL can't store (NUL) or that is no text (half of a surrogate pair), and
 * numbers that no {@code double} can hold, wherever in the document they stand. A name is looked at
 * when the parser comes to it, and every way to advance goes through {@link #nextToken()}; a value
 * when it is taken, as only then does Jackson know for which field.
 */
final class StorableTextParser extends JsonParserDelegate {
  StorableTextParser(JsonParser parser) {
    super(parser);
  }

  @Override
  public @Nullable JsonToken nextToken() {
    JsonToken token = super.nextToken();
    if (token == JsonToken.PROPERTY_NAME) {
      storable(currentName());
    }
    return token;
  }

  @Override
  public @Nullable JsonToken nextValue() {
    JsonToken token = nextToken();
    return token == JsonToken.PROPERTY_NAME ? nextToken() : token;
  }

  @Override
  public @Nullable String nextName() {
    return nextToken() == JsonToken.PROPERTY_NAME ? currentName() : null;
  }

  @Override
  public boolean nextName(SerializableString name) {
    return nextToken() == JsonToken.PROPERTY_NAME && name.getValue().equals(currentName());
  }

  @Override
  public int nextNameMatch(PropertyNameMatcher matcher) {
    return switch (nextToken()) {
      case PROPERTY_NAME -> matcher.matchName(currentName());
      case END_OBJECT -> PropertyNameMatcher.MATCH_END_OBJECT;
      case null, default -> PropertyNameMatcher.MATCH_ODD_TOKEN;
    };
  }

  @Override
  public JsonParser skipChildren() {
    JsonToken token = currentToken();
    if (token == null || !token.isStructStart()) {
      return this;
    }
    int open = 1;
    while (open > 0) {
      JsonToken next = nextToken();
      if (next == null) {
        return this; // the parser has reported the missing end itself
      }
      open += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
    }
    return this;
  }

  @Override
  public @Nullable String getString() {
    return storable(super.getString());
  }

  @Override
  public @Nullable String getValueAsString() {
    return storable(super.getValueAsString());
  }

  @Override
  public @Nullable String getValueAsString(@Nullable String absent) {
    return storable(super.getValueAsString(absent));
  }

  @Override
  public char[] getStringCharacters() {
    storable(super.getString());
    return super.getStringCharacters();
  }

  @Override
  public int getString(Writer writer) {
    storable(super.getString());
    return super.getString(writer);
  }

  /** Read at once: the parser that this wraps would pass the text on before it is looked at. */
  @Override
  public long readString(Writer writer) {
    return getString(writer);
  }

  @Override
  public double getDoubleValue() {
    return finite(super.getDoubleValue()).doubleValue();
  }

  @Override
  public float getFloatValue() {
    float value = super.getFloatValue();
    finite(value);
    return value;
  }

  @Override
  public BigDecimal getDecimalValue() {
    BigDecimal value = super.getDecimalValue();
    finite(value);
    return value;
  }

  @Override
  public Number getNumberValue() {
    return finite(super.getNumberValue());
  }

  @Override
  public Number getNumberValueExact() {
    return finite(super.getNumberValueExact());
  }

  @Override
  public Object getNumberValueDeferred() {
    return currentToken() == JsonToken.VALUE_NUMBER_FLOAT
        ? getDecimalValue()
        : super.getNumberValueDeferred();
  }

  private Number finite(Number number) {
    if (Double.isInfinite(number.doubleValue())
        || Float.valueOf(Float.POSITIVE_INFINITY).equals(number)) {
      throw UnstorableValue.number(this);
    }
    return number;
  }

  private @Nullable String storable(@Nullable String text) {
    for (int i = 0; text != null && i < text.length(); i++) {
      char character = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(character)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (character == 0 || (Character.isSurrogate(character) && !pair)) {
        throw UnstorableValue.text(this);
      }
      i += pair ? 1 : 0;
    }
    return text;
  }
}
