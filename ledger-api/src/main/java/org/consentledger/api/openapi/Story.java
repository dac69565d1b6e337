package org.consentledger.api.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.api.query.Paging;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Gives the operations their examples. They are one story, in order: the tests tell it to a running
 * ledger, so that no example shows what the ledger does not do.
 */
final class Story implements OpenApiCustomizer {
  private static final String ACCEPT = "accept";
  private static final String PROBLEM = "application/problem+json";

  @Override
  public void customise(OpenAPI document) {
    Map<String, List<JsonNode>> examples = examples();
    document
        .getPaths()
        .values()
        .forEach(
            path ->
                path.readOperations()
                    .forEach(
                        operation -> {
                          List<JsonNode> told =
                              examples.getOrDefault(operation.getOperationId(), List.of());
                          told.forEach(example -> show(operation, example));
                        }));
  }

  /** The first example of each operation, and those of its other media types. */
  private static Map<String, List<JsonNode>> examples() {
    try {
      Map<String, List<JsonNode>> examples = new HashMap<>();
      for (JsonNode example : Json31.mapper().readTree(Resources.text("story.json"))) {
        List<JsonNode> told =
            examples.computeIfAbsent(
                example.path("operationId").asText(), none -> new ArrayList<>());
        if (told.isEmpty() || example.has(ACCEPT)) {
          told.add(example);
        }
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
      show(operation.getRequestBody().getContent(), "", example.get("request"));
    }
    ApiResponse answer = operation.getResponses().get(example.path("status").asText());
    if (answer != null) {
      show(answer.getContent(), example.path(ACCEPT).asText(""), example.get("answer"));
    }
  }

  private static void show(Parameter parameter, JsonNode examples) {
    JsonNode example = parameter.getName() == null ? null : examples.get(parameter.getName());
    if (example != null) {
      parameter.setExample(example);
    }
  }

  /**
   * Shows an example of a body.
   *
   * @param accepted its media type, where others have examples of their own
   */
  private static void show(@Nullable Content content, String accepted, @Nullable JsonNode example) {
    if (content != null && !accepted.isEmpty() && content.get(accepted) != null) {
      content.get(accepted).setExample(example);
    } else if (content != null && example != null) {
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
