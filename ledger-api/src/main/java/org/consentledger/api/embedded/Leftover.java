package org.consentledger.api.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier run left in the database folder when it was killed: a server that still runs, or
 * the file of one that doesn't. PostgreSQL trusts the process id in {@code postmaster.pid}, which
 * after a restart of the machine may be anybody's; this looks at who it is.
 */
final class Leftover {
  private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

  /** How long the processes of a killed server may take to notice and end. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path database;
  private final PostgresPrograms programs;

  Leftover(Path database, PostgresPrograms programs) {
    this.database = database;
    this.programs = programs;
  }

  /** Afterwards nothing runs on the folder and it is as a clean stop leaves it. */
  void clear() throws IOException {
    Path pidFile = database.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> server = process(pidFile).filter(this::servesThisFolder);
    if (server.isPresent()) {
      LOG.warn("An earlier run left its PostgreSQL running: it is stopped and started again.");
      if (!programs.stop(database)) {
        throw new EmbeddedDatabaseFailure(
            "PostgreSQL of an earlier run (process "
                + server.get().pid()
                + ") still runs on "
                + database
                + " and doesn't stop.",
            "Stop that process, then start again.");
      }
      return;
    }
    LOG.warn("An earlier run was killed with its PostgreSQL: the database is recovered first.");
    Files.deleteIfExists(pidFile);
    recover();
  }

  private void recover() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!programs.singleUser(database, "")) {
      if (System.nanoTime() > deadline) {
        throw new EmbeddedDatabaseFailure(
            "PostgreSQL can't recover the database in " + database + " after a crash.",
            "The file postgres-start.log beside it says why.");
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while the database recovered", e);
      }
    }
  }

  private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    String pid = lines.isEmpty() ? "" : lines.getFirst().strip();
    return pid.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
  }

  private boolean servesThisFolder(ProcessHandle process) {
    Path processes = Path.of("/proc");
    if (Files.isDirectory(processes.resolve("self"))) {
      try { // a server works in its folder
        return Files.isSameFile(processes.resolve(process.pid() + "/cwd"), database);
      } catch (IOException deadButNotReapedOrAnotherUsers) {
        return false;
      }
    }
    String command = process.info().command().orElse("postgres").toLowerCase(Locale.ROOT);
    boolean elsewhere =
        process
            .info()
            .arguments()
            .filter(arguments -> !List.of(arguments).contains(database.toString()))
            .isPresent();
    return command.contains("postgres") && !elsewhere;
  }
}
