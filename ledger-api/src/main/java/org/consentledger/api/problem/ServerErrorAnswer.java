package org.consentledger.api.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** Answers what Tomcat refuses before any of our code sees it, in place of its HTML page. */
final class ServerErrorAnswer extends ErrorReportValve {
  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    Problem problem = StatusProblems.of(HttpStatusCode.valueOf(response.getStatus()));
    // No mapper: this works even where the program's context doesn't. All of it is text of ours.
    String json =
        """
        {"type":"%s","title":"%s","status":%d,"detail":"%s","instance":"urn:uuid:%s","code":"%s"}\
        """
            .formatted(
                problem.type(),
                problem.title(),
                response.getStatus(),
                problem.detail() == null ? "" : problem.detail(),
                UUID.randomUUID(),
                problem.code());
    try {
      response.setContentType(Problem.MEDIA_TYPE.toString());
      response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException clientHasGone) {
      container.getLogger().debug("the client went away before its error was answered");
    }
  }
}
