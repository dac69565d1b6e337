package org.consentledger.api.openapi;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;

/** The small pieces that everything in the document is made of. */
final class Media {
  static final String SCHEMAS = "#/components/schemas/";

  private Media() {}

  static Schema<?> reference(String schema) {
    return new Schema<>().$ref(SCHEMAS + schema);
  }

  static Content content(String mediaType, Schema<?> schema) {
    return new Content().addMediaType(mediaType, new MediaType().schema(schema));
  }
}
