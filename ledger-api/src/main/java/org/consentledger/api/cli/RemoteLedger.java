package org.consentledger.api.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger that serves elsewhere, as a client of its API sees it. */
final class RemoteLedger {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final int OK = 200;
  private static final int ERRORS = 400;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final JsonMapper json = new JsonMapper();
  private final String address;
  private @Nullable String token;

  RemoteLedger(String address) {
    this.address = address.replaceFirst("/+$", "");
  }

  /** Asks for a token with the scope of auditors. */
  void signIn(String client, String secret) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        text(
            HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&scope="
                            + URLEncoder.encode("ledger.audit", StandardCharsets.UTF_8))));
    if (answer.statusCode() != OK) {
      throw new CommandFailed(
          "The ledger gives no token: check --client-id, the secret, and that the client has the"
              + " scope ledger.audit.");
    }
    token = read(answer.body()).get("access_token").asString();
  }

  /** The body at a path; an error becomes a sentence. */
  byte[] get(String path) {
    return requireSuccess(send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  JsonNode getJson(String path) {
    return read(new String(get(path), StandardCharsets.UTF_8));
  }

  JsonNode post(String path, Object body) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
    byte[] answer = requireSuccess(send(request, HttpResponse.BodyHandlers.ofByteArray()));
    return read(new String(answer, StandardCharsets.UTF_8));
  }

  /** A request that the caller sends and reads by itself. */
  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(LONGEST_WAIT);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException failure) {
      throw new CommandFailed("The ledger at " + address + " cannot be reached.");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("Interrupted.");
    }
  }

  private HttpResponse<String> text(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private byte[] requireSuccess(HttpResponse<byte[]> answer) {
    if (answer.statusCode() < ERRORS) {
      return answer.body();
    }
    throw new CommandFailed(problem(answer));
  }

  private String problem(HttpResponse<byte[]> answer) {
    String prefix = "The ledger answers " + answer.statusCode();
    try {
      JsonNode problem = read(new String(answer.body(), StandardCharsets.UTF_8));
      return prefix + ": " + problem.path("detail").asString("no reason given");
    } catch (CommandFailed unreadable) {
      return prefix + ".";
    }
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (JacksonException unreadable) {
      throw new CommandFailed("What answers at " + address + " is no ledger.");
    }
  }

  private URI uri(String path) {
    try {
      return URI.create(address + path);
    } catch (IllegalArgumentException noAddress) {
      throw new CommandFailed(address + " is no address.");
    }
  }
}
