package org.consentledger.api.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.postgresql.PGConnection;

/** The ledger's database, seen by its superuser: for limits, which the ledger has no part in. */
final class BenchedDatabase {

  /** Where copies of tables lie that limits write to. */
  static final String LIMITS = "bench_limit";

  private final String url;
  private final String password;

  private BenchedDatabase(String url, String password) {
    this.url = url;
    this.password = password;
  }

  /**
   * Finds the embedded database.
   *
   * @throws IllegalStateException where it would lose what it acknowledged
   */
  static BenchedDatabase of(Path data) throws IOException, SQLException {
    Properties passwords = new Properties();
    try (var file = Files.newBufferedReader(data.resolve("postgres.passwords"))) {
      passwords.load(file);
    }
    String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
    BenchedDatabase database =
        new BenchedDatabase(
            "jdbc:postgresql://localhost:" + port + "/ledger", passwords.getProperty("postgres"));
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      if (!database.text("show " + setting).equals("on")) {
        throw new IllegalStateException(setting + " is off: nothing here would be durable.");
      }
    }
    database.execute("create schema if not exists " + LIMITS);
    return database;
  }

  Connection open() throws SQLException {
    return DriverManager.getConnection(url, "postgres", password);
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String text(String sql) throws SQLException {
    return texts(sql).getFirst();
  }

  long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  List<String> texts(String sql) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  List<String> tables() throws SQLException {
    return texts("select tablename from pg_tables where schemaname = 'public' order by 1");
  }

  /** What all tables and their indexes take on disk. */
  long bytes() throws SQLException {
    return number(
        "select sum(pg_total_relation_size(format('public.%I', tablename)))::bigint from pg_tables"
            + " where schemaname = 'public'");
  }

  /** Reads what a query answers, as fast as PostgreSQL hands anything out. */
  void copyOut(String query, OutputStream to) throws SQLException, IOException {
    try (Connection connection = open()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy (" + query + ") to stdout (format binary)", to);
    }
  }

  /**
   * Rows of tables, to be copied in again.
   *
   * @param condition which rows of a table
   * @param wanted which tables
   */
  Map<String, byte[]> rows(Predicate<String> wanted, String condition)
      throws SQLException, IOException {
    Map<String, byte[]> rows = new LinkedHashMap<>();
    for (String table : tables()) {
      if (wanted.test(table)) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copyOut(
            "select %s from public.%s where %s".formatted(columns(table), table, condition), bytes);
        rows.put(table, bytes.toByteArray());
      }
    }
    return rows;
  }

  /** Copies rows into empty tables of the same shape, with the same indexes; answers seconds. */
  double copyIn(Map<String, byte[]> rows) throws SQLException, IOException {
    Map<String, byte[]> statements = new LinkedHashMap<>();
    for (String table : rows.keySet()) {
      statements.put(
          "copy %s.%s (%s) from stdin (format binary)".formatted(LIMITS, table, columns(table)),
          rows.get(table));
      execute("drop table if exists %s.%s".formatted(LIMITS, table));
      execute("create table %1$s.%2$s (like public.%2$s including all)".formatted(LIMITS, table));
    }
    try (Connection connection = open()) {
      long begun = System.nanoTime();
      for (Map.Entry<String, byte[]> each : statements.entrySet()) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(each.getKey(), new ByteArrayInputStream(each.getValue()));
      }
      return (System.nanoTime() - begun) / 1e9;
    } finally {
      for (String table : rows.keySet()) {
        execute("drop table if exists %s.%s".formatted(LIMITS, table));
      }
    }
  }

  private String columns(String table) throws SQLException {
    return text(
        """
        select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
        from information_schema.columns
        where table_schema = 'public' and table_name = '%s' and is_generated = 'NEVER'
        """
            .formatted(table));
  }
}
