package org.consentledger.api.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemWriter;
import org.consentledger.api.security.AccessRule;
import org.consentledger.api.security.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no client take the node for itself: each has a rate for its commands and one for its
 * questions (token buckets). Above it the answer is 429 (RFC 6585, 4) with the time after which one
 * more is let through (RFC 9110, 10.2.3).
 *
 * <p>The buckets are those of this node, because they protect it and must cost nothing; a client of
 * two nodes may send as much to each. They are as many as there are clients: only who holds a valid
 * token has one. What must hold over all nodes and outlive a restart, because it protects people
 * from letters and guessing, is counted in the database by the public site's {@link
 * org.consentledger.api.site.Throttle}.
 */
final class ClientLimits extends OncePerRequestFilter {

  private final LimitProperties properties;
  private final RefusedRequests refused;
  private final ProblemWriter writer;
  private final Map<String, Buckets> clients = new ConcurrentHashMap<>();

  /** Of one client; none where there is no limit. */
  private record Buckets(Optional<Bucket> commands, Optional<Bucket> reads) {}

  ClientLimits(LimitProperties properties, RefusedRequests refused, ProblemWriter writer) {
    this.properties = properties;
    this.refused = refused;
    this.writer = writer;
  }

  /** People in the console, and whoever needs no token, are no clients. */
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getUserPrincipal() instanceof JwtAuthenticationToken client) {
      boolean isRead = isRead(request);
      Buckets buckets = clients.computeIfAbsent(client.getName(), this::buckets);
      Optional<Bucket> bucket = isRead ? buckets.reads() : buckets.commands();
      if (bucket.isPresent()) {
        ConsumptionProbe probe = bucket.get().tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
          refuse(response, isRead, Duration.ofNanos(probe.getNanosToWaitForRefill()));
          return;
        }
      }
    }
    chain.doFilter(request, response);
  }

  private Buckets buckets(String client) {
    return new Buckets(
        bucket(properties.commandsPerSecond(client)), bucket(properties.readsPerSecond(client)));
  }

  /** A second's worth may come at once; after that, one as soon as there is time for one. */
  private static Optional<Bucket> bucket(int perSecond) {
    return perSecond == 0
        ? Optional.empty()
        : Optional.of(
            Bucket.builder()
                .addLimit(
                    limit ->
                        limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withNanosecondPrecision()
                .build());
  }

  private static boolean isRead(HttpServletRequest request) {
    HttpMethod method = HttpMethod.valueOf(request.getMethod());
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return true;
    }
    Scope scope = AccessRule.neededFor(method, request.getServletPath()).orElse(null);
    return scope == Scope.DECIDE || scope == Scope.QUERY;
  }

  private void refuse(HttpServletResponse response, boolean isRead, Duration wait)
      throws IOException {
    refused.count(
        isRead ? RefusedRequests.Reason.CLIENT_READS : RefusedRequests.Reason.CLIENT_COMMANDS);
    response.setHeader(
        HttpHeaders.RETRY_AFTER, Long.toString(wait.plusSeconds(1).minusNanos(1).toSeconds()));
    writer.write(
        Problem.of(
            HttpStatus.TOO_MANY_REQUESTS,
            "TOO_MANY_REQUESTS",
            "This client sends more than it may in a second. Nothing was done. Try again after the"
                + " time in Retry-After."),
        response);
  }
}
