package org.consentledger.api.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.consentledger.api.console.account.ConsoleSession.Due;
import org.consentledger.api.console.signin.Destination;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Leads whoever is not let in to what they must do first, or shows that they may not. */
final class ConsoleRefusal implements AuthenticationEntryPoint, AccessDeniedHandler {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    boolean looks = HttpMethod.GET.matches(request.getMethod());
    String signIn = Destination.of(looks ? request : null).signIn();
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", Destination.FIRST_PAGE.signIn());
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else if (looks) {
      response.sendRedirect(signIn);
    } else {
      response.sendError(HttpStatus.UNAUTHORIZED.value());
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    Authentication reader = SecurityContextHolder.getContext().getAuthentication();
    if (!(failure instanceof CsrfException) && has(reader, Due.SECOND_FACTOR)) {
      boolean looks = HttpMethod.GET.matches(request.getMethod());
      response.sendRedirect(Destination.of(looks ? request : null).after("/console/second-factor"));
    } else if (!(failure instanceof CsrfException) && has(reader, Due.PASSWORD)) {
      response.sendRedirect("/console/password");
    } else {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }

  private static boolean has(@Nullable Authentication reader, Due due) {
    return reader != null
        && reader.getAuthorities().stream()
            .anyMatch(it -> due.authority().equals(it.getAuthority()));
  }
}
