package org.consentledger.api.security;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The scope that a method and path ask for. The first rule that matches holds.
 *
 * @param method the method, or null for all
 * @param path the path
 * @param scope what they need
 */
public record AccessRule(@Nullable HttpMethod method, PathPattern path, Scope scope) {
  static final List<AccessRule> ALL =
      List.of(
          rule(null, "/api/v1/subjects/*/personal-data", Scope.PERSONAL_DATA),
          rule(null, "/api/v1/subjects/*/report", Scope.PERSONAL_DATA),
          rule(null, "/api/v1/requests/*/text", Scope.PERSONAL_DATA),
          rule(null, "/api/v1/letters/*/content", Scope.PERSONAL_DATA),
          rule(null, "/api/v1/subjects/*/documents/**", Scope.PERSONAL_DATA),
          rule(HttpMethod.POST, "/api/v1/decisions/**", Scope.DECIDE),
          rule(HttpMethod.GET, "/api/v1/purposes/*/audience", Scope.DECIDE),
          rule(HttpMethod.POST, "/api/v1/subjects/lookup", Scope.QUERY),
          rule(null, "/api/v1/exports/**", Scope.AUDIT),
          rule(HttpMethod.GET, "/log/proof/**", Scope.AUDIT),
          rule(HttpMethod.POST, "/api/v1/purposes/*/retirement", Scope.ADMIN),
          rule(HttpMethod.POST, "/api/v1/recipients/**", Scope.ADMIN),
          rule(HttpMethod.POST, "/api/v1/mailings/bounces", Scope.COMMAND),
          rule(HttpMethod.POST, "/api/v1/mailings/**", Scope.ADMIN),
          rule(null, "/api/v1/undertakings/**", Scope.ADMIN), // they name people
          rule(null, "/api/v1/webhooks/**", Scope.ADMIN), // addresses are not everybody's
          rule(null, "/api/v1/projections/**", Scope.ADMIN),
          rule(null, "/api/v1/keys/**", Scope.ADMIN),
          rule(HttpMethod.POST, "/api/v1/log/**", Scope.ADMIN),
          rule(HttpMethod.GET, "/api/v1/log/**", Scope.AUDIT),
          rule(HttpMethod.GET, "/api/v1/**", Scope.QUERY),
          rule(HttpMethod.HEAD, "/api/v1/**", Scope.QUERY),
          rule(HttpMethod.POST, "/api/v1/**", Scope.COMMAND),
          // PUT writes registers; what else there may be is for administrators until a rule says
          // so.
          rule(null, "/api/v1/**", Scope.ADMIN));

  /** Open to everybody. */
  static final String[] PUBLIC = {
    "/oauth2/token", // not POST, which another chain takes
    "/v3/api-docs/**",
    "/policy/**",
    "/unsubscribe",
    "/confirm",
    "/log/checkpoint",
    "/log/vkey",
    "/log/tile/**",
    "/actuator/health/**",
    "/actuator/prometheus"
  };

  /** The scope that a request needs; empty where none is enough, or none is asked for. */
  public static Optional<Scope> neededFor(HttpMethod method, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return ALL.stream()
        .filter(rule -> rule.method() == null || rule.method().equals(method))
        .filter(rule -> rule.path().matches(parsed))
        .findFirst()
        .map(AccessRule::scope);
  }

  RequestMatcher requests() {
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    String pattern = path.getPatternString();
    return method == null ? paths.matcher(pattern) : paths.matcher(method, pattern);
  }

  private static AccessRule rule(@Nullable HttpMethod method, String path, Scope scope) {
    return new AccessRule(method, PathPatternParser.defaultInstance.parse(path), scope);
  }
}
