package org.consentledger.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Makes the schemas say what the ledger does: a field that a request may not have is refused, and a
 * pattern holds for the whole text.
 */
final class TidySchemas implements OpenApiCustomizer {
  @Override
  public void customise(OpenAPI document) {
    Components components = document.getComponents();
    components.setSchemas(new TreeMap<>(components.getSchemas()));
    Map<String, Schema<?>> schemas = new HashMap<>();
    components.getSchemas().forEach((name, schema) -> schemas.put(name, schema));
    Set<String> taken = new HashSet<>();
    Set<String> answered = new HashSet<>();
    document
        .getPaths()
        .values()
        .forEach(
            path ->
                path.readOperations()
                    .forEach(operation -> collect(operation, schemas, taken, answered)));
    taken.removeAll(answered);
    taken.stream()
        .map(schemas::get)
        .filter(schema -> schema.getProperties() != null)
        .forEach(schema -> schema.setAdditionalProperties(false));
    schemas.values().forEach(TidySchemas::anchor);
  }

  private static void collect(
      Operation operation,
      Map<String, Schema<?>> schemas,
      Set<String> taken,
      Set<String> answered) {
    if (operation.getRequestBody() != null) {
      collect(operation.getRequestBody().getContent(), schemas, taken);
    }
    operation
        .getResponses()
        .values()
        .forEach(response -> collect(response.getContent(), schemas, answered));
  }

  private static void collect(
      @Nullable Content content, Map<String, Schema<?>> schemas, Set<String> found) {
    if (content != null) {
      content.values().forEach(media -> collect(media.getSchema(), schemas, found));
    }
  }

  private static void collect(
      @Nullable Schema<?> schema, Map<String, Schema<?>> schemas, Set<String> found) {
    if (schema == null) {
      return;
    }
    String reference = schema.get$ref();
    if (reference != null) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      if (found.add(name)) {
        Schema<?> definition = schemas.get(name);
        collect(definition, schemas, found);
      }
    }
    parts(schema).forEach(part -> collect(part, schemas, found));
  }

  private static void anchor(Schema<?> schema) {
    String pattern = schema.getPattern();
    if (pattern != null && !pattern.startsWith("^")) {
      schema.setPattern("^(?:" + pattern + ")$");
    }
    parts(schema).forEach(TidySchemas::anchor);
  }

  private static List<Schema<?>> parts(Schema<?> schema) {
    List<Schema<?>> parts = new ArrayList<>();
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(parts::add);
    }
    if (schema.getItems() != null) {
      parts.add(schema.getItems());
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      parts.add(values);
    }
    if (schema.getAnyOf() != null) {
      schema.getAnyOf().forEach(parts::add);
    }
    if (schema.getAllOf() != null) {
      schema.getAllOf().forEach(parts::add);
    }
    return parts;
  }
}
