package org.consentledger.api.command;

import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answers of commands for whoever shows them to people. */
@Component
public final class CommandAnswers {

  private final JsonMapper json;

  CommandAnswers(JsonMapper json) {
    this.json = json;
  }

  /**
   * The answer of a command that was carried out.
   *
   * @throws ProblemException where it was refused
   */
  public JsonNode require(ResponseEntity<String> answer) {
    JsonNode body = json.readTree(answer.getBody() == null ? "{}" : answer.getBody());
    if (answer.getStatusCode().isError()) {
      throw new ProblemException(
          Problem.of(
                  answer.getStatusCode(),
                  body.path("code").asString("UNKNOWN"),
                  body.path("detail").asString(null))
              .withClause(body.path("clause").asString(null)));
    }
    return body;
  }
}
