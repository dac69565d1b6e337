package org.consentledger.api.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.consentledger.core.files.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own, on the loopback interface, that lives as long as this object and
 * whose data outlive it. Whatever an earlier run left behind is cleared up before it starts.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private static final String ONLY_PASSWORDS =
      """
      # Written by the ledger at each start.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128      scram-sha-256
      """;

  private final DataFolder folder;
  private final DatabasePasswords passwords;
  private final ServerStart starting;
  private final int port;
  private EmbeddedPostgres server;
  private boolean closed;

  /** Starts the server on a port. */
  @FunctionalInterface
  private interface ServerStart {
    EmbeddedPostgres on(int port) throws IOException;
  }

  private EmbeddedDatabase(
      DataFolder folder,
      DatabasePasswords passwords,
      ServerStart starting,
      EmbeddedPostgres server) {
    this.folder = folder;
    this.passwords = passwords;
    this.starting = starting;
    this.server = server;
    this.port = server.getPort();
  }

  /**
   * Starts the server, and makes the database and its roles where they are missing.
   *
   * @throws EmbeddedDatabaseFailure with a sentence for a person, whatever goes wrong
   */
  static EmbeddedDatabase start(EmbeddedDatabaseProperties properties) {
    DataFolder folder = DataFolder.take(properties.folder());
    try {
      return start(properties, folder);
    } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
      try {
        folder.close();
      } catch (IOException closing) {
        e.addSuppressed(closing);
      }
      throw e instanceof EmbeddedDatabaseFailure failure ? failure : notStarted(folder, e);
    }
  }

  private static EmbeddedDatabase start(EmbeddedDatabaseProperties properties, DataFolder folder)
      throws IOException, SQLException {
    discardUnfinished(folder);
    boolean made = folder.isEmpty();
    boolean known = !made && Files.exists(folder.passwords());
    DatabasePasswords passwords =
        known ? DatabasePasswords.read(folder.passwords()) : DatabasePasswords.create();
    if (made) {
      Files.createFile(folder.unfinishedMark());
      OwnerOnly.createDirectories(folder.postgres());
    }
    Files.deleteIfExists(folder.startLog());
    PostgresPrograms programs =
        new PostgresPrograms(properties.programsFolder(), folder.startLog());
    OwnerOnly.createDirectories(properties.programsFolder());
    EmbeddedPostgres server =
        server(properties, folder, passwords, programs)
            .setDataDirectoryCustomizer(
                database -> prepare(folder, passwords, !known, programs, database))
            .start();
    ServerStart again =
        port ->
            server(properties, folder, passwords, programs)
                .setPort(port)
                .setDataDirectoryCustomizer(
                    database -> prepare(folder, passwords, false, programs, database))
                .start();
    try {
      new DatabaseSetup(server.getPostgresDatabase(), passwords).apply();
      return new EmbeddedDatabase(folder, passwords, again, server);
    } catch (SQLException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static EmbeddedPostgres.Builder server(
      EmbeddedDatabaseProperties properties,
      DataFolder folder,
      DatabasePasswords passwords,
      PostgresPrograms programs) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPgBinaryResolver(programs)
            .setOverrideWorkingDirectory(properties.programsFolder().toFile())
            .setDataDirectory(folder.postgres())
            .setCleanDataDirectory(false) // the default deletes the data when it closes
            .setRegisterShutdownHook(false) // a hook of its own would stop it before the pool
            .setPort(properties.embedded().port())
            .setPGStartupWait(START_LIMIT)
            .setConnectConfig("password", passwords.superuser())
            .setOutputRedirector(Redirect.appendTo(folder.startLog().toFile()))
            .setErrorRedirector(Redirect.appendTo(folder.startLog().toFile()));
    ServerSettings.ALL.forEach(builder::setServerConfig);
    // The order of texts must not change with the machine that the folder is carried to.
    Map.of("locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8")
        .forEach(builder::setLocaleConfig);
    return builder;
  }

  /**
   * Runs when the programs are unpacked and the folder is initialised, before the server starts.
   */
  private static void prepare(
      DataFolder folder,
      DatabasePasswords passwords,
      boolean newPasswords,
      PostgresPrograms programs,
      File database) {
    try {
      OwnerOnly.restrict(programs.unpacked()); // the library lets everybody write there
      requireSameMajorVersion(database.toPath(), programs);
      new Leftover(database.toPath(), programs).clear();
      if (newPasswords) {
        // A network that trusts everybody, as initdb leaves it, is never opened.
        String statement = "ALTER ROLE postgres PASSWORD '" + passwords.superuser() + "'";
        if (!programs.singleUser(database.toPath(), statement)) {
          throw new EmbeddedDatabaseFailure(
              "PostgreSQL can't be given a password in " + database + ".",
              "The file " + folder.startLog() + " says why.");
        }
        passwords.write(folder.passwords());
      }
      OwnerOnly.write(database.toPath().resolve("pg_hba.conf"), ONLY_PASSWORDS);
      Files.deleteIfExists(folder.unfinishedMark());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireSameMajorVersion(Path database, PostgresPrograms programs)
      throws IOException {
    String found = Files.readString(database.resolve("PG_VERSION")).strip();
    String ours = programs.majorVersion();
    if (!found.equals(ours)) {
      throw new EmbeddedDatabaseFailure(
          "The database in "
              + database
              + " was made by PostgreSQL "
              + found
              + "; this program brings PostgreSQL "
              + ours
              + ", which can't read it.",
          "Start the release of the program that wrote it, dump the database with pg_dump, and"
              + " restore the dump into an empty data folder of this one.");
    }
  }

  private static void discardUnfinished(DataFolder folder) throws IOException {
    if (Files.exists(folder.unfinishedMark())) {
      LOG.warn("An earlier first start was interrupted: the database is made anew.");
      FileSystemUtils.deleteRecursively(folder.postgres());
      Files.delete(folder.unfinishedMark());
    }
  }

  private static EmbeddedDatabaseFailure notStarted(DataFolder folder, Throwable cause) {
    return new EmbeddedDatabaseFailure(
        "PostgreSQL could not be started on " + folder.postgres() + ".",
        "The file "
            + folder.startLog()
            + " says why. (As root it needs `unshare -U`, which some containers forbid: start the"
            + " program as an ordinary user there.) Or name a PostgreSQL of your own with"
            + " SPRING_DATASOURCE_URL.",
        cause);
  }

  String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + port + "/" + DatabaseSetup.DATABASE;
  }

  DatabasePasswords passwords() {
    return passwords;
  }

  /** The server, as the operating system knows it; empty where it is gone. */
  synchronized Optional<ProcessHandle> serverProcess() throws IOException {
    long process =
        Long.parseLong(
            Files.readAllLines(folder.postgres().resolve("postmaster.pid")).getFirst().strip());
    return ProcessHandle.of(process);
  }

  /** Starts the server again that ended by itself, at the same address; unless this is closed. */
  synchronized void startAgain() throws IOException {
    if (!closed) {
      server.close(); // it holds the lock of a server that is no more
      server = starting.on(port);
    }
  }

  /** Stops the server; call it when no connection is used any more. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    try (folder) {
      // The library gives the server five seconds to stop; after this there is little to write.
      try (Connection connection = server.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CHECKPOINT");
      } catch (SQLException serverIsGone) {
        LOG.warn("PostgreSQL did not answer before it was stopped.");
      }
      server.close();
    }
  }
}
