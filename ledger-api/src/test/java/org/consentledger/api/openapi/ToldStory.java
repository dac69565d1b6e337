package org.consentledger.api.openapi;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consentledger.api.RunningLedger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** The story of the document's examples, which calls every operation, told to a running ledger. */
public final class ToldStory {

  private static final JsonMapper JSON = new JsonMapper();

  private final Contract contract;
  private final String token;
  private final Function<String, HttpRequest.Builder> requests;

  /** Hears what was answered to an example. */
  @FunctionalInterface
  interface Listener {
    void heard(Contract.Operation operation, JsonNode example, HttpResponse<String> response);
  }

  /**
   * A story for one ledger.
   *
   * @param token with all scopes
   * @param requests makes a request to the ledger, for a path
   */
  ToldStory(Contract contract, String token, Function<String, HttpRequest.Builder> requests) {
    this.contract = contract;
    this.token = token;
    this.requests = requests;
  }

  /** Tells it as the document of the ledger has it. */
  public static void tell(
      JsonNode document, String token, Function<String, HttpRequest.Builder> requests) {
    new ToldStory(new Contract(document), token, requests)
        .tell(
            (operation, example, response) -> {
              if (response.statusCode() != example.get("status").asInt()) {
                throw new AssertionError(operation + " " + response.body());
              }
            });
  }

  void tell(Listener listener) {
    Map<String, String> ids = new HashMap<>();
    for (JsonNode example : examples()) {
      Contract.Operation operation = contract.operation(example.get("operationId").asString());
      String request = replace(text(example.get("request")), ids);
      String path = replace(path(operation, example.path("parameters")), ids);
      String accept = example.path("accept").asString("*/*");
      HttpResponse<String> response = sendUntilSealed(operation, path, accept, request);
      learn(example.get("answer"), answer(example, response), ids);
      listener.heard(operation, example, response);
    }
  }

  /** What was answered, as far as the example says how to read it. */
  static JsonNode answer(JsonNode example, HttpResponse<String> response) {
    return example.get("answer").isString()
        ? StringNode.valueOf(response.body())
        : JSON.readTree(response.body());
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

  JsonNode examples() {
    return JSON.readTree(Resources.text("story.json"));
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

  HttpResponse<String> send(Contract.Operation operation, String path, String accept, String body) {
    JsonNode content = operation.node().at("/requestBody/content");
    String type =
        content.isEmpty() ? "application/json" : content.propertyNames().iterator().next();
    return RunningLedger.send(
        requests
            .apply(path)
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
