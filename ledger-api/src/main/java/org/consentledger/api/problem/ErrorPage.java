package org.consentledger.api.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what went wrong outside of Spring MVC but inside of the web application, in a filter, and
 * throws it inside, so that it is answered there as everything else is: by a problem or by a page.
 */
@RestController
@Hidden // from the OpenAPI document
class ErrorPage implements ErrorController {
  @RequestMapping("${server.error.path:${error.path:/error}}")
  @Nullable ResponseEntity<Problem> answer(
      HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      return null; // a streamed answer has begun, and ends with a problem of its own
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      ThrownProblems.Answer answer = ThrownProblems.of(failure);
      throw new ProblemException(answer.problem(), answer.headers());
    }
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatusCode status =
        code instanceof Integer number ? HttpStatusCode.valueOf(number) : HttpStatus.NOT_FOUND;
    throw new ProblemException(StatusProblems.of(status));
  }
}
