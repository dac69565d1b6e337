package org.consentledger.api.query;

import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * The last line of an answer that could not be finished: what has no end must not pass for what is
 * short.
 */
public final class BrokenOff {

  private static final Logger LOG = LoggerFactory.getLogger(BrokenOff.class);

  private BrokenOff() {}

  /**
   * Says that the answer broke off, and logs why, without what the failure quotes.
   *
   * @param code the code of the problem
   * @param detail what to do about it
   */
  public static Problem because(RuntimeException failure, String code, String detail) {
    Problem problem = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
    LOG.warn("{} {}", problem.instance(), Traces.withoutMessages(failure));
    return problem;
  }
}
