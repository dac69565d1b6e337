package org.consentledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.consentledger.api.RunningLedger;
import org.consentledger.core.refusal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document says enough to write a client from it alone. */
class DocumentTest extends RunningLedger {
  private JsonNode document;
  private Contract contract;

  @BeforeEach
  void read() {
    document = read(send(request("/v3/api-docs")));
    contract = new Contract(document);
  }

  @Test
  void the_server_is_where_the_document_came_from() {
    assertThat(document.at("/servers/0/url").stringValue()).isEqualTo("/");
  }

  @Test
  void each_operation_has_a_name_of_its_own_a_summary_a_group_and_described_parameters() {
    SoftAssertions softly = new SoftAssertions();
    softly
        .assertThat(contract.operations())
        .extracting(Contract.Operation::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z]+([A-Z][a-z]+)*"), "a verb, and what it is about");
    for (Contract.Operation operation : contract.operations()) {
      JsonNode node = operation.node();
      softly.assertThat(node.path("summary").asString("")).as(operation + " summary").isNotBlank();
      softly.assertThat(node.path("description").asString("")).as("" + operation).isNotBlank();
      softly.assertThat(node.path("tags")).as(operation + " tags").hasSize(1);
      node.path("parameters")
          .forEach(
              parameter ->
                  softly
                      .assertThat(contract.resolve(parameter).path("description").asString(""))
                      .as(operation + " " + parameter)
                      .isNotBlank());
    }
    softly.assertAll();
  }

  @Test
  void each_answer_and_each_body_has_a_schema_and_each_schema_describes_its_fields() {
    SoftAssertions softly = new SoftAssertions();
    for (Contract.Operation operation : contract.operations()) {
      operation
          .node()
          .get("responses")
          .forEachEntry(
              (status, response) ->
                  softly
                      .assertThat(contract.resolve(response).path("content"))
                      .as(operation + " " + status)
                      .isNotEmpty()
                      .allMatch(media -> !media.path("schema").isEmpty()));
    }
    contract
        .schemas()
        .forEachEntry(
            (name, schema) -> {
              if (!Set.of("Body", "Inner", "Color").contains(name)) {
                softly.assertThat(schema.path("description").asString("")).as(name).isNotBlank();
                schema
                    .path("properties")
                    .forEachEntry(
                        (field, property) ->
                            softly
                                .assertThat(property.has("description") || property.has("$ref"))
                                .as(name + "." + field)
                                .isTrue());
              }
            });
    softly.assertAll();
  }

  @Test
  void each_reference_leads_somewhere() {
    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allMatch(reference -> !document.at(reference.substring(1)).isMissingNode());
  }

  @Test
  void each_operation_names_its_scope_and_its_errors() {
    SoftAssertions softly = new SoftAssertions();
    for (Contract.Operation operation : contract.operations()) {
      if (!operation.path().startsWith("/api/")) {
        continue;
      }
      softly
          .assertThat(operation.node().at("/security/0/accessToken/0").asString(""))
          .as(operation + " scope")
          .startsWith("ledger.");
      List<String> expected =
          new ArrayList<>(List.of("400", "401", "403", "406", "429", "500", "503"));
      if (operation.node().has("requestBody")) {
        expected.addAll(List.of("413", "415", "422"));
      }
      if (operation.path().contains("{")) {
        expected.add("404");
      }
      if (isCommand(operation)) {
        expected.addAll(List.of("200", "422"));
      }
      softly
          .assertThat(operation.node().get("responses").propertyNames())
          .as(operation + " answers")
          .containsAll(expected);
    }
    softly.assertAll();
  }

  @Test
  void each_command_takes_a_key_and_each_command_to_a_subject_a_version() {
    SoftAssertions softly = new SoftAssertions();
    for (Contract.Operation operation : contract.operations()) {
      if (operation.path().startsWith("/api/v1/subjects/{subjectId}/")
          && operation.method().equals("post")) {
        softly
            .assertThat(parameters(operation))
            .as("" + operation)
            .contains("Idempotency-Key", "If-Match");
        softly.assertThat(operation.node().path("responses").has("412")).isTrue();
      } else if (operation.method().equals("put")) {
        softly.assertThat(parameters(operation)).as("" + operation).contains("Idempotency-Key");
      }
    }
    softly.assertAll();
  }

  @Test
  void each_refusal_of_the_domain_is_listed_where_it_may_be_answered() {
    Set<String> listed = new TreeSet<>();
    for (Contract.Operation operation : contract.operations()) {
      operation
          .node()
          .get("responses")
          .forEach(
              response ->
                  response
                      .at("/content/application~1problem+json/schema/allOf/1/properties/code/enum")
                      .forEach(code -> listed.add(code.asString())));
    }
    assertThat(listed)
        .containsAll(
            Stream.of(Refusal.class.getPermittedSubclasses())
                .map(kind -> kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_"))
                .map(String::toUpperCase)
                .toList());
  }

  @Test
  void a_problem_is_described_as_it_is_answered() {
    JsonNode problem = document.at("/components/schemas/Problem/properties");
    assertThat(problem.propertyNames())
        .containsExactlyInAnyOrder(
            "type", "title", "status", "detail", "instance", "code", "clause", "errors");
  }

  private boolean isCommand(Contract.Operation operation) {
    return parameters(operation).contains("Idempotency-Key");
  }

  private List<String> parameters(Contract.Operation operation) {
    return operation
        .node()
        .path("parameters")
        .valueStream()
        .map(contract::resolve)
        .map(parameter -> parameter.get("name").asString())
        .toList();
  }
}
