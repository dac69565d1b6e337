package org.consentledger.api.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntSupplier;
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
  private final IntSupplier waiting;
  private final RefusedRequests refused;
  private final ProblemWriter writer;

  /**
   * @param most how many may wait
   * @param waiting how many do
   */
  ConnectionQueue(int most, IntSupplier waiting, RefusedRequests refused, ProblemWriter writer) {
    this.most = most;
    this.waiting = waiting;
    this.refused = refused;
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (waiting.getAsInt() < most) {
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
