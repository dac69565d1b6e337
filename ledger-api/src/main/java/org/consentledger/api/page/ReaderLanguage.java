package org.consentledger.api.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of whoever reads: the one that the address asks for, else the one that the page
 * knows, else the one chosen before, which a cookie keeps, else the first that the browser asks for
 * and that there is, else Russian.
 */
public final class ReaderLanguage implements LocaleResolver, HandlerInterceptor {

  /** The parameter and the cookie. */
  static final String NAME = "language";

  private static final String KNOWN = ReaderLanguage.class.getName();

  private static final Duration KEPT = Duration.ofDays(365);

  ReaderLanguage() {}

  /** The reader's language. */
  public static Language of(HttpServletRequest request) {
    return named(Uploads.parameter(request, NAME))
        .or(() -> Optional.ofNullable((Language) request.getAttribute(KNOWN)))
        .or(() -> chosenBefore(request))
        .or(() -> accepted(request))
        .orElse(Language.RU);
  }

  /** Says in which language somebody was written to who now came for this page. */
  public static void know(HttpServletRequest request, Language language) {
    request.setAttribute(KNOWN, language);
  }

  /** A language as Java's own formats and bundles want it. */
  public static Locale locale(Language language) {
    return Locale.of(language.code());
  }

  /** Programs are told in English what is wrong, unless they ask for another language. */
  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return locale(PagePaths.include(request) ? of(request) : accepted(request).orElse(Language.EN));
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("The reader chooses the language.");
  }

  /** Keeps what the address asks for. It is not secret, and never worth more than a look. */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (PagePaths.include(request)) {
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
      named(Uploads.parameter(request, NAME))
          .filter(language -> chosenBefore(request).filter(language::equals).isEmpty())
          .ifPresent(language -> keep(language, request, response));
    }
    return true;
  }

  private static void keep(
      Language language, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, language.code())
            .path("/")
            .maxAge(KEPT)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }

  private static Optional<Language> chosenBefore(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    return named(cookie == null ? null : cookie.getValue());
  }

  private static Optional<Language> accepted(HttpServletRequest request) {
    List<Locale> wanted =
        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
            ? List.of()
            : Collections.list(request.getLocales());
    return wanted.stream().flatMap(locale -> named(locale.getLanguage()).stream()).findFirst();
  }

  private static Optional<Language> named(@Nullable String code) {
    return Arrays.stream(Language.values())
        .filter(language -> language.code().equals(code))
        .findFirst();
  }
}
