package org.consentledger.api.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.consentledger.core.files.OwnerOnly;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the embedded database, owned by one process at a time. The operating system
 * drops the lock when its holder dies, however it dies, so a lock that is held is never stale.
 */
final class DataFolder implements AutoCloseable {
  /** Far behind the text of the file: a locked byte can't be read by others on Windows. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Creates the folder if need be and takes it.
   *
   * @throws EmbeddedDatabaseFailure if it can't be used, or another process has it
   */
  static DataFolder take(Path path) {
    try {
      OwnerOnly.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("ledger.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        throw takenBy(path, channel);
      }
      write(channel, Long.toString(ProcessHandle.current().pid()));
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new EmbeddedDatabaseFailure(
          "The data folder " + path + " can't be written to (" + OwnerOnly.reason(e) + ").",
          "Give this user the right to read and write it, or name another folder with"
              + " LEDGER_DATA_DIRECTORY.",
          e);
    }
  }

  Path postgres() {
    return path.resolve("postgres");
  }

  /** Exists while a new database is made: what an interruption leaves behind was never served. */
  Path unfinishedMark() {
    return path.resolve("postgres.unfinished");
  }

  Path passwords() {
    return path.resolve("postgres.passwords");
  }

  /** What initdb, pg_ctl and a server that fails early have to say. */
  Path startLog() {
    return path.resolve("postgres-start.log");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException heldByThisProcess) {
      // The channel stays open: closing any descriptor of a file drops all POSIX locks that this
      // process has on it, and with them the lock of the database that runs.
      return null;
    }
  }

  private static EmbeddedDatabaseFailure takenBy(Path path, FileChannel channel)
      throws IOException {
    ByteBuffer holder = ByteBuffer.allocate(20);
    channel.read(holder, 0);
    String pid =
        new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII).strip();
    return new EmbeddedDatabaseFailure(
        "Another ledger (process "
            + (pid.isEmpty() ? "unknown" : pid)
            + ") already runs on the data folder "
            + path
            + ".",
        "Stop that process, or name another folder with LEDGER_DATA_DIRECTORY, or let both share"
            + " one PostgreSQL with SPRING_DATASOURCE_URL.");
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
  }

  boolean isEmpty() throws IOException {
    if (!Files.exists(postgres())) {
      return true;
    }
    try (var entries = Files.list(postgres())) {
      return entries.findAny().isEmpty();
    }
  }
}
