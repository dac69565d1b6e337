package org.consentledger.api.problem;

import jakarta.validation.ConstraintViolationException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** The problem for anything that can be thrown. */
public final class ThrownProblems {
  private static final Logger LOG = LoggerFactory.getLogger(ThrownProblems.class);

  private static final HttpStatus BAD_REQUEST = HttpStatus.BAD_REQUEST;

  private ThrownProblems() {}

  /**
   * What to answer.
   *
   * @param problem the problem
   * @param headers what to answer beside it
   */
  public record Answer(Problem problem, HttpHeaders headers) {
    Answer(Problem problem) {
      this(problem, HttpHeaders.EMPTY);
    }
  }

  /** What to answer. What is our own fault is logged, without what the caller sent. */
  public static Answer of(Throwable failure) {
    return LedgerProblems.of(failure).orElseGet(() -> ofWebAndOthers(failure));
  }

  private static Answer ofWebAndOthers(Throwable failure) {
    return switch (failure) {
      case ProblemException e -> new Answer(e.problem(), e.headers());
      case HttpMessageNotReadableException e -> new Answer(unreadable(e));
      case MethodArgumentNotValidException e ->
          new Answer(ValidationProblems.of(e.getBindingResult()));
      case HandlerMethodValidationException e when !e.isForReturnValue() ->
          new Answer(ValidationProblems.of(e));
      case BindException e -> new Answer(ValidationProblems.of(e));
      case ConstraintViolationException e -> new Answer(ValidationProblems.of(e));
      case MethodArgumentTypeMismatchException e -> new Answer(wrongParameter(e.getName()));
      case TypeMismatchException e -> new Answer(wrongParameter(e.getPropertyName()));
      case MissingServletRequestParameterException e ->
          new Answer(missing("query parameter", e.getParameterName()));
      case MissingRequestHeaderException e -> new Answer(missing("header", e.getHeaderName()));
      case MissingPathVariableException e -> fault(e);
      case RequestRejectedException e -> new Answer(StatusProblems.of(BAD_REQUEST));
      case InvalidParameterException e ->
          new Answer(StatusProblems.of(HttpStatusCode.valueOf(e.getErrorCode())));
      case ErrorResponse e when !e.getStatusCode().is5xxServerError() ->
          new Answer(StatusProblems.of(e.getStatusCode()), e.getHeaders());
      default -> otherwise(failure);
    };
  }

  private static Answer otherwise(Throwable failure) {
    if (has(failure, BodyTooLarge.class) != null) {
      return new Answer(StatusProblems.of(HttpStatus.CONTENT_TOO_LARGE));
    }
    BodyUnreadable unreadable = has(failure, BodyUnreadable.class);
    if (unreadable != null) {
      return new Answer(cut(unreadable));
    }
    if (DatabaseAway.isCauseOf(failure)) {
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, "5");
      Problem problem =
          Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "DATABASE_UNAVAILABLE",
              "The database doesn't answer. Nothing is known to be recorded: repeat the request"
                  + " with the same Idempotency-Key.");
      LOG.warn("{} the database is away: {}", problem.instance(), failure.getClass().getName());
      return new Answer(problem, headers);
    }
    return fault(failure);
  }

  private static Answer fault(Throwable failure) {
    Problem problem = StatusProblems.of(HttpStatus.INTERNAL_SERVER_ERROR);
    LOG.error("{} {}", problem.instance(), Traces.withoutMessages(failure));
    return new Answer(problem);
  }

  private static Problem unreadable(HttpMessageNotReadableException failure) {
    if (has(failure, BodyTooLarge.class) != null) {
      return StatusProblems.of(HttpStatus.CONTENT_TOO_LARGE);
    }
    BodyUnreadable unreadable = has(failure, BodyUnreadable.class);
    if (unreadable != null) {
      return cut(unreadable);
    }
    JacksonException cause = has(failure, JacksonException.class);
    return cause == null
        ? Problem.of(BAD_REQUEST, "BODY_UNREADABLE", "A body is needed and can't be read.")
        : BodyProblems.of(cause);
  }

  private static Problem cut(BodyUnreadable failure) {
    return failure.isLate()
        ? StatusProblems.of(HttpStatus.REQUEST_TIMEOUT)
        : Problem.of(
            BAD_REQUEST,
            "BODY_UNREADABLE",
            "The body ended before its announced length, or its chunks are wrong. Send it again.");
  }

  private static Problem wrongParameter(@Nullable String name) {
    return Problem.of(
        BAD_REQUEST,
        "INVALID_PARAMETER",
        "The parameter " + name + " is not of the expected form.");
  }

  private static Problem missing(String kind, String name) {
    return Problem.of(BAD_REQUEST, "MISSING_PARAMETER", "The " + kind + " " + name + " is needed.");
  }

  /** The outermost of that type among the causes. */
  private static <T extends Throwable> @Nullable T has(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
