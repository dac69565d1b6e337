package org.consentledger.api.importing;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletMapping;
import java.io.IOException;
import java.security.Principal;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands a line to its endpoint as Spring hands it a request, so that everything that holds for the
 * endpoint holds for the line: how it is read, what is refused, how it is answered. Whether the
 * sender may do so was asked for the import, which needs the same scope.
 */
@Component
final class LineDispatch {

  private static final Logger LOG = LoggerFactory.getLogger(LineDispatch.class);

  private final DispatcherServlet servlet;
  private final JsonMapper json;

  /** Who sends the lines, and where in the program they arrived. */
  record Caller(Principal principal, ServletContext context, HttpServletMapping mapping) {}

  LineDispatch(DispatcherServlet servlet, JsonMapper json) {
    this.servlet = servlet;
    this.json = json;
  }

  /** Carries a command out. What is answered with success is on disk. */
  LineAnswer carryOut(ImportLine line, Caller caller) {
    byte[] body = line.body() == null ? new byte[0] : json.writeValueAsBytes(line.body());
    LineRequest request = new LineRequest(line, body, caller);
    LineResponse response = new LineResponse();
    try {
      servlet.service(request, response);
      return response.answer();
    } catch (ServletException | IOException | RuntimeException failure) {
      Problem problem =
          Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "A fault of the ledger.");
      LOG.error("{} {}", problem.instance(), Traces.withoutMessages(failure));
      return new LineAnswer(problem.status(), false, json.writeValueAsString(problem));
    }
  }
}
