package org.consentledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.consentledger.api.openapi.AnswersGiven;
import org.consentledger.api.proof.OperationsCalled;
import org.consentledger.api.proof.ProofRecorder;
import org.consentledger.api.testing.IdentityProvider;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.TokensGiven;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program on a port of its own, over a real PostgreSQL in a folder of its own. */
@SpringBootTest(
    classes = LedgerApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({UglyEndpoints.class, AnswersGiven.class, OperationsCalled.class, TokensGiven.class})
@ExtendWith(ProofRecorder.class)
public abstract class RunningLedger {
  /** Of the client that all tests of this class use. */
  protected static final String CLIENT = "tests";

  protected static final String SECRET = "a secret that only the tests know";

  /** Of the user {@code admin}. */
  protected static final String ADMIN_PASSWORD = "four grey horses by the lake";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static @Nullable JsonNode document;

  @LocalServerPort protected int port;
  @Autowired protected JsonMapper json;
  @Autowired private AnswersGiven answers;
  @Autowired private TokensGiven tokens;
  @Autowired private RegisteredClientRepository clients;
  @Autowired private PasswordEncoder hashes;

  @DynamicPropertySource
  static void place(DynamicPropertyRegistry properties) throws IOException {
    Path data = Files.createTempDirectory("ledger-api-test");
    properties.add("ledger.data-directory", data::toString);
    properties.add(
        "ledger.embedded.programs",
        () -> Path.of(System.getProperty("java.io.tmpdir"), "ledger-test-postgres").toString());
    properties.add("ledger.log.checkpoint-every", () -> "100ms"); // what waits for one is quick
    properties.add("ledger.feed.heartbeat", () -> "200ms"); // so is who left found out
    properties.add("server.forward-headers-strategy", () -> "native"); // as behind a proxy
    IdentityProvider.describeTo(properties);
    properties.add("LEDGER_CLIENT_ID", () -> CLIENT);
    properties.add("LEDGER_CLIENT_SECRET", () -> SECRET);
    properties.add("LEDGER_ADMIN_PASSWORD", () -> ADMIN_PASSWORD);
  }

  /** Whatever a test is about: what it was answered must stand in the OpenAPI document. */
  @AfterEach
  void every_answer_that_was_given_is_listed_in_the_document() {
    if (answers.areNew()) {
      assertThat(answers.unlisted(document())).isEmpty();
    }
  }

  /** No setting changes what it lists: whichever ledger is asked first has written it for all. */
  private JsonNode document() {
    synchronized (RunningLedger.class) {
      if (document == null) {
        HttpResponse<String> answer = send(request("/v3/api-docs"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        document = read(answer);
      }
      return document;
    }
  }

  protected HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  /** Sends a request, and answers what came back. */
  public static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  protected HttpResponse<String> askForToken(String client, String secret, String form) {
    String basic =
        URLEncoder.encode(client, StandardCharsets.UTF_8)
            + ":"
            + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return send(
        request("/oauth2/token")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** A token with these scopes, separated by blanks. */
  protected String token(String scopes) {
    return token(CLIENT, SECRET, scopes);
  }

  private String token(String client, String secret, String scopes) {
    return tokens.of(
        client,
        scopes,
        () -> {
          HttpResponse<String> answer =
              askForToken(
                  client,
                  secret,
                  "grant_type=client_credentials&scope="
                      + URLEncoder.encode(scopes, StandardCharsets.UTF_8));
          if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
          }
          return read(answer);
        });
  }

  /** The client of all tests, with all scopes. */
  protected LedgerClient ledgerClient() {
    return ledgerClient(CLIENT, SECRET);
  }

  /** Another client, with all scopes. */
  protected LedgerClient ledgerClient(String client, String secret) {
    return LedgerClient.withToken(
        "http://localhost:" + port, token(client, secret, LedgerClient.ALL_SCOPES));
  }

  /** Another client of that name, registered if it is not yet, with all scopes. */
  protected LedgerClient anotherClient(String name) {
    String secret = "the secret of " + name;
    if (clients.findByClientId(name) == null) {
      clients.save(
          RegisteredClient.from(clients.findByClientId(CLIENT))
              .id(UUID.randomUUID().toString())
              .clientId(name)
              .clientName(name)
              .clientSecret(hashes.encode(secret))
              .build());
    }
    return ledgerClient(name, secret);
  }

  protected JsonNode read(HttpResponse<String> answer) {
    return json.readTree(answer.body());
  }
}
