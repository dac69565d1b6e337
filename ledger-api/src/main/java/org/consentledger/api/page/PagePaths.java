package org.consentledger.api.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which paths are pages; all others are the API's. */
public final class PagePaths {

  /** Stylesheets, scripts and pictures. */
  static final String ASSETS = "/assets/**";

  /** Where the operator's own site may show a page of ours within its own. */
  static final String EMBEDDABLE = "/consent/**";

  /** Open to everybody. They know nobody, keep no session, and what they do needs no cookie. */
  static final List<String> OPEN =
      List.of(
          ASSETS, EMBEDDABLE, "/policy", "/policy/**", "/complaints", "/confirm", "/unsubscribe");

  /** For whoever came by a mailed link; they keep a session. */
  static final List<String> SELF_SERVICE = List.of("/me", "/me/**");

  /** For whoever signed in; they keep a session. */
  static final List<String> CONSOLE = List.of("/console", "/console/**");

  private static final List<PathPattern> ALL =
      Stream.of(OPEN, SELF_SERVICE, CONSOLE)
          .flatMap(List::stream)
          .map(PathPatternParser.defaultInstance::parse)
          .toList();

  private PagePaths() {}

  /** Whether a page was asked for, also where the request was handed on because it failed. */
  public static boolean include(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(of(request));
    return ALL.stream().anyMatch(page -> page.matches(path));
  }

  /** The path that was asked for, without its query. */
  static String of(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed instanceof String uri ? uri : request.getRequestURI();
  }

  /** The pages that keep a session. */
  public static RequestMatcher withSessions() {
    return matcher(Stream.of(SELF_SERVICE, CONSOLE).flatMap(List::stream).toList());
  }

  /** Any of these paths. */
  static RequestMatcher matcher(List<String> paths) {
    PathPatternRequestMatcher.Builder patterns = PathPatternRequestMatcher.withDefaults();
    return new OrRequestMatcher(paths.stream().<RequestMatcher>map(patterns::matcher).toList());
  }
}
