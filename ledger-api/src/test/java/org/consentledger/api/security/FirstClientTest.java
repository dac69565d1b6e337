package org.consentledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.consentledger.api.RunningLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The first client is there after the first start, and as the environment says after each. */
class FirstClientTest extends RunningLedger {
  @Autowired private JdbcClient database;
  @Autowired private TransactionTemplate transaction;
  @Autowired private RegisteredClientRepository clients;
  @Autowired private PasswordEncoder hashes;

  @BeforeEach
  void forget_other_clients() {
    // The program may not delete a client: it is made unfindable instead, and put behind the
    // others.
    database
        .sql(
            """
            UPDATE oauth2_registered_client
            SET client_id = 'forgotten-' || id, client_id_issued_at = now() + interval '1 day'
            WHERE client_id <> ?\
            """)
        .param(CLIENT)
        .update();
  }

  @Test
  void it_has_all_scopes() {
    assertThat(find(CLIENT).getScopes())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Scope.values()).map(Scope::value).toList());
  }

  @Test
  void a_secret_that_is_not_named_is_generated_and_told_once() {
    FirstClient first = apply("generated", "");
    String secret = first.newSecret();
    assertThat(secret).hasSizeGreaterThan(40);
    assertThat(first.toString()).doesNotContain(secret);
    assertThat(askForToken("generated", secret, "grant_type=client_credentials").statusCode())
        .isEqualTo(200);
    assertThat(apply("generated", "").newSecret()).isNull();
  }

  @Test
  void another_secret_in_the_environment_replaces_the_hash() {
    apply("renewed", "the first secret");
    String before = find("renewed").getClientSecret();
    apply("renewed", "the first secret");
    assertThat(find("renewed").getClientSecret()).isEqualTo(before);
    assertThat(apply("renewed", "the second secret").newSecret()).isNull();
    assertThat(
            askForToken("renewed", "the first secret", "grant_type=client_credentials")
                .statusCode())
        .isEqualTo(401);
    assertThat(
            askForToken("renewed", "the second secret", "grant_type=client_credentials")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_later_start_that_names_nobody_finds_the_first() {
    assertThat(apply("", "")).isEqualTo(new FirstClient(CLIENT, null));
  }

  @Test
  void a_long_secret_counts_to_its_last_character() {
    String secret = "s".repeat(100);
    apply("long", secret);
    assertThat(hashes.matches(secret, find("long").getClientSecret())).isTrue();
    assertThat(hashes.matches(secret.substring(1) + "t", find("long").getClientSecret())).isFalse();
  }

  private FirstClient apply(String id, String secret) {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("LEDGER_CLIENT_ID", id)
            .withProperty("LEDGER_CLIENT_SECRET", secret);
    TransactionOperations operations = transaction;
    return new FirstClientRegistration(
            database,
            operations,
            clients,
            hashes,
            new SecurityProperties("https://consent-ledger.internal", Duration.ofHours(1)))
        .apply(environment);
  }

  private RegisteredClient find(String id) {
    RegisteredClient client = clients.findByClientId(id);
    assertThat(client).isNotNull();
    return client;
  }
}
