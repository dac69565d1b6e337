package org.consentledger.api.copies;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the largest checkpoint in a directory. What cannot be read is passed over: a share that is
 * away must not keep the log from going on.
 */
final class CheckpointDirectory {

  /** How the names of its checkpoints end. */
  static final String SUFFIX = ".checkpoint";

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointDirectory.class);

  /** Names only lead to what is worth reading; a directory may hold millions. */
  private static final int MOST_READ = 100;

  private static final int LONGEST = 64 * 1024;

  private final Path directory;
  private final Duration patience;

  /**
   * Checkpoints in this directory.
   *
   * @param patience how long it may take to read them
   */
  CheckpointDirectory(Path directory, Duration patience) {
    this.directory = directory.toAbsolutePath().normalize();
    this.patience = patience;
  }

  /** The largest by what it says, not by its name. */
  Optional<SignedNote> largest() {
    FutureTask<Optional<SignedNote>> search = new FutureTask<>(this::search);
    Thread.ofPlatform().name("ledger-copies-directory").daemon().start(search);
    try {
      return search.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException hanging) {
      LOG.warn("The directory {} does not answer; its checkpoints are not looked at.", directory);
    } catch (ExecutionException failure) {
      LOG.warn("The directory {} cannot be read; its checkpoints are not looked at.", directory);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private Optional<SignedNote> search() throws IOException {
    return newestNames().stream()
        .map(this::readable)
        .flatMap(Optional::stream)
        .max(Comparator.comparingLong(note -> Checkpoint.parse(note.text()).size()));
  }

  private List<Path> newestNames() throws IOException {
    PriorityQueue<Path> largest = new PriorityQueue<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : files) {
        largest.add(file);
        if (largest.size() > MOST_READ) {
          largest.remove();
        }
      }
    }
    largest.add(directory.resolve(DirectoryPlace.LATEST));
    return List.copyOf(largest);
  }

  private Optional<SignedNote> readable(Path file) {
    try {
      Optional<SignedNote> note = read(file);
      if (note.isEmpty()) {
        LOG.warn("The file {} is no checkpoint and is passed over.", file);
      }
      return note;
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      LOG.warn("The file {} cannot be read and is passed over.", file);
      return Optional.empty();
    }
  }

  /** The checkpoint in a file, which nobody has verified yet; empty where it holds none. */
  static Optional<SignedNote> read(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      SignedNote note = SignedNote.parse(bytes);
      Checkpoint.parse(note.text());
      return Optional.of(note);
    } catch (IllegalArgumentException noCheckpoint) {
      return Optional.empty();
    }
  }
}
