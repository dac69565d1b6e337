package org.consentledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Answers a client whose credentials are missing or wrong as RFC 6749, section 5.2, asks: with a
 * body, and with the scheme that it can use. Spring leaves out the one or the other.
 */
final class ClientRefusal implements AuthenticationEntryPoint, AuthenticationFailureHandler {
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    onAuthenticationFailure(request, response, failure);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    boolean malformed =
        failure instanceof OAuth2AuthenticationException refused
            && refused.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_REQUEST);
    if (malformed) {
      write(response, HttpStatus.BAD_REQUEST, OAuth2ErrorCodes.INVALID_REQUEST);
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"consent-ledger\"");
      write(response, HttpStatus.UNAUTHORIZED, OAuth2ErrorCodes.INVALID_CLIENT);
    }
  }

  private static void write(HttpServletResponse response, HttpStatus status, String error)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response
        .getOutputStream()
        .write(("{\"error\":\"" + error + "\"}").getBytes(StandardCharsets.UTF_8));
  }
}
