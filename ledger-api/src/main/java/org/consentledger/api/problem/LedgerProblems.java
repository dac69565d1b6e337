package org.consentledger.api.problem;

import java.util.Optional;
import org.consentledger.core.eventstore.ConstraintViolated;
import org.consentledger.core.eventstore.LedgerHalted;
import org.consentledger.core.eventstore.LedgerOverloaded;
import org.consentledger.core.eventstore.LedgerUnavailable;
import org.consentledger.core.eventstore.StaleVersion;
import org.consentledger.core.refusal.Refused;
import org.consentledger.projections.streaming.ProjectionBehind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The problem for what the ledger itself throws. */
final class LedgerProblems {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerProblems.class);

  private static final long LONGEST_RETRY_SECONDS = 10;

  private LedgerProblems() {}

  /** What to answer; empty where something else threw it. */
  static Optional<ThrownProblems.Answer> of(Throwable failure) {
    return Optional.ofNullable(
        switch (failure) {
          case Refused refused -> new ThrownProblems.Answer(RefusalProblems.of(refused.refusal()));
          case StaleVersion stale -> new ThrownProblems.Answer(stale());
          case LedgerUnavailable unavailable -> later(unavailable(unavailable));
          case LedgerOverloaded overloaded ->
              new ThrownProblems.Answer(overloaded(), retryAfter(overloaded));
          case LedgerHalted halted -> later(halted());
          case ConstraintViolated contended -> later(contended());
          case ProjectionBehind behind -> later(behind());
          default -> null;
        });
  }

  private static Problem stale() {
    return Problem.of(
        HttpStatus.PRECONDITION_FAILED,
        "STALE_VERSION",
        "The subject changed since the ETag was given. Read its state and decide again.");
  }

  private static Problem unavailable(LedgerUnavailable unavailable) {
    Problem problem =
        Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "LEDGER_UNAVAILABLE",
            "The command may or may not be recorded. Send it again with the same"
                + " Idempotency-Key: it has its effect once.");
    LOG.warn("{} the append failed: {}", problem.instance(), cause(unavailable));
    return problem;
  }

  private static Problem overloaded() {
    return Problem.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "OVERLOADED",
        "There is more to record than gets done in time. This is not recorded and will not be;"
            + " send it again.");
  }

  /** When what is waiting now will be done; a second at least, and never long: it may pass. */
  private static HttpHeaders retryAfter(LedgerOverloaded overloaded) {
    long seconds = overloaded.expectedWait().toSeconds() + 1;
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.min(seconds, LONGEST_RETRY_SECONDS)));
    return headers;
  }

  private static Problem halted() {
    return Problem.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "LEDGER_HALTED",
        "The history in the database is not the one that was signed last, so nothing is"
            + " recorded or decided until it is mended. The ledger's own log says what to"
            + " do.");
  }

  private static Problem contended() {
    return Problem.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "CONTENDED",
        "Too many commands concern the same subject at once. Nothing was changed; send it"
            + " again.");
  }

  private static Problem behind() {
    return Problem.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "PROJECTION_BEHIND",
        "The list does not hold yet what was acknowledged before the question. Ask again.");
  }

  private static ThrownProblems.Answer later(Problem problem) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "2");
    return new ThrownProblems.Answer(problem, headers);
  }

  private static String cause(LedgerUnavailable unavailable) {
    Throwable cause = unavailable.getCause();
    return (cause == null ? unavailable : cause).getClass().getName();
  }
}
