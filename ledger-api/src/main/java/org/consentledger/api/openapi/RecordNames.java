package org.consentledger.api.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names the records that no signature of a controller shows, and adds them to the document when it
 * is put together.
 */
final class RecordNames {
  private final Map<String, Schema<?>> seen = new ConcurrentHashMap<>();

  /** A reference to the schema of this record. */
  Schema<?> reference(Class<?> described) {
    ResolvedSchema resolved =
        ModelConverters.getInstance(true)
            .resolveAsResolvedSchema(new AnnotatedType(described).resolveAsRef(true));
    resolved.referencedSchemas.forEach(seen::put);
    return resolved.schema;
  }

  void addTo(Components components) {
    seen.forEach(
        (name, schema) -> {
          if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
            components.addSchemas(name, schema);
          }
        });
  }
}
