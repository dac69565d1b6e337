package org.consentledger.api.openapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes which operations answered with which status and which code while any test ran, and finds
 * what the document does not list. So a refusal that nobody listed fails the test that met it.
 */
@TestComponent
public final class AnswersGiven extends OncePerRequestFilter {
  private final JsonMapper json;
  private final Set<Given> unchecked = ConcurrentHashMap.newKeySet();
  private final Set<Given> checked = ConcurrentHashMap.newKeySet();

  private record Given(String method, String path, int status, String code) {}

  AnswersGiven(JsonMapper json) {
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String accepted = String.valueOf(request.getHeader("Accept"));
    return accepted.contains("ndjson")
        || accepted.contains("event-stream")
        || String.valueOf(request.getContentType()).contains("ndjson");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper copy = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, copy);
    Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    boolean isNew = copy.getStatus() != HttpServletResponse.SC_NOT_MODIFIED; // HTTP says the rest
    if (path != null && isNew && !path.toString().contains("*")) {
      String method = request.getMethod().toLowerCase(Locale.ROOT);
      Given given = new Given(method, path.toString(), copy.getStatus(), code(copy));
      if (!checked.contains(given)) {
        unchecked.add(given);
      }
    }
    copy.copyBodyToResponse();
  }

  private String code(ContentCachingResponseWrapper response) {
    return String.valueOf(response.getContentType()).startsWith("application/problem+json")
        ? json.readTree(response.getContentAsByteArray()).path("code").asString("")
        : "";
  }

  /** Whether there is anything new to be looked up in the document. */
  public boolean areNew() {
    return !unchecked.isEmpty();
  }

  /** What was answered and is not in this document. */
  public Set<String> unlisted(JsonNode document) {
    Set<String> unlisted = new TreeSet<>();
    for (Iterator<Given> all = unchecked.iterator(); all.hasNext(); ) {
      Given given = all.next();
      all.remove();
      checked.add(given);
      JsonNode operation = document.path("paths").path(given.path()).path(given.method());
      if (!operation.isMissingNode() && !isListed(operation, given)) {
        unlisted.add(given.toString());
      }
    }
    return unlisted;
  }

  private static boolean isListed(JsonNode operation, Given given) {
    JsonNode answer = operation.path("responses").path(Integer.toString(given.status()));
    JsonNode codes =
        answer.at("/content/application~1problem+json/schema/allOf/1/properties/code/enum");
    return !answer.isMissingNode()
        && (codes.isMissingNode()
            || codes.valueStream().anyMatch(code -> code.asString().equals(given.code())));
  }
}
