package org.consentledger.api.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A provider of identities as the operator may have one: OpenID Connect with signed tokens, which
 * lets in whoever comes as the person of whom a test said what it vouches for.
 */
public final class IdentityProvider {

  private static final String CLIENT = "the-ledger";
  private static final IdentityProvider ONLY = new IdentityProvider();

  private final HttpServer server;
  private final RSAKey key = key();
  private final RSAKey another = key();
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  private volatile Vouched next = Vouched.of("nobody", Map.of());

  /**
   * What the next token says.
   *
   * @param fault what is wrong with it
   */
  public record Vouched(String subject, Map<String, Object> claims, Fault fault) {

    /** Nothing is wrong. */
    public static Vouched of(String subject, Map<String, Object> claims) {
      return new Vouched(subject, claims, Fault.NONE);
    }
  }

  /** What may be wrong with a token. */
  public enum Fault {
    NONE,
    NONCE,
    ISSUER,
    AUDIENCE,
    EXPIRED,
    SIGNATURE,
    STATE
  }

  private IdentityProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext(
        "/keys", call -> answer(call, new JWKSet(key).toPublicJWKSet().toString()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  /** Tells a ledger of it. */
  public static void describeTo(DynamicPropertyRegistry properties) {
    properties.add("ledger.oidc.issuer", ONLY::issuer);
    properties.add("ledger.oidc.client-id", () -> CLIENT);
    properties.add("ledger.oidc.client-secret", () -> "between the two");
    properties.add("ledger.oidc.roles-claim", () -> "realm_access.roles");
    properties.add("ledger.oidc.roles.officer", () -> "privacy-office,deputies");
    properties.add("ledger.oidc.roles.auditor", () -> "audit");
  }

  /** Says for whom the provider vouches next. */
  public static void vouchFor(Vouched vouched) {
    ONLY.next = vouched;
  }

  private String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void describe(HttpExchange call) throws IOException {
    answer(
        call,
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
        "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["pairwise"],
        "id_token_signing_alg_values_supported":["RS256"],"scopes_supported":["openid","profile"]}
        """
            .formatted(issuer()));
  }

  private void authorize(HttpExchange call) throws IOException {
    Map<String, String> asked = parameters(call.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    nonces.put(code, asked.get("nonce"));
    String state = next.fault() == Fault.STATE ? "of somebody else" : asked.get("state");
    URI back =
        URI.create(
            asked.get("redirect_uri")
                + "?code="
                + code
                + "&state="
                + URLEncoder.encode(state, StandardCharsets.UTF_8));
    call.getResponseHeaders().set("Location", back.toString());
    call.sendResponseHeaders(302, -1);
    call.close();
  }

  private void token(HttpExchange call) throws IOException {
    String form = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> asked = parameters(form);
    answer(
        call,
        """
        {"access_token":"nothing it opens","token_type":"Bearer","expires_in":60,"id_token":"%s"}
        """
            .formatted(idToken(nonces.remove(asked.get("code")))));
  }

  private String idToken(String nonce) {
    Vouched vouched = next;
    Fault fault = vouched.fault();
    Instant now = Instant.now().minusSeconds(fault == Fault.EXPIRED ? 7200 : 0);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(fault == Fault.ISSUER ? "https://elsewhere.example" : issuer())
            .audience(fault == Fault.AUDIENCE ? "another-program" : CLIENT)
            .subject(vouched.subject())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", fault == Fault.NONCE ? "of another sign-in" : nonce);
    vouched.claims().forEach(claims::claim);
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            claims.build());
    try {
      token.sign(new RSASSASigner(fault == Fault.SIGNATURE ? another : key));
      return token.serialize();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Map<String, String> parameters(String encoded) {
    return UriComponentsBuilder.newInstance()
        .query(encoded)
        .build(true)
        .getQueryParams()
        .toSingleValueMap()
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, it -> URLDecoder.decode(it.getValue(), StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange call, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(200, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("of the provider").generate();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
