package org.consentledger.api.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The problem for a status where nothing more is known. */
final class StatusProblems {
  private StatusProblems() {}

  static Problem of(HttpStatusCode status) {
    return switch (HttpStatus.resolve(status.value())) {
      case UNAUTHORIZED ->
          Problem.of(status, "UNAUTHENTICATED", "An access token is needed; see /oauth2/token.");
      case FORBIDDEN -> Problem.of(status, "FORBIDDEN", "The access token doesn't allow this.");
      case NOT_FOUND -> Problem.of(status, "NOT_FOUND", "There is nothing at this path.");
      case METHOD_NOT_ALLOWED ->
          Problem.of(
              status, "METHOD_NOT_ALLOWED", "The path has other methods; see the Allow header.");
      case NOT_ACCEPTABLE ->
          Problem.of(
              status,
              "NOT_ACCEPTABLE",
              "The path can't answer in a media type that the Accept header asks for.");
      case REQUEST_TIMEOUT ->
          Problem.of(status, "REQUEST_TIMEOUT", "The body did not come in time. Send it again.");
      case CONTENT_TOO_LARGE ->
          Problem.of(status, "BODY_TOO_LARGE", "The body is larger than the path takes.");
      case UNSUPPORTED_MEDIA_TYPE ->
          Problem.of(status, "UNSUPPORTED_MEDIA_TYPE", "The path doesn't take this kind of body.");
      case TOO_MANY_REQUESTS ->
          Problem.of(status, "TOO_MANY_REQUESTS", "Try again after the time in Retry-After.");
      case NOT_IMPLEMENTED ->
          Problem.of(
              status,
              "NOT_IMPLEMENTED",
              "The method or the transfer coding is not known here. Send the body as it is, or in"
                  + " chunks.");
      case SERVICE_UNAVAILABLE ->
          Problem.of(status, "UNAVAILABLE", "Try again after the time in Retry-After.");
      case null, default -> bySeries(status);
    };
  }

  private static Problem bySeries(HttpStatusCode status) {
    return status.is4xxClientError()
        ? Problem.of(status, "BAD_REQUEST", "The request can't be understood.")
        : Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", null);
  }
}
