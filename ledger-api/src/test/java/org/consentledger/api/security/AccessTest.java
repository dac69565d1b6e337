package org.consentledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.consentledger.api.RunningLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import tools.jackson.databind.JsonNode;

/** Who gets in, how far, and what the others are told. */
class AccessTest extends RunningLedger {
  @Autowired private JWKSource<SecurityContext> keys;

  @Test
  void a_client_gets_a_token_for_the_scopes_it_asks_for() {
    HttpResponse<String> answer =
        askForToken(CLIENT, SECRET, "grant_type=client_credentials&scope=ledger.query");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode token = read(answer);
    assertThat(token.get("token_type").stringValue()).isEqualTo("Bearer");
    assertThat(token.get("scope").stringValue()).isEqualTo("ledger.query");
    assertThat(token.get("expires_in").intValue()).isBetween(3590, 3600);
    assertThat(get("/api/v1/nothing", token.get("access_token").stringValue()).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "tests,wrong,grant_type=client_credentials,401,invalid_client",
    "nobody,wrong,grant_type=client_credentials,401,invalid_client",
    "tests,,grant_type=password,400,unsupported_grant_type",
    "tests,,grant_type=client_credentials&scope=ledger.everything,400,invalid_scope",
    "tests,,scope=ledger.query,400,invalid_request",
  })
  void the_token_endpoint_refuses_as_RFC_6749_says(
      String client, String secret, String form, int status, String error) {
    HttpResponse<String> answer = askForToken(client, secret == null ? SECRET : secret, form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(read(answer).get("error").stringValue()).isEqualTo(error);
    assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent())
        .isEqualTo(status == 401);
  }

  @Test
  void a_client_without_credentials_is_told_the_scheme_as_RFC_6749_says() {
    HttpResponse<String> answer =
        send(
            request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(read(answer).get("error").stringValue()).isEqualTo("invalid_client");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/token", "/api/v1/subjects/lookup", "/api/v1/decisions"})
  void a_path_that_takes_POST_alone_says_so(String path) {
    HttpResponse<String> answer = get(path, token("ledger.query"));
    assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void without_a_token_there_is_nothing_to_see() {
    HttpResponse<String> answer = send(request("/api/v1/subjects/1"));
    assertProblem(answer, 401, "UNAUTHENTICATED");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
  }

  @Test
  void an_expired_token_is_called_expired() {
    Instant past = Instant.now().minusSeconds(7200);
    HttpResponse<String> answer =
        get("/api/v1/nothing", sign("https://consent-ledger.internal", past));
    assertProblem(answer, 401, "TOKEN_EXPIRED");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer error=\"invalid_token\"");
  }

  @Test
  void a_token_of_another_issuer_is_not_valid() {
    assertProblem(
        get("/api/v1/nothing", sign("https://elsewhere.example", Instant.now())),
        401,
        "UNAUTHENTICATED");
  }

  @Test
  void a_tampered_token_is_not_valid_and_not_quoted() {
    String token = token("ledger.query");
    String[] parts = token.split("\\.", -1);
    String more =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("ledger.query", "ledger.admin");
    String tampered =
        parts[0]
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(more.getBytes(StandardCharsets.UTF_8))
            + "."
            + parts[2];
    for (String bad :
        new String[] {
          tampered, "MARKER.MARKER.MARKER", "MARKER", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJNQVJLRVIifQ."
        }) {
      HttpResponse<String> answer = get("/api/v1/nothing", bad);
      assertProblem(answer, 401, "UNAUTHENTICATED");
      assertThat(answer.body() + answer.headers().map()).doesNotContain("MARKER");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/v1/subjects/1/personal-data,ledger.personal-data",
    "GET,/api/v1/subjects/1/documents,ledger.personal-data",
    "GET,/api/v1/subjects/1/documents/1,ledger.personal-data",
    "GET,/api/v1/subjects/1,ledger.query",
    "GET,/api/v1/requests/1/text,ledger.personal-data",
    "GET,/api/v1/subjects/1/report,ledger.personal-data",
    "GET,/api/v1/requests,ledger.query",
    "POST,/api/v1/requests/1/answer,ledger.command",
    "POST,/api/v1/authority-requests,ledger.command",
    "GET,/api/v1/authority-requests/1,ledger.query",
    "GET,/api/v1/purposes/1/audience,ledger.decide",
    "POST,/api/v1/decisions,ledger.decide",
    "POST,/api/v1/decisions/batch,ledger.decide",
    "POST,/api/v1/subjects/lookup,ledger.query",
    "POST,/api/v1/subjects,ledger.command",
    "POST,/api/v1/subjects/1/consents,ledger.command",
    "PUT,/api/v1/operator,ledger.admin",
    "PUT,/api/v1/policies/1,ledger.admin",
    "POST,/api/v1/purposes/1/retirement,ledger.admin",
    "PUT,/api/v1/recipients/1,ledger.admin",
    "GET,/api/v1/recipients/1,ledger.query",
    "POST,/api/v1/recipients/1/cross-border/notice,ledger.admin",
    "PUT,/api/v1/legal-grounds/CONTRACT,ledger.admin",
    "GET,/api/v1/legal-grounds,ledger.query",
    "PUT,/api/v1/information-systems/1,ledger.admin",
    "GET,/api/v1/measures,ledger.query",
    "GET,/api/v1/undertakings,ledger.admin",
    "PUT,/api/v1/categories/HEALTH,ledger.admin",
    "POST,/api/v1/projections/1/rebuild,ledger.admin",
    "DELETE,/api/v1/subjects/1,ledger.admin",
    "GET,/api/v1/webhooks,ledger.admin",
    "PUT,/api/v1/webhooks/1,ledger.admin",
    "POST,/api/v1/webhooks/1/deliveries/redelivery,ledger.admin",
    "GET,/api/v1/events/feed?follow=false,ledger.query",
    "POST,/api/v1/exports,ledger.audit",
    "POST,/api/v1/import,ledger.command",
  })
  void each_path_asks_for_its_scope(String method, String path, String scope) {
    Set<String> others =
        Set.of(
            "ledger.command",
            "ledger.decide",
            "ledger.query",
            "ledger.personal-data",
            "ledger.audit",
            "ledger.admin");
    String without =
        String.join(" ", others.stream().filter(other -> !other.equals(scope)).toList());
    HttpResponse<String> answer =
        send(
            request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token(without)));
    assertProblem(answer, 403, "FORBIDDEN");
    assertThat(read(answer).get("detail").stringValue()).contains(scope);
    HttpResponse<String> allowed =
        send(
            request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token(scope)));
    assertThat(allowed.statusCode()).isNotIn(401, 403, 500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/actuator",
        "/actuator/env",
        "/actuator/beans",
        "/oauth2/authorize",
        "/oauth2/introspect",
        "/.well-known/oauth-authorization-server",
        "/h2-console",
        "/error",
        "/login",
        "/swagger-ui.html"
      })
  void what_no_rule_opens_is_not_there(String path) {
    String all =
        "ledger.command ledger.decide ledger.query ledger.personal-data ledger.audit ledger.admin";
    assertProblem(send(request(path)), 401, "UNAUTHENTICATED");
    assertProblem(get(path, token(all)), 404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oauth2/jwks",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/prometheus",
        "/v3/api-docs"
      })
  void what_is_public_needs_no_token(String path) {
    HttpResponse<String> answer = send(request(path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("\"d\":");
  }

  private String sign(String issuer, Instant issuedAt) {
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(issuer)
            .subject(CLIENT)
            .issuedAt(issuedAt)
            .expiresAt(issuedAt.plusSeconds(3600))
            .claim("scope", Set.of("ledger.query"))
            .build();
    return new NimbusJwtEncoder(keys).encode(JwtEncoderParameters.from(claims)).getTokenValue();
  }

  private HttpResponse<String> get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  private void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(read(answer).get("code").stringValue()).isEqualTo(code);
  }
}
