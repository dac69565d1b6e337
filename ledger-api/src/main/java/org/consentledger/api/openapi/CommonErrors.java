package org.consentledger.api.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import org.consentledger.api.problem.Problem;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;

/**
 * Adds to every operation the errors that every operation may answer, where it names none itself.
 */
final class CommonErrors implements OpenApiCustomizer {
  private static final String SCHEMA = "Problem";

  @Override
  public void customise(OpenAPI document) {
    Components components = document.getComponents();
    ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
    error(components, "BadRequest", "The request is malformed.", false);
    error(
        components, "Unauthenticated", "The access token is missing, expired or not valid.", false);
    error(components, "Forbidden", "The access token lacks the scope.", false);
    error(components, "NotFound", "There is nothing at this path.", false);
    error(components, "BodyTooLarge", "The body is larger than the path takes.", false);
    error(components, "UnsupportedMediaType", "The path doesn't take this kind of body.", false);
    error(components, "InvalidInput", "The input is well-formed but not valid.", false);
    error(components, "TooManyRequests", "Too many requests.", true);
    error(components, "InternalError", "A fault of the ledger.", false);
    error(components, "Unavailable", "The database is away.", true);
    document.getPaths().forEach(CommonErrors::complete);
  }

  private static void complete(String path, PathItem item) {
    item.readOperations().forEach(operation -> complete(path, operation));
  }

  private static void complete(String path, Operation operation) {
    ApiResponses responses = operation.getResponses();
    addMissing(responses, "400", "BadRequest");
    addMissing(responses, "429", "TooManyRequests");
    addMissing(responses, "500", "InternalError");
    addMissing(responses, "503", "Unavailable");
    if (path.startsWith("/api/") || path.startsWith("/log/proof/")) {
      addMissing(responses, "401", "Unauthenticated");
      addMissing(responses, "403", "Forbidden");
    }
    if (path.contains("{")) {
      addMissing(responses, "404", "NotFound");
    }
    if (operation.getRequestBody() != null) {
      addMissing(responses, "413", "BodyTooLarge");
      addMissing(responses, "415", "UnsupportedMediaType");
      addMissing(responses, "422", "InvalidInput");
    }
  }

  private static void addMissing(ApiResponses responses, String status, String component) {
    responses.computeIfAbsent(
        status, absent -> new ApiResponse().$ref("#/components/responses/" + component));
  }

  private static void error(
      Components components, String name, String description, boolean retryLater) {
    ApiResponse response =
        new ApiResponse()
            .description(description)
            .content(
                new Content()
                    .addMediaType(
                        Problem.MEDIA_TYPE.toString(),
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA))));
    if (retryLater) {
      response.headers(
          Map.of(
              HttpHeaders.RETRY_AFTER,
              new Header().description("Seconds to wait").schema(new IntegerSchema())));
    }
    components.addResponses(name, response);
  }
}
