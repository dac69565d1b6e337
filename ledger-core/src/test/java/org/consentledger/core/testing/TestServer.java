package org.consentledger.core.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one PostgreSQL server of a test JVM, as durable as in production, with a migrated template to
 * copy databases from.
 */
final class TestServer {

  static final String OWNER = "ledger_owner";
  static final String PROGRAM = "ledger_program";
  static final String NODE = "ledger_node";

  private static final String TEMPLATE = "ledger_template";

  private final EmbeddedPostgres postgres;
  private int databases;

  private TestServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Started by whoever asks first, stopped with the JVM. */
  private static final class Running {
    static final TestServer SERVER = start();
  }

  static TestServer running() {
    return Running.SERVER;
  }

  private static TestServer start() {
    try {
      TestServer server =
          new TestServer(
              EmbeddedPostgres.builder()
                  .setServerConfig("fsync", "on")
                  .setServerConfig("synchronous_commit", "on")
                  .setServerConfig("full_page_writes", "on")
                  .setServerConfig("max_connections", "300")
                  .start());
      server.makeTemplate();
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL did not start.", failure);
    }
  }

  private void makeTemplate() {
    JdbcClient superuser = JdbcClient.create(superuser("postgres"));
    superuser.sql("create role " + OWNER + " login createrole nosuperuser").update();
    superuser.sql("create database " + TEMPLATE + " owner " + OWNER).update();
    Flyway.configure()
        .dataSource(login(OWNER, TEMPLATE))
        .locations("classpath:db/migration")
        .load()
        .migrate();
    superuser.sql("create role " + NODE + " login noinherit").update();
    superuser.sql("grant " + PROGRAM + " to " + NODE).update();
  }

  String copyTemplate() {
    return create(" template " + TEMPLATE);
  }

  String makeEmpty() {
    return create("");
  }

  private synchronized String create(String template) {
    databases++;
    String name = "ledger_test_" + databases;
    JdbcClient.create(superuser("postgres"))
        .sql("create database " + name + template + " owner " + OWNER)
        .update();
    return name;
  }

  void drop(String database) {
    JdbcClient.create(superuser("postgres"))
        .sql("drop database if exists " + database + " with (force)")
        .update();
  }

  DataSource superuser(String database) {
    return login("postgres", database);
  }

  PGSimpleDataSource login(String user, String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {postgres.getPort()});
    source.setDatabaseName(database);
    source.setUser(user);
    return source;
  }
}
