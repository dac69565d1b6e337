package org.consentledger.api.problem;

import java.io.Serial;
import org.springframework.http.HttpHeaders;

/**
 * Ends a request with a problem. It has no stack trace: it tells of the request, not of the code.
 */
public final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient HttpHeaders headers;

  /** Answers with the problem alone. */
  public ProblemException(Problem problem) {
    this(problem, HttpHeaders.EMPTY);
  }

  /** Answers with the problem and headers such as {@code Retry-After}. */
  public ProblemException(Problem problem, HttpHeaders headers) {
    super(problem.code(), null, false, false);
    this.problem = problem;
    this.headers = headers;
  }

  public Problem problem() {
    return problem;
  }

  public HttpHeaders headers() {
    return headers;
  }
}
