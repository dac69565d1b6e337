package org.consentledger.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database keeps what it was given, however the earlier run ended. */
class EmbeddedDatabaseTest {
  /** Unpacked once for all tests of this module. */
  private static final String PROGRAMS =
      Path.of(System.getProperty("java.io.tmpdir"), "ledger-test-postgres").toString();

  /** As a first start and a clean stop leave it; each test has a copy. */
  @TempDir static Path madeOnce;

  @TempDir Path data;

  @BeforeAll
  static void make() throws IOException {
    EmbeddedDatabase.start(properties(madeOnce)).close();
  }

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(madeOnce)) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(
            file, data.resolve(madeOnce.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void a_commit_is_on_disk_before_it_is_answered() throws Exception {
    try (EmbeddedDatabase database = start();
        Connection program = asProgram(database)) {
      assertThat(shown(program, "fsync")).isEqualTo("on");
      assertThat(shown(program, "synchronous_commit")).isEqualTo("on");
      assertThat(shown(program, "full_page_writes")).isEqualTo("on");
      assertThat(shown(program, "data_checksums")).as("see DamagedFilesTest").isEqualTo("on");
    }
  }

  @Test
  void a_server_that_could_lose_a_commit_is_refused() throws Exception {
    try (EmbeddedDatabase database = start();
        Connection superuser = connect(database, "postgres", database.passwords().superuser());
        Statement statement = superuser.createStatement()) {
      statement.execute("ALTER ROLE postgres SET synchronous_commit = off");
    }
    assertThatThrownBy(this::start)
        .isInstanceOf(EmbeddedDatabaseFailure.class)
        .hasMessageContaining("synchronous_commit off");
  }

  @Test
  void what_was_written_is_there_after_a_clean_stop() throws Exception {
    try (EmbeddedDatabase database = start()) {
      writeRow(database);
    }
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    try (EmbeddedDatabase database = start()) {
      assertThat(rows(database)).isEqualTo(1);
    }
  }

  @Test
  void a_killed_server_recovers_and_keeps_its_rows() throws Exception {
    try (EmbeddedDatabase database = start()) {
      writeRow(database);
      kill(serverProcess());
    }
    assertThat(data.resolve("postgres/postmaster.pid")).exists();
    try (EmbeddedDatabase database = start()) {
      assertThat(rows(database)).isEqualTo(1);
    }
  }

  @Test
  @Timeout(60)
  void a_server_that_ends_by_itself_is_started_again_where_it_was() throws Exception {
    try (EmbeddedDatabase database = start();
        ServerWatch watch = new ServerWatch(database)) {
      writeRow(database);
      long first = serverProcess().pid();
      String address = database.jdbcUrl();
      kill(serverProcess());

      boolean back = false;
      while (!back) {
        LockSupport.parkNanos(100_000_000);
        try {
          back = rows(database) == 1;
        } catch (SQLException stillAway) {
          // not yet
        }
      }
      assertThat(database.jdbcUrl()).isEqualTo(address);
      assertThat(serverProcess().pid()).isNotEqualTo(first);
      watch.close();
    }
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void a_stale_process_id_that_now_is_anothers_is_not_taken_for_a_server() throws Exception {
    try (EmbeddedDatabase database = start()) {
      writeRow(database);
      kill(serverProcess());
    }
    Path pidFile = data.resolve("postgres/postmaster.pid");
    String stale = Files.readString(pidFile);
    long somebodyElse = ProcessHandle.current().pid();
    Files.writeString(pidFile, stale.replaceFirst("^\\d+", Long.toString(somebodyElse)));
    try (EmbeddedDatabase database = start()) {
      assertThat(rows(database)).isEqualTo(1);
    }
  }

  @Test
  void the_server_of_a_killed_program_is_taken_over() throws Exception {
    Process program = LedgerProcess.start(data, PROGRAMS);
    long orphan = serverProcess().pid();
    kill(program.toHandle());
    assertThat(ProcessHandle.of(orphan)).isPresent();
    try (EmbeddedDatabase database = start()) {
      assertThat(serverProcess().pid()).isNotEqualTo(orphan);
      assertThat(rows(database)).isEqualTo(1);
    }
  }

  @Test
  void a_second_ledger_on_the_folder_says_who_has_it() throws Exception {
    Process program = LedgerProcess.start(data, PROGRAMS);
    try {
      assertThatThrownBy(this::start)
          .isInstanceOf(EmbeddedDatabaseFailure.class)
          .hasMessage(
              "Another ledger (process %d) already runs on the data folder %s."
                  .formatted(program.pid(), data));
      assertThat(serverProcess().isAlive()).isTrue();
    } finally {
      LedgerProcess.stop(program);
    }
  }

  @Test
  void the_same_process_can_not_take_the_folder_twice() throws Exception {
    try (EmbeddedDatabase database = start()) {
      assertThatThrownBy(this::start).isInstanceOf(EmbeddedDatabaseFailure.class);
      assertThatThrownBy(this::start).isInstanceOf(EmbeddedDatabaseFailure.class);
      assertThat(asProgram(database)).satisfies(Connection::close);
    }
  }

  @Test
  void the_program_has_the_rights_that_are_granted_and_no_others() throws Exception {
    try (EmbeddedDatabase database = start()) {
      writeRow(database);
      try (Connection program = asProgram(database);
          Statement statement = program.createStatement()) {
        statement.execute("INSERT INTO entry VALUES (2)");
        for (String forbidden :
            new String[] {
              "UPDATE entry SET id = 3",
              "DELETE FROM entry",
              "TRUNCATE entry",
              "DROP TABLE entry",
              "CREATE TABLE own (id int)",
              "CREATE ROLE other",
              "SET ROLE ledger_owner",
              "COPY entry TO PROGRAM 'cat'"
            }) {
          assertThatThrownBy(() -> statement.execute(forbidden))
              .as(forbidden)
              .isInstanceOf(SQLException.class)
              .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
        }
      }
    }
  }

  @Test
  void nobody_gets_in_without_a_password() throws Exception {
    try (EmbeddedDatabase database = start()) {
      for (String role : new String[] {"postgres", "ledger_owner", "ledger_program"}) {
        assertThatThrownBy(() -> connect(database, role, "guessed").close())
            .isInstanceOf(SQLException.class)
            .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("28P01"));
      }
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords())))
        .isEqualTo("rw-------");
  }

  @Test
  void lost_passwords_are_made_anew() throws Exception {
    try (EmbeddedDatabase database = start()) {
      writeRow(database);
    }
    Files.delete(passwords());
    try (EmbeddedDatabase database = start()) {
      assertThat(rows(database)).isEqualTo(1);
    }
  }

  @Test
  void an_interrupted_first_start_is_begun_anew() throws Exception {
    Files.delete(passwords());
    Files.createFile(data.resolve("postgres.unfinished"));
    Files.writeString(data.resolve("postgres/PG_VERSION"), "18\n");
    try (EmbeddedDatabase database = start()) {
      assertThat(asProgram(database)).satisfies(Connection::close);
    }
  }

  @Test
  void the_data_of_another_major_version_is_named_and_left_alone() throws Exception {
    start().close();
    Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(EmbeddedDatabaseFailure.class)
        .hasMessageContaining("was made by PostgreSQL 17; this program brings PostgreSQL 18");
  }

  @Test
  void a_folder_that_can_not_be_used_is_named() throws Exception {
    Path file = Files.createFile(data.resolve("file"));
    assertThatThrownBy(() -> EmbeddedDatabase.start(properties(file)))
        .isInstanceOf(EmbeddedDatabaseFailure.class)
        .hasMessage("The data folder " + file + " can't be written to (a file is in its place).");
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(properties(data));
  }

  private static EmbeddedDatabaseProperties properties(Path folder) {
    return new EmbeddedDatabaseProperties(
        folder.toString(), new EmbeddedDatabaseProperties.Embedded(0, PROGRAMS));
  }

  private Path passwords() {
    return data.resolve("postgres.passwords");
  }

  private ProcessHandle serverProcess() throws IOException {
    String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid.strip()));
    return process.orElseThrow();
  }

  private static void kill(ProcessHandle process) throws Exception {
    process.destroyForcibly();
    process.onExit().get(20, TimeUnit.SECONDS);
  }

  static void writeRow(EmbeddedDatabase database) throws SQLException {
    try (Connection owner = connect(database, "ledger_owner", database.passwords().owner());
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE entry (id int)");
      statement.execute("GRANT SELECT, INSERT ON entry TO ledger_program");
      statement.execute("INSERT INTO entry VALUES (1)");
    }
  }

  private static long rows(EmbeddedDatabase database) throws SQLException {
    try (Connection program = asProgram(database);
        Statement statement = program.createStatement();
        ResultSet counted = statement.executeQuery("SELECT count(*) FROM entry")) {
      counted.next();
      return counted.getLong(1);
    }
  }

  private static String shown(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet shown = statement.executeQuery("SHOW " + setting)) {
      shown.next();
      return shown.getString(1);
    }
  }

  private static Connection asProgram(EmbeddedDatabase database) throws SQLException {
    return connect(database, "ledger_program", database.passwords().program());
  }

  private static Connection connect(EmbeddedDatabase database, String role, String password)
      throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), role, password);
  }
}
