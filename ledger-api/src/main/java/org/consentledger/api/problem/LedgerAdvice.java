package org.consentledger.api.problem;

import org.consentledger.core.eventstore.ConstraintViolated;
import org.consentledger.core.eventstore.LedgerHalted;
import org.consentledger.core.eventstore.LedgerUnavailable;
import org.consentledger.core.eventstore.StaleVersion;
import org.consentledger.core.refusal.Refused;
import org.consentledger.projections.streaming.ProjectionBehind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what the ledger itself throws. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LedgerAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerAdvice.class);

  @ExceptionHandler
  ResponseEntity<Problem> refused(Refused refused) {
    return RefusalProblems.of(refused.refusal()).toResponse();
  }

  @ExceptionHandler
  ResponseEntity<Problem> stale(StaleVersion stale) {
    return Problem.of(
            HttpStatus.PRECONDITION_FAILED,
            "STALE_VERSION",
            "The subject changed since the ETag was given. Read its state and decide again.")
        .toResponse();
  }

  @ExceptionHandler
  ResponseEntity<Problem> unavailable(LedgerUnavailable unavailable) {
    Problem problem =
        Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "LEDGER_UNAVAILABLE",
            "The command may or may not be recorded. Send it again with the same"
                + " Idempotency-Key: it has its effect once.");
    LOG.warn("{} the append failed: {}", problem.instance(), cause(unavailable));
    return later(problem);
  }

  @ExceptionHandler
  ResponseEntity<Problem> halted(LedgerHalted halted) {
    return later(
        Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "LEDGER_HALTED",
            "The history in the database is not the one that was signed last, so nothing is"
                + " recorded or decided until it is mended. The ledger's own log says what to"
                + " do."));
  }

  @ExceptionHandler
  ResponseEntity<Problem> contended(ConstraintViolated contended) {
    return later(
        Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "CONTENDED",
            "Too many commands concern the same subject at once. Nothing was changed; send it"
                + " again."));
  }

  @ExceptionHandler
  ResponseEntity<Problem> behind(ProjectionBehind behind) {
    return later(
        Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "PROJECTION_BEHIND",
            "The list does not hold yet what was acknowledged before the question. Ask again."));
  }

  private static ResponseEntity<Problem> later(Problem problem) {
    return ResponseEntity.status(problem.status())
        .header(HttpHeaders.RETRY_AFTER, "2")
        .contentType(Problem.MEDIA_TYPE)
        .body(problem);
  }

  private static String cause(LedgerUnavailable unavailable) {
    Throwable cause = unavailable.getCause();
    return (cause == null ? unavailable : cause).getClass().getName();
  }
}
