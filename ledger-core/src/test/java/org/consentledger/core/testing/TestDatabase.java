package org.consentledger.core.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database of a test's own, on a real server, with all migrations of the class path run by an
 * owner who is no superuser. One for each test class; closed by {@code @AfterAll}.
 */
public final class TestDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 10;

  private final TestServer server;
  private final String name;
  private final HikariDataSource program;
  private final DataSource owner;

  private TestDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
    this.program = programPool(CONNECTIONS);
    this.owner = server.login(TestServer.OWNER, name);
  }

  /** A fresh database. */
  public static TestDatabase create() {
    TestServer server = TestServer.running();
    return new TestDatabase(server, server.copyTemplate());
  }

  /** A database in which nothing was migrated yet. */
  public static TestDatabase createEmpty() {
    TestServer server = TestServer.running();
    return new TestDatabase(server, server.makeEmpty());
  }

  /** The pool of the running program, in the role {@code ledger_program}. */
  public DataSource program() {
    return program;
  }

  /**
   * One more pool of the program, as one more node has. Closed by the caller.
   *
   * @param connections how many connections at most
   */
  public HikariDataSource programPool(int connections) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(server.login(TestServer.NODE, name));
    config.setConnectionInitSql("set role " + TestServer.PROGRAM);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    return new HikariDataSource(config);
  }

  /** The owner of the tables, who runs the migrations and is no superuser. No pool. */
  public DataSource owner() {
    return owner;
  }

  /** The server's superuser, for faults that a test makes on purpose. No pool. */
  public DataSource superuser() {
    return server.superuser(name);
  }

  /** Statements in the role of the program. */
  public JdbcClient programClient() {
    return JdbcClient.create(program);
  }

  /** Statements of the owner. */
  public JdbcClient ownerClient() {
    return JdbcClient.create(owner);
  }

  /** Where the database is. */
  public String url() {
    return server.login(TestServer.OWNER, name).getUrl();
  }

  /**
   * Ends all connections of the program from the server's side, as a failing network or an
   * administrator does.
   */
  public int terminateProgramConnections() {
    return JdbcClient.create(superuser())
        .sql(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = :name and usename = :node
            """)
        .param("name", name)
        .param("node", TestServer.NODE)
        .query(Integer.class)
        .single();
  }

  /** Drops the database. */
  @Override
  public void close() {
    program.close();
    server.drop(name);
  }
}
