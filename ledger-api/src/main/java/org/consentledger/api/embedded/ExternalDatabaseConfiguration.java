package org.consentledger.api.embedded;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Migrates a PostgreSQL that {@code spring.datasource.url} names by a connection beside the pool.
 * The pool takes the role {@code ledger_program} on each connection, which has no right to migrate
 * and, before the first migration, doesn't exist.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(ExternalDatabaseConfiguration.DatabaseNamed.class)
@EnableConfigurationProperties(DataSourceProperties.class)
class ExternalDatabaseConfiguration {
  @Bean
  @ConditionalOnMissingBean
  FlywayConnectionDetails migrationConnectionDetails(
      DataSourceProperties pool, Environment environment) {
    String url = environment.getProperty("spring.flyway.url");
    String user = environment.getProperty("spring.flyway.user");
    String password = environment.getProperty("spring.flyway.password");
    return new MigrationConnection(
        url == null ? pool.determineUrl() : url,
        user == null ? pool.determineUsername() : user,
        user == null ? pool.determinePassword() : password);
  }

  private record MigrationConnection(
      String getJdbcUrl, @Nullable String getUsername, @Nullable String getPassword)
      implements FlywayConnectionDetails {
    @Override
    public String toString() {
      return "MigrationConnection";
    }
  }

  /** The other case of {@link NoDatabaseNamed}. */
  static final class DatabaseNamed extends NoneNestedConditions {
    DatabaseNamed() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @Conditional(NoDatabaseNamed.class)
    static final class None {}
  }
}
