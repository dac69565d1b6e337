package org.consentledger.projections.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.core.export.ExportFormat;
import org.consentledger.core.export.ExportScope;
import org.consentledger.core.log.StoredCheckpoint;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.projections.history.HistoryProjection;
import org.consentledger.projections.streaming.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes exports to files: in constant memory, whole or not at all. */
public final class Exporter {

  private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final int BUFFER = 1 << 16;

  private final JdbcClient database;
  private final TransparencyLog log;
  private final Progress progress;
  private final Clock clock;

  /** Hears how far an export is. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Some more is written.
     *
     * @param events how many events are
     * @param all how many will be; 0 while that is not known yet
     */
    void written(long events, long all);
  }

  /**
   * What was made.
   *
   * @param size how many leaves the checkpoint speaks of that it ends with
   * @param events how many events it holds
   * @param bytes how long the file is
   * @param sha256 of the file, in lower-case hexadecimal
   */
  public record Made(long size, long events, long bytes, String sha256) {}

  /** Writes what is in this database. */
  public Exporter(JdbcClient database, TransparencyLog log, Progress progress, Clock clock) {
    this.database = database;
    this.log = log;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Writes an export of everything that was acknowledged before the call, and no more. The file is
   * on disk when this returns; one that was there is replaced. Until then what is written has a
   * name that begins with that of the file.
   *
   * @throws IllegalStateException where what was acknowledged is neither sealed nor taken in by the
   *     history, and nothing moves for a minute
   */
  public Made write(ExportFormat format, ExportScope scope, Path file, Listener listener)
      throws IOException {
    StoredCheckpoint checkpoint = awaitHead(listener);
    ExportedEvents events = new ExportedEvents(database, format, scope, checkpoint.size());
    Map<String, Long> counts = events.counts();
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    Path unfinished =
        Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + "-", ".part");
    try {
      MessageDigest digest = Hasher.sha256();
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        OutputStream out =
            new BufferedOutputStream(
                new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER);
        listener.written(0, all);
        Counting counted = new Counting(listener, all);
        switch (format) {
          case ARCHIVE ->
              new ArchiveWriter(log, clock.instant())
                  .write(scope, checkpoint, counts, events, counted, out);
          case CSV -> new CsvWriter().write(events, counted, out);
          case XLSX -> new SpreadsheetWriter().write(events, counted, out);
        }
        out.flush();
        channel.force(true);
      }
      Made made =
          new Made(
              checkpoint.size(),
              all,
              Files.size(unfinished),
              HexFormat.of().formatHex(digest.digest()));
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return made;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * The first checkpoint that covers everything, once the history has taken in all that it speaks
   * of: a later one may be ahead of the history. After a great import that may take minutes; it is
   * waited for as long as there is progress.
   */
  private StoredCheckpoint awaitHead(Listener listener) {
    long head = progress.head();
    Optional<StoredCheckpoint> covering = Optional.empty();
    long reached = -1;
    Instant moved = clock.instant();
    while (true) {
      if (covering.isEmpty() && log.covers(head)) {
        covering = log.checkpoint();
      }
      long taken = progress.of(HistoryProjection.NAME);
      if (covering.isPresent()
          && taken >= ExportedEvents.lastPosition(database, covering.get().size())) {
        return covering.get();
      }
      long now = taken + log.checkpoint().map(StoredCheckpoint::size).orElse(0L);
      if (now > reached) {
        reached = now;
        moved = clock.instant();
      } else if (clock.instant().isAfter(moved.plus(LONGEST_STANDSTILL))) {
        throw new IllegalStateException("Seal or history do not move on.");
      }
      listener.written(0, 0);
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Counts what is written and tells it. */
  static final class Counting {
    private final Listener listener;
    private final long all;
    private final AtomicLong written = new AtomicLong();

    Counting(Listener listener, long all) {
      this.listener = listener;
      this.all = all;
    }

    void more(int events) {
      listener.written(written.addAndGet(events), all);
    }
  }
}
