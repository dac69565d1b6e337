package org.consentledger.api.security;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.StringUtils;

/**
 * Makes the first client, or brings it up to date with what the environment says. Nodes that start
 * together wait for each other.
 */
final class FirstClientRegistration {
  private static final long LOCK = 0x6c65_6467_6572_0001L;

  private final JdbcClient database;
  private final TransactionOperations transaction;
  private final RegisteredClientRepository clients;
  private final PasswordEncoder hashes;
  private final TokenSettings tokens;

  FirstClientRegistration(
      JdbcClient database,
      TransactionOperations transaction,
      RegisteredClientRepository clients,
      PasswordEncoder hashes,
      SecurityProperties properties) {
    this.database = database;
    this.transaction = transaction;
    this.clients = clients;
    this.hashes = hashes;
    this.tokens = TokenSettings.builder().accessTokenTimeToLive(properties.tokenLifetime()).build();
  }

  /** Reads {@code LEDGER_CLIENT_ID} and {@code LEDGER_CLIENT_SECRET}. */
  FirstClient apply(Environment environment) {
    String id = environment.getProperty("LEDGER_CLIENT_ID");
    String secret = environment.getProperty("LEDGER_CLIENT_SECRET");
    return transaction.execute(
        status ->
            apply(
                StringUtils.hasText(id) ? id : null, StringUtils.hasText(secret) ? secret : null));
  }

  private FirstClient apply(@Nullable String id, @Nullable String secret) {
    database.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
    String known = id == null ? firstId() : id;
    RegisteredClient client = known == null ? null : clients.findByClientId(known);
    if (client == null) {
      return create(
          known == null ? "client-" + HexFormat.of().formatHex(random(4)) : known, secret);
    }
    update(client, secret);
    return new FirstClient(client.getClientId(), null);
  }

  private FirstClient create(String id, @Nullable String named) {
    String secret =
        named == null ? Base64.getUrlEncoder().withoutPadding().encodeToString(random(32)) : named;
    RegisteredClient.Builder client =
        RegisteredClient.withId(UUID.randomUUID().toString())
            .clientId(id)
            .clientIdIssuedAt(Instant.now())
            .clientSecret(hashes.encode(secret))
            .clientName(id)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .scopes(scopes -> Arrays.stream(Scope.values()).map(Scope::value).forEach(scopes::add))
            .tokenSettings(tokens);
    clients.save(client.build());
    return new FirstClient(id, named == null ? secret : null);
  }

  private void update(RegisteredClient client, @Nullable String secret) {
    boolean sameSecret = secret == null || hashes.matches(secret, client.getClientSecret());
    boolean sameTokens =
        client
            .getTokenSettings()
            .getAccessTokenTimeToLive()
            .equals(tokens.getAccessTokenTimeToLive());
    if (sameSecret && sameTokens) {
      return;
    }
    RegisteredClient.Builder changed = RegisteredClient.from(client).tokenSettings(tokens);
    if (secret != null && !sameSecret) {
      changed.clientSecret(hashes.encode(secret));
    }
    clients.save(changed.build());
  }

  private @Nullable String firstId() {
    return database
        .sql(
            "SELECT client_id FROM oauth2_registered_client ORDER BY client_id_issued_at, id LIMIT"
                + " 1")
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
