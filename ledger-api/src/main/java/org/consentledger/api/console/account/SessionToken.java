package org.consentledger.api.console.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.util.WebUtils;

/**
 * The token against forged forms. Of whoever signed in it is kept in the session, as a text:
 * Spring's own keeps an object that the next version of the library could not read. Before that it
 * is kept in a cookie, so that nobody makes a row in the database by looking at the form: where
 * there is no session, a form that was forged all the same could do no more than fail to sign in. A
 * cookie never counts where there is a session of somebody's.
 */
public final class SessionToken implements CsrfTokenRepository {

  private static final String ATTRIBUTE = "console.token";
  private static final String COOKIE = "form-token";

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return token(UUID.randomUUID().toString());
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    String value = token == null ? null : token.getToken();
    if (session != null && !isNobodys(session)) {
      session.setAttribute(ATTRIBUTE, value);
    } else if (value != null) {
      response.addHeader(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(COOKIE, value)
              .path("/")
              .httpOnly(true)
              .secure(request.isSecure())
              .sameSite("Lax")
              .build()
              .toString());
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && !isNobodys(session)) {
      return session.getAttribute(ATTRIBUTE) instanceof String value ? token(value) : null;
    }
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null || cookie.getValue().isEmpty() ? null : token(cookie.getValue());
  }

  /** A session that holds no more than what was sent to a provider, by somebody yet unknown. */
  private static boolean isNobodys(HttpSession session) {
    return session.getAttribute(ConsoleSession.NOBODYS) != null;
  }

  private static CsrfToken token(String value) {
    return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
  }
}
