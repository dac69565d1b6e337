package org.consentledger.projections.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of tables for people, in their order. */
final class EventColumns {

  static final List<String> NAMES =
      List.of(
          "position",
          "recordedAt",
          "type",
          "subjectId",
          "purposeId",
          "actor",
          "effectiveAt",
          "eventId",
          "aggregate",
          "sequence",
          "data");

  private final JsonFactory json = new JsonFactory();

  /** When the event took effect in the world, where it says so. */
  @Nullable Instant effectiveAt(ExportedEvent event) throws IOException {
    try (JsonParser parser = json.createParser(event.payload())) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        } else if (depth == 1
            && token == JsonToken.VALUE_STRING
            && "effectiveAt".equals(parser.currentName())) {
          return Instant.parse(parser.getText());
        }
      }
      return null;
    }
  }
}
