package org.consentledger.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.api.problem.Problem;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Adds to every operation the errors that every operation may answer, where it names none itself.
 */
final class CommonErrors implements OpenApiCustomizer {
  private static final Header RETRY_AFTER =
      new Header().description("Seconds to wait.").schema(new IntegerSchema());
  private static final Header WWW_AUTHENTICATE =
      new Header()
          .description("`Bearer`, with `error` and `scope` as RFC 6750 has them.")
          .schema(new StringSchema());

  private final RecordNames names;

  CommonErrors(RecordNames names) {
    this.names = names;
  }

  @Override
  public void customise(OpenAPI document) {
    Components components = document.getComponents();
    addTo(components);
    names.addTo(components);
    document.getPaths().forEach(CommonErrors::complete);
  }

  private void addTo(Components all) {
    error(
        all,
        "BadRequest",
        400,
        "The request can't be read. Parameters and headers: INVALID_PARAMETER, MISSING_PARAMETER,"
            + " INVALID_HEADER. Bodies: BODY_UNREADABLE, MALFORMED_JSON, UNKNOWN_FIELD,"
            + " DUPLICATE_FIELD, WRONG_TYPE, UNKNOWN_VALUE, INVALID_VALUE, INVALID_TEXT,"
            + " NUMBER_OUT_OF_RANGE, TOO_LARGE; `errors` says where. Anything else: BAD_REQUEST.",
        "INVALID_PARAMETER");
    error(
        all,
        "Unauthenticated",
        401,
        "The access token is missing or not valid, UNAUTHENTICATED, or over, TOKEN_EXPIRED.",
        "TOKEN_EXPIRED");
    error(all, "Forbidden", 403, "FORBIDDEN: the access token lacks the scope.", "FORBIDDEN");
    error(all, "NotFound", 404, "NOT_FOUND: there is nothing at this path.", "NOT_FOUND");
    error(
        all,
        "NotAcceptable",
        406,
        "NOT_ACCEPTABLE: there is no answer in a media type that `Accept` asks for.",
        "NOT_ACCEPTABLE");
    error(
        all,
        "RequestTimeout",
        408,
        "REQUEST_TIMEOUT: the body did not come in time. Send it again.",
        "REQUEST_TIMEOUT");
    error(
        all,
        "StaleVersion",
        412,
        "STALE_VERSION: the subject changed since the ETag in `If-Match` was given. Read its state"
            + " and decide again.",
        "STALE_VERSION");
    error(
        all,
        "BodyTooLarge",
        413,
        "BODY_TOO_LARGE: the body is larger than the path takes, 1 MB unless configured.",
        "BODY_TOO_LARGE");
    error(
        all,
        "UnsupportedMediaType",
        415,
        "UNSUPPORTED_MEDIA_TYPE: the path doesn't take this kind of body.",
        "UNSUPPORTED_MEDIA_TYPE");
    error(
        all,
        "InvalidInput",
        422,
        "INVALID_INPUT: well-formed, but against the rules that `errors` names.",
        "INVALID_INPUT");
    error(
        all,
        "TooManyRequests",
        429,
        "TOO_MANY_REQUESTS: the client sent more than it may in a second; nothing was done.",
        "TOO_MANY_REQUESTS");
    error(all, "InternalError", 500, "INTERNAL_ERROR: a fault of the ledger.", "INTERNAL_ERROR");
    error(
        all,
        "Unavailable",
        503,
        "Wait and ask again; a command with the same `Idempotency-Key`, so that it has its effect"
            + " once. More to do than gets done in time, and this not recorded: OVERLOADED. The"
            + " database is away: DATABASE_UNAVAILABLE, or LEDGER_UNAVAILABLE where the"
            + " command may be recorded; many commands for one subject at once: CONTENDED; a list"
            + " is behind the events: PROJECTION_BEHIND; the log has not signed yet: NO_CHECKPOINT,"
            + " EVENT_NOT_SEALED; the history is not what was signed, so that nothing is recorded:"
            + " LEDGER_HALTED; the file of an export lies on another node: EXPORT_ELSEWHERE; the"
            + " log's key can't sign a document: RECEIPT_NOT_SIGNED, CERTIFICATE_NOT_SIGNED.",
        "DATABASE_UNAVAILABLE");
  }

  private static void complete(String path, PathItem item) {
    item.readOperations().forEach(operation -> complete(path, operation));
  }

  private static void complete(String path, Operation operation) {
    ApiResponses responses = operation.getResponses();
    addMissing(responses, "400", "BadRequest");
    addMissing(responses, "406", "NotAcceptable");
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
      addMissing(responses, "408", "RequestTimeout");
      addMissing(responses, "413", "BodyTooLarge");
      addMissing(responses, "415", "UnsupportedMediaType");
    }
    if (operation.getRequestBody() != null || hasRules(operation)) {
      addMissing(responses, "422", "InvalidInput");
    }
    ApiResponses inOrder = new ApiResponses();
    new TreeMap<>(responses).forEach(inOrder::addApiResponse);
    operation.setResponses(inOrder);
  }

  /** Bean Validation of parameters, as far as the ledger has any. */
  private static boolean hasRules(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .map(Parameter::getSchema)
            .anyMatch(
                schema ->
                    schema != null
                        && (schema.getMinimum() != null
                            || schema.getMaximum() != null
                            || schema.getMaxLength() != null
                            || schema.getPattern() != null));
  }

  private static void addMissing(ApiResponses responses, String status, String component) {
    responses.computeIfAbsent(
        status, absent -> new ApiResponse().$ref("#/components/responses/" + component));
  }

  private void error(
      Components components, String name, int status, String description, String code) {
    MediaType media = new MediaType().schema(names.reference(Problem.class));
    media.setExample(example(status, code));
    ApiResponse response =
        new ApiResponse()
            .description(description)
            .content(new Content().addMediaType(Problem.MEDIA_TYPE.toString(), media));
    switch (status) {
      case 401, 403 -> response.addHeaderObject(HttpHeaders.WWW_AUTHENTICATE, WWW_AUTHENTICATE);
      case 429, 503 -> response.addHeaderObject(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
      default -> {}
    }
    components.addResponses(name, response);
  }

  /** A problem of this kind, the same whenever the document is written. */
  static Map<String, Object> example(int status, String code) {
    Problem problem = Problem.of(HttpStatus.valueOf(status), code, null);
    return Map.of(
        "type",
        problem.type().toString(),
        "title",
        problem.title(),
        "status",
        status,
        "instance",
        "urn:uuid:9d2f7a52-6a8e-4b0e-9a39-0f6a1f3c5e11",
        "code",
        code);
  }
}
