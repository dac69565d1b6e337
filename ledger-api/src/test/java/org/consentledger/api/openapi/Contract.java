package org.consentledger.api.openapi;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document, as a client that was written from it alone understands it. */
final class Contract {
  private final JsonNode document;
  private final JsonNode strictComponents;

  /** One operation of the document. */
  record Operation(String method, String path, JsonNode node) {

    String id() {
      return node.path("operationId").asString();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  Contract(JsonNode document) {
    this.document = document;
    this.strictComponents = document.get("components").deepCopy();
    Set<String> parts = new HashSet<>();
    findParts(document, parts);
    JsonNode schemas = strictComponents.get("schemas");
    schemas.propertyNames().stream()
        .filter(name -> !parts.contains("#/components/schemas/" + name))
        .forEach(name -> makeStrict(schemas.get(name)));
  }

  /** Those of the ledger itself; the tests have endpoints of their own. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .forEachEntry(
            (path, item) -> {
              if (!path.startsWith("/api/v1/ugly")) {
                item.forEachEntry(
                    (method, node) -> operations.add(new Operation(method, path, node)));
              }
            });
    return operations;
  }

  Operation operation(String id) {
    return operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no operation " + id));
  }

  JsonNode schemas() {
    return document.at("/components/schemas");
  }

  /** What stands behind a reference, or the node itself. */
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }

  /** The schema of an answer in a media type; missing where the document lists none. */
  JsonNode answerSchema(Operation operation, int status, String mediaType) {
    JsonNode response = resolve(operation.node().at("/responses/" + status));
    return response.path("content").path(mediaType).path("schema");
  }

  JsonNode requestSchema(Operation operation) {
    JsonNode content = operation.node().at("/requestBody/content");
    return content.isEmpty() ? content : content.iterator().next().path("schema");
  }

  /** What does not fit; a field that the schema does not know does not fit either. */
  List<String> mismatches(JsonNode schema, JsonNode value) {
    ObjectNode root = makeStrict(schema.deepCopy());
    root.set("components", strictComponents);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(root)
        .validate(
            value,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** Schemas that others are put together of: what they don't know the others may. */
  private static void findParts(JsonNode node, Set<String> parts) {
    node.path("allOf").forEach(part -> parts.add(part.path("$ref").asString("")));
    node.forEach(inner -> findParts(inner, parts));
  }

  private static <T extends JsonNode> ObjectNode makeStrict(T schema) {
    if (schema.has("allOf")) {
      ((ObjectNode) schema).put("unevaluatedProperties", false);
    } else {
      if (schema.has("properties") && !schema.has("additionalProperties")) {
        ((ObjectNode) schema).put("unevaluatedProperties", false);
      }
      schema.forEach(Contract::makeStrictInside);
    }
    return schema.isObject() ? (ObjectNode) schema : JsonNodeFactory.instance.objectNode();
  }

  private static void makeStrictInside(JsonNode node) {
    if (node.isObject()) {
      makeStrict(node);
    } else {
      node.forEach(Contract::makeStrictInside);
    }
  }
}
