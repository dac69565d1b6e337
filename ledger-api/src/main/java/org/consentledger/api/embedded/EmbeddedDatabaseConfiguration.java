package org.consentledger.api.embedded;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Starts the embedded database where no {@code spring.datasource.url} names another. The pool and
 * Flyway hold the details, the details hold the server: so Spring stops the server last.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseNamed.class)
@EnableConfigurationProperties(EmbeddedDatabaseProperties.class)
class EmbeddedDatabaseConfiguration {
  @Bean(destroyMethod = "close")
  EmbeddedDatabase embeddedDatabase(EmbeddedDatabaseProperties properties) {
    return EmbeddedDatabase.start(properties);
  }

  /** Closed before the database, so that a stop is not taken for an accident. */
  @Bean(destroyMethod = "close")
  @Lazy(false)
  ServerWatch serverWatch(EmbeddedDatabase database) {
    return new ServerWatch(database);
  }

  @Bean
  JdbcConnectionDetails programConnectionDetails(EmbeddedDatabase database) {
    return new ProgramConnection(database);
  }

  @Bean
  FlywayConnectionDetails ownerConnectionDetails(EmbeddedDatabase database) {
    return new OwnerConnection(database);
  }

  private record ProgramConnection(EmbeddedDatabase database) implements JdbcConnectionDetails {
    @Override
    public String getUsername() {
      return DatabaseSetup.PROGRAM;
    }

    @Override
    public String getPassword() {
      return database.passwords().program();
    }

    @Override
    public String getJdbcUrl() {
      return database.jdbcUrl();
    }
  }

  private record OwnerConnection(EmbeddedDatabase database) implements FlywayConnectionDetails {
    @Override
    public String getUsername() {
      return DatabaseSetup.OWNER;
    }

    @Override
    public String getPassword() {
      return database.passwords().owner();
    }

    @Override
    public String getJdbcUrl() {
      return database.jdbcUrl();
    }
  }
}
