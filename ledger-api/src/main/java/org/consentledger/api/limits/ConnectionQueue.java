package org.consentledger.api.limits;

import com.zaxxer.hikari.HikariPoolMXBean;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests while a great many wait for a connection to the database already: one more would
 * wait behind all of them. Whoever is let in and gets none in time is answered 503 as well, as when
 * the database is away.
 */
final class ConnectionQueue extends OncePerRequestFilter {

  private final int most;
  private final Supplier<Optional<HikariPoolMXBean>> pool;
  private final RefusedRequests refused;
  private final ProblemWriter writer;

  /**
   * @param most how many may wait
   * @param pool where they wait; none before the first connection, or where the pool is another
   */
  ConnectionQueue(
      int most,
      Supplier<Optional<HikariPoolMXBean>> pool,
      RefusedRequests refused,
      ProblemWriter writer) {
    this.most = most;
    this.pool = pool;
    this.refused = refused;
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int waiting = pool.get().map(HikariPoolMXBean::getThreadsAwaitingConnection).orElse(0);
    if (waiting < most) {
      chain.doFilter(request, response);
      return;
    }
    refused.count(RefusedRequests.Reason.CONNECTIONS);
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    writer.write(
        Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "OVERLOADED",
            "There is more to do than the database gets done. Nothing was done for this; send it"
                + " again."),
        response);
  }
}
