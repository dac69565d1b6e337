package org.consentledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.api.RunningLedger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document holds wherever it is read, and says what each operation asks for. */
class DocumentTest extends RunningLedger {
  @Test
  void the_server_is_where_the_document_came_from() {
    assertThat(document().at("/servers/0/url").stringValue()).isEqualTo("/");
  }

  @Test
  void each_operation_names_its_scope_and_its_errors() {
    JsonNode operation = document().at("/paths/~1api~1v1~1ugly/post");
    assertThat(operation.at("/security/0/accessToken/0").stringValue()).isEqualTo("ledger.command");
    for (String status :
        new String[] {"400", "401", "403", "413", "415", "422", "429", "500", "503"}) {
      assertThat(operation.at("/responses/" + status).isMissingNode()).as(status).isFalse();
    }
  }

  @Test
  void a_problem_is_described_as_it_is_answered() {
    JsonNode problem = document().at("/components/schemas/Problem/properties");
    assertThat(problem.propertyNames())
        .containsExactlyInAnyOrder(
            "type", "title", "status", "detail", "instance", "code", "clause", "errors");
  }

  private JsonNode document() {
    return read(send(request("/v3/api-docs")));
  }
}
