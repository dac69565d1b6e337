package org.consentledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

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
  private ToldStory story;

  @BeforeEach
  void read() {
    contract = new Contract(read(send(request("/v3/api-docs"))));
    story = new ToldStory(contract, token(LedgerClient.ALL_SCOPES), this::request);
  }

  @Test
  void each_example_is_true_when_the_story_is_told_in_order() {
    SoftAssertions softly = new SoftAssertions();
    story.tell(
        (operation, example, response) -> {
          JsonNode expected = example.get("answer");
          JsonNode answer = ToldStory.answer(example, response);
          String name = operation + " " + answer;
          softly
              .assertThat(response.statusCode())
              .as(name)
              .isEqualTo(example.get("status").asInt());
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
        });
    softly.assertAll();
  }

  @Test
  void each_operation_has_its_part_in_the_story() {
    List<String> told = new ArrayList<>();
    story.examples().forEach(example -> told.add(example.get("operationId").asString()));
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

    HttpResponse<String> response = story.send(operation, path, "*/*", body.formatted(email));

    assertThat(read(response).get("code").asString()).isEqualTo(code);
    assertThat(contract.mismatches(schema(operation, response), read(response))).isEmpty();
  }

  private JsonNode schema(Contract.Operation operation, HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElseThrow().split(";", 2)[0];
    JsonNode schema = contract.answerSchema(operation, response.statusCode(), type);
    assertThat(schema).as(operation + " " + response.statusCode() + " " + type).isNotEmpty();
    return schema;
  }
}
