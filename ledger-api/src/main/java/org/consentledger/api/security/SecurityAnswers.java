package org.consentledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Says why a request was turned away: RFC 9457 in the body, RFC 6750 in {@code WWW-Authenticate}.
 * Spring's own header quotes the token where it can't be read.
 */
final class SecurityAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final ProblemWriter writer;

  SecurityAnswers(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (!(failure instanceof InvalidBearerTokenException)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      unauthenticated(response, "UNAUTHENTICATED", "An access token is needed; see /oauth2/token.");
    } else if (isExpired(failure)) {
      challenge(response, "invalid_token", "The access token has expired");
      unauthenticated(response, "TOKEN_EXPIRED", "The access token has expired: ask for another.");
    } else {
      challenge(response, "invalid_token", "The access token is not valid");
      unauthenticated(response, "UNAUTHENTICATED", "The access token is not valid.");
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    if (failure instanceof CsrfException) {
      writer.write(
          Problem.of(
              HttpStatus.FORBIDDEN,
              "FORBIDDEN",
              "A command with a session's cookie needs the session's token in X-CSRF-TOKEN."),
          response);
      return;
    }
    Scope scope =
        AccessRule.neededFor(HttpMethod.valueOf(request.getMethod()), request.getServletPath())
            .orElse(null);
    if (scope == null) { // no rule opens the path, and so there is nothing for any token
      writer.write(
          Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing at this path."),
          response);
      return;
    }
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        "Bearer error=\"insufficient_scope\", scope=\"" + scope.value() + "\"");
    writer.write(
        Problem.of(
            HttpStatus.FORBIDDEN,
            "FORBIDDEN",
            "The access token lacks the scope " + scope.value() + "."),
        response);
  }

  private void unauthenticated(HttpServletResponse response, String code, String detail)
      throws IOException {
    writer.write(Problem.of(HttpStatus.UNAUTHORIZED, code, detail), response);
  }

  private static void challenge(HttpServletResponse response, String error, String description) {
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        "Bearer error=\"" + error + "\", error_description=\"" + description + "\"");
  }

  private static boolean isExpired(AuthenticationException failure) {
    return failure.getCause() instanceof JwtValidationException invalid
        && invalid.getErrors().stream()
            .anyMatch(error -> String.valueOf(error.getDescription()).startsWith("Jwt expired"));
  }
}
