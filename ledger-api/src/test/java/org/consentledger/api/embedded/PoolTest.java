package org.consentledger.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.consentledger.api.RunningLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** What the pool, through which everything is served, may do. */
class PoolTest extends RunningLedger {
  @Autowired private JdbcClient pool;

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
  void a_commit_is_on_disk_before_it_is_answered(String setting) {
    assertThat(pool.sql("SHOW " + setting).query(String.class).single()).isEqualTo("on");
  }

  @Test
  void it_runs_as_the_least_role() {
    assertThat(pool.sql("SELECT current_user").query(String.class).single())
        .isEqualTo("ledger_program");
    assertThatThrownBy(() -> pool.sql("DELETE FROM oauth2_registered_client").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> pool.sql("SET ROLE ledger_owner").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void over_another_database_migrations_use_a_connection_beside_the_pool() {
    DataSourceProperties named = new DataSourceProperties();
    named.setUrl("jdbc:postgresql://database.example/ledger");
    named.setUsername("one");
    named.setPassword("login");
    FlywayConnectionDetails details =
        new ExternalDatabaseConfiguration()
            .migrationConnectionDetails(named, new MockEnvironment());
    assertThat(details.getJdbcUrl()).isEqualTo("jdbc:postgresql://database.example/ledger");
    assertThat(details.getUsername()).isEqualTo("one");
    assertThat(details.getPassword()).isEqualTo("login");
  }
}
