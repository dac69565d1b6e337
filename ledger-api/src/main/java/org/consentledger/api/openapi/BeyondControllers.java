package org.consentledger.api.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds what is served by no controller of ours: tokens, their keys, health, metrics. */
final class BeyondControllers implements OpenApiCustomizer {
  @Override
  public void customise(OpenAPI document) {
    OpenAPI beyond = read();
    beyond.getPaths().forEach(document.getPaths()::addPathItem);
    beyond.getTags().forEach(document::addTagsItem);
    beyond.getComponents().getSchemas().forEach(document.getComponents()::addSchemas);
    beyond
        .getComponents()
        .getSecuritySchemes()
        .forEach(document.getComponents()::addSecuritySchemes);
  }

  private static OpenAPI read() {
    try {
      return Json31.mapper().readValue(Resources.text("beyond-controllers.json"), OpenAPI.class);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("beyond-controllers.json is not well-formed.", malformed);
    }
  }
}
