package org.consentledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The examples of the document are what the ledger takes and answers, and so are its schemas. */
@TestPropertySource(
    properties = {
      "spring.mail.host=127.0.0.1",
      "spring.mail.port=1", // nobody is there: letters wait
      "ledger.public-address=https://ledger.test",
      "ledger.mail.out.from=news@operator.kz"
    })
class StoryTest extends RunningLedger {
  private Contract contract;
  private String token;

  @BeforeEach
  void read() {
    contract = new Contract(read(send(request("/v3/api-docs"))));
    token = token(LedgerClient.ALL_SCOPES);
  }

  @Test
  void each_example_is_true_when_the_story_is_told_in_order() {
    SoftAssertions softly = new SoftAssertions();
    Map<String, String> ids = new HashMap<>();
    for (JsonNode example : story()) {
      Contract.Operation operation = contract.operation(example.get("operationId").asString());
      String request = replace(text(example.get("request")), ids);
      String path = replace(path(operation, example.path("parameters")), ids);

      String accept = example.path("accept").asString("*/*");
      HttpResponse<String> response = sendUntilSealed(operation, path, accept, request);

      JsonNode expected = example.get("answer");
      JsonNode answer = expected.isString() ? StringNode.valueOf(response.body()) : read(response);
      learn(expected, answer, ids);
      String name = operation + " " + answer;
      softly.assertThat(response.statusCode()).as(name).isEqualTo(example.get("status").asInt());
      softly.assertThat(answer.propertyNames()).as(name).containsAll(expected.propertyNames());
      JsonNode schema = schema(operation, response);
      softly.assertThat(contract.mismatches(schema, answer)).as(name).isEmpty();
      softly.assertThat(contract.mismatches(schema, expected)).as(operation.id()).isEmpty();
      if (example.has("request")) {
        softly
            .assertThat(
                contract.mismatches(contract.requestSchema(operation), example.get("request")))
            .as(operation.id())
            .isEmpty();
      }
    }
    softly.assertAll();
  }

  @Test
  void each_operation_has_its_part_in_the_story() {
    List<String> told = new ArrayList<>();
    story().forEach(example -> told.add(example.get("operationId").asString()));
    assertThat(told)
        .containsAll(
            contract.operations().stream()
                .filter(operation -> operation.path().matches("/(api|log)/.*"))
                .filter(operation -> !operation.node().toString().contains("octet-stream"))
                .map(Contract.Operation::id)
                .toList());
  }

  @Test
  void each_example_in_the_document_fits_its_schema() {
    SoftAssertions softly = new SoftAssertions();
    for (Contract.Operation operation : contract.operations()) {
      check(operation.node().at("/requestBody/content"), operation, softly);
      check(operation.node().path("parameters"), operation, softly);
      operation
          .node()
          .get("responses")
          .forEach(
              response -> check(contract.resolve(response).path("content"), operation, softly));
    }
    softly.assertAll();
  }

  /** The identifiers of the story are not those that the ledger gives when it is told again. */
  private static void learn(JsonNode expected, JsonNode answer, Map<String, String> ids) {
    for (String name :
        List.of(
            "subjectId",
            "exportId",
            "groundId",
            "prohibitionId",
            "holdId",
            "suspensionId",
            "disposalId",
            "requestId",
            "breachId")) {
      if (expected.has(name)) {
        ids.put(expected.get(name).asString(), answer.path(name).asString());
      }
    }
    if (expected.at("/items/0").has("documentId")) {
      ids.put(
          expected.at("/items/0/documentId").asString(),
          answer.at("/items/0/documentId").asString());
    }
    for (int i = 0; i < expected.path("eventIds").size(); i++) {
      ids.put(expected.get("eventIds").get(i).asString(), answer.at("/eventIds/" + i).asString());
    }
  }

  private static String replace(String text, Map<String, String> ids) {
    String replaced = text;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      replaced = replaced.replace(id.getKey(), id.getValue());
    }
    return replaced;
  }

  /** What the log says of an event comes a moment after the event. */
  private HttpResponse<String> sendUntilSealed(
      Contract.Operation operation, String path, String accept, String body) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    HttpResponse<String> response = send(operation, path, accept, body);
    while (path.startsWith("/log/")
        && response.statusCode() == 503
        && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(50_000_000);
      response = send(operation, path, accept, body);
    }
    return response;
  }

  /** Of bodies by media type, or of parameters: each has its schema and its example beside it. */
  private void check(JsonNode examples, Contract.Operation operation, SoftAssertions softly) {
    for (JsonNode reference : examples) {
      JsonNode described = contract.resolve(reference);
      if (described.has("example")) {
        softly
            .assertThat(contract.mismatches(described.get("schema"), described.get("example")))
            .as(operation + " " + described)
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          registerSubject  | {"identifiers":{"email":"%s"},"purposeId":"refusing"} | SUBJECT_EXISTS
          withdrawConsent  | {"channel":"EMAIL","effectiveAt":"2020-01-01T00:00:00Z"} | LATER_ANSWER_STANDS
          withdrawConsent  | {"channel":"EMAIL","effectiveAt":"2999-01-01T00:00:00Z"} | EFFECTIVE_IN_FUTURE
          withdrawConsent  | {"channel":"PIGEON"}                                | UNKNOWN_VALUE
          withdrawConsent  | {}                                                  | INVALID_INPUT
          recordProcessing | {"purposeId":"refusing","action":"DISCLOSE"}        | PROCESSING_DENIED
          blockProcessing  | {"scope":{"categories":["NO_SUCH"]},"reason":"OUTDATED"} | CATEGORY_UNKNOWN
          """)
  void a_refusal_is_answered_as_it_is_described(String id, String body, String code) {
    LedgerClient ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("refusing", "1.0");
    String email = UUID.randomUUID() + "@example.kz";
    String subject = ledger.register("refusing", email);
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "refusing", "1.0", ""));
    Contract.Operation operation = contract.operation(id);
    String path =
        operation.path().replace("{subjectId}", subject).replace("{purposeId}", "refusing");

    HttpResponse<String> response = send(operation, path, "*/*", body.formatted(email));

    assertThat(read(response).get("code").asString()).isEqualTo(code);
    assertThat(contract.mismatches(schema(operation, response), read(response))).isEmpty();
  }

  private JsonNode schema(Contract.Operation operation, HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElseThrow().split(";", 2)[0];
    JsonNode schema = contract.answerSchema(operation, response.statusCode(), type);
    assertThat(schema).as(operation + " " + response.statusCode() + " " + type).isNotEmpty();
    return schema;
  }

  private JsonNode story() {
    return json.readTree(Resources.text("story.json"));
  }

  private static String text(JsonNode request) {
    return request == null ? "" : request.toString();
  }

  private static String path(Contract.Operation operation, JsonNode parameters) {
    StringBuilder query = new StringBuilder();
    String path = operation.path();
    for (String name : parameters.propertyNames()) {
      String value = value(parameters.get(name));
      if (path.contains("{" + name + "}")) {
        path = path.replace("{" + name + "}", value);
      } else {
        query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(value);
      }
    }
    return path + query;
  }

  private static String value(JsonNode parameter) {
    return parameter.isArray()
        ? parameter.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
        : parameter.asString();
  }

  private HttpResponse<String> send(
      Contract.Operation operation, String path, String accept, String body) {
    JsonNode content = operation.node().at("/requestBody/content");
    String type =
        content.isEmpty() ? "application/json" : content.propertyNames().iterator().next();
    return send(
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .header("Accept", accept)
            .method(
                operation.method().toUpperCase(Locale.ROOT),
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body)));
  }
}
