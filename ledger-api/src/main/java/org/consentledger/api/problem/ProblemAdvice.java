package org.consentledger.api.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers whatever is thrown where no page was asked for; see {@link ThrownProblems}. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {
  @ExceptionHandler(Throwable.class)
  @Nullable ResponseEntity<Problem> answer(Throwable failure) throws Exception {
    if (failure instanceof AccessDeniedException denied) {
      throw denied; // Spring Security answers these
    }
    if (failure instanceof AuthenticationException unauthenticated) {
      throw unauthenticated;
    }
    if (failure instanceof AsyncRequestNotUsableException) {
      return null; // the client has gone
    }
    ThrownProblems.Answer answer = ThrownProblems.of(failure);
    return ResponseEntity.status(answer.problem().status())
        .headers(answer.headers())
        .contentType(Problem.MEDIA_TYPE)
        .body(answer.problem());
  }
}
