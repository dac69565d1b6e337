package org.consentledger.api.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.HashMap;
import java.util.Map;
import org.consentledger.api.query.Paging;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Gives the operations their examples. They are one story, in order: the tests tell it to a running
 * ledger, so that no example shows what the ledger does not do.
 */
final class Story implements OpenApiCustomizer {
  private static final String PROBLEM = "application/problem+json";

  @Override
  public void customise(OpenAPI document) {
    Map<String, JsonNode> examples = examples();
    document
        .getPaths()
        .values()
        .forEach(
            path ->
                path.readOperations()
                    .forEach(
                        operation -> {
                          JsonNode example = examples.get(operation.getOperationId());
                          if (example != null) {
                            show(operation, example);
                          }
                        }));
  }

  private static Map<String, JsonNode> examples() {
    try {
      Map<String, JsonNode> examples = new HashMap<>();
      for (JsonNode example : Json31.mapper().readTree(Resources.text("story.json"))) {
        examples.putIfAbsent(example.path("operationId").asText(), example);
      }
      return examples;
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("story.json is not well-formed.", malformed);
    }
  }

  private static void show(Operation operation, JsonNode example) {
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(parameter -> show(parameter, example.path("parameters")));
    }
    if (operation.getRequestBody() != null) {
      show(operation.getRequestBody().getContent(), example.get("request"));
    }
    ApiResponse answer = operation.getResponses().get(example.path("status").asText());
    if (answer != null) {
      show(answer.getContent(), example.get("answer"));
    }
  }

  private static void show(Parameter parameter, JsonNode examples) {
    JsonNode example = parameter.getName() == null ? null : examples.get(parameter.getName());
    if (example != null) {
      parameter.setExample(example);
    }
  }

  private static void show(@Nullable Content content, @Nullable JsonNode example) {
    if (content != null && example != null) {
      content.forEach(
          (type, media) -> {
            if (type.equals(Paging.NDJSON) && example.has("items")) {
              media.setExample(example.path("items").get(0));
            } else if (!type.equals(PROBLEM) && media.getExample() == null) {
              media.setExample(example);
            }
          });
    }
  }
}
