package org.consentledger.api.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.consentledger.api.page.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Looks for the token of a form that sends a file in its address, not in its body: a file of
 * somebody who may send none must be refused before it is read. The address has the token in
 * another disguise each time, and it opens nothing without the cookie.
 */
public final class TokenBeforeBody implements CsrfTokenRequestHandler {

  private final XorCsrfTokenRequestAttributeHandler disguise =
      new XorCsrfTokenRequestAttributeHandler();

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
    disguise.handle(request, response, token);
  }

  @Override
  public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
    HttpServletRequest looked =
        Uploads.isOne(request)
            ? new HttpServletRequestWrapper(request) {
              @Override
              public @Nullable String getParameter(String name) {
                return Uploads.parameterOfAddress(request, name);
              }
            }
            : request;
    return disguise.resolveCsrfTokenValue(looked, token);
  }
}
