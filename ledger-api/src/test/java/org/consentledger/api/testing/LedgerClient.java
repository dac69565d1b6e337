package org.consentledger.api.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Uses the ledger as a service would: over HTTP, with a token. */
public final class LedgerClient {

  public static final String ALL_SCOPES =
      "ledger.command ledger.decide ledger.query ledger.personal-data ledger.audit ledger.admin";

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String address;
  private final String token;

  private LedgerClient(String address, String token) {
    this.address = address;
    this.token = token;
  }

  public static LedgerClient at(String address, String client, String secret) {
    return withToken(address, tokenAt(address, client, secret));
  }

  /** A token for everything that the client may do. */
  public static String tokenAt(String address, String client, String secret) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    Answer answer =
        send(
            HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&scope=" + ALL_SCOPES.replace(" ", "%20"))));
    return answer.json().get("access_token").asString();
  }

  public static LedgerClient withToken(String address, String token) {
    return new LedgerClient(address, token);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer get(String path, String accept) {
    return send(request(path).header("Accept", accept).GET());
  }

  /** Takes in a list of any length, line by line. */
  public void eachLine(String path, Consumer<String> line) {
    HttpRequest request = request(path).header("Accept", "application/x-ndjson").GET().build();
    try (Stream<String> lines =
        requireFound(HTTP.send(request, HttpResponse.BodyHandlers.ofLines()))) {
      lines.forEach(line);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Writes what is answered to a file. */
  public Path fetch(String path, Path file) {
    try {
      return requireFound(
          HTTP.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofFile(file)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static <T> T requireFound(HttpResponse<T> response) {
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.uri().getPath());
    }
    return response.body();
  }

  public Answer put(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer putWithKey(String path, String body, String idempotencyKey) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Each post has a key of its own. */
  public Answer post(String path, String body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  public Answer post(String path, String body, String idempotencyKey) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer postIfMatch(String path, String body, String entityTag) {
    return postIfMatch(path, body, entityTag, UUID.randomUUID().toString());
  }

  public Answer postIfMatch(String path, String body, String entityTag, String idempotencyKey) {
    return send(
        request(path)
            .header("Idempotency-Key", idempotencyKey)
            .header("Content-Type", "application/json")
            .header("If-Match", entityTag)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer postLines(String path, String lines) {
    return send(
        request(path)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(lines)));
  }

  /**
   * Sends a great many lines and reads the answers meanwhile, as the ledger asks of its senders.
   * The JDK's client reads only after it has sent everything, and waits for ever where that does
   * not fit between the two. By HTTP 1.0 the answer ends with the connection.
   *
   * @return the answers, one a line
   */
  public String exchangeLines(String path, String lines) {
    URI ledger = URI.create(address);
    byte[] body = lines.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST %s HTTP/1.0
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/x-ndjson
        Content-Length: %d

        """
            .formatted(path, token, body.length)
            .replace("\n", "\r\n");
    try (Socket socket = new Socket(ledger.getHost(), ledger.getPort())) {
      OutputStream out = socket.getOutputStream();
      CompletableFuture<Void> sent =
          CompletableFuture.runAsync(
              () -> {
                try {
                  out.write(head.getBytes(StandardCharsets.US_ASCII));
                  out.write(body);
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              });
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      sent.join();
      String[] parts = answer.split("\r\n\r\n", 2);
      if (!parts[0].startsWith("HTTP/1.1 200")) {
        throw new AssertionError(answer);
      }
      return parts[1];
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Sends lines and takes in answers as they come, until the last or until the connection breaks.
   */
  public void streamLines(String path, String lines, Consumer<String> answer) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(lines))
            .build();
    try (Stream<String> answers = HTTP.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
      answers.forEach(answer);
    } catch (IOException | UncheckedIOException broken) {
      // what was answered until then was taken in
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public void publishPolicy(String version, String more) {
    requireSuccess(
        put(
            "/api/v1/policies/" + version,
            """
            {"effectiveFrom":"2026-01-01T00:00:00Z",
             "texts":{"ru":"Пример политики","kk":"Саясат үлгісі","en":"An example policy"}%s}
            """
                .formatted(more)));
  }

  /** A purpose that rests on consent and needs e-mail, phone, names and questionnaires. */
  public void definePurpose(String purpose, String policy) {
    determine(purpose, "{\"policyVersion\":" + quoted(policy) + "}");
  }

  /** The same purpose, but for what is said of it here. */
  public Answer determine(String purpose, String members) {
    ObjectNode definition =
        (ObjectNode)
            JSON.readTree(
                """
                {"title":{"ru":"Письма","kk":"Хаттар","en":"Letters"},"policyVersion":"1.0",
                 "categories":["EMAIL","PHONE","FULL_NAME","IIN","QUESTIONNAIRE"],
                 "actions":["COLLECT","RECORD","STORE","USE","RECTIFY","TRANSFER","DESTRUCT"],
                 "grounds":["CONSENT"],"consentTerm":"P1Y","retention":"P3Y"}
                """);
    definition.setAll((ObjectNode) JSON.readTree(members));
    return requireSuccess(put("/api/v1/purposes/" + purpose, definition.toString()));
  }

  public String register(String purpose, String email) {
    return requireSuccess(
            post(
                "/api/v1/subjects",
                """
                {"identifiers":{"email":"%s"},"purposeId":"%s","source":"FORM","language":"kk"}
                """
                    .formatted(email, purpose)))
        .subjectId();
  }

  public Answer giveConsent(String subject, String purpose, String policy, String more) {
    return post(
        "/api/v1/subjects/" + subject + "/consents",
        """
        {"purposeId":"%s","policyVersion":"%s","language":"kk","channel":"WEB",
         "givenBy":{"role":"SUBJECT"}%s}
        """
            .formatted(purpose, policy, more));
  }

  public Answer withdraw(String subject, String purpose) {
    return post(
        "/api/v1/subjects/" + subject + "/consents/" + purpose + "/withdrawal",
        "{\"channel\":\"EMAIL\"}");
  }

  public Answer decide(String subject, String purpose, String action) {
    return decide(subject, purpose, action, "");
  }

  public Answer decide(String subject, String purpose, String action, String more) {
    return post(
        "/api/v1/decisions",
        """
        {"subjectId":"%s","purposeId":"%s","action":"%s"%s}
        """
            .formatted(subject, purpose, action, more));
  }

  /** Asks to record an act of processing. */
  public Answer process(String subject, String purpose, String action, String more) {
    return post(
        "/api/v1/subjects/" + subject + "/processing",
        """
        {"purposeId":"%s","action":"%s"%s}
        """
            .formatted(purpose, action, more));
  }

  public static Answer requireSuccess(Answer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return answer;
  }

  /** Sends a command about a subject. */
  public Answer command(String subject, String command, String body) {
    return post("/api/v1/subjects/" + subject + "/" + command, body);
  }

  /** Claims a ground for a purpose, with evidence as JSON. */
  public Answer claim(String subject, String purpose, String ground, String evidence, String more) {
    return command(
        subject,
        "grounds",
        """
        {"ground":"%s","purposeId":"%s","evidence":%s%s}
        """
            .formatted(ground, purpose, evidence, more));
  }

  /** A code that nobody has used: a code takes few digits, so these are letters alone. */
  public static String unusedCode() {
    StringBuilder code = new StringBuilder();
    for (char digit : UUID.randomUUID().toString().replace("-", "").toCharArray()) {
      code.append((char) ('a' + Character.digit(digit, 16)));
    }
    return code.toString();
  }

  /** A text as JSON. */
  public static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
