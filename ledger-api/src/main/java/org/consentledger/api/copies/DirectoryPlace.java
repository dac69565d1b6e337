package org.consentledger.api.copies;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.files.OwnerOnly;
import org.consentledger.core.log.VouchedCheckpoint;
import org.consentledger.core.log.note.Checkpoint;

/**
 * A directory elsewhere, such as a share that somebody else keeps. It must exist: one that is away
 * is not made anew on the disk below it.
 */
final class DirectoryPlace implements Place {

  /** The newest checkpoint under a name that does not change. */
  static final String LATEST = "latest";

  private final Path directory;
  private final Duration every;
  private final String unfinished = ".unfinished-" + UUID.randomUUID();

  DirectoryPlace(Path directory, Duration every) {
    this.directory = directory.toAbsolutePath().normalize();
    this.every = every;
  }

  @Override
  public Id id() {
    return new Id(Kind.DIRECTORY, directory.toString());
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public String testimony() {
    return "in the directory " + directory;
  }

  /** Cosignatures come a little later than the checkpoint; its file is written again with them. */
  @Override
  public boolean lacks(VouchedCheckpoint newest, CopyState state) {
    return newest.size() > state.size() || newest.note().signatures().size() > state.signatures();
  }

  @Override
  public Outcome deliver(VouchedCheckpoint newest, CopyState state) {
    if (!Files.isDirectory(directory)) {
      return new Outcome.Failed(Failure.UNREACHABLE, "there is no such directory now");
    }
    try {
      Optional<Checkpoint> latest = latest();
      if (latest.isPresent() && !latest.get().origin().equals(origin(newest))) {
        return new Outcome.Failed(
            Failure.FOREIGN, "it has the checkpoints of " + latest.get().origin());
      }
      if (latest.isPresent() && latest.get().size() > newest.size()) {
        return new Outcome.Contradicted(latest.get().size(), false);
      }
      String note = newest.note().format();
      write("%020d".formatted(newest.size()) + CheckpointDirectory.SUFFIX, note);
      write(LATEST, note);
      return Outcome.Delivered.of(newest);
    } catch (IOException failure) {
      return new Outcome.Failed(
          Failure.NOT_WRITABLE, "it cannot be written (" + OwnerOnly.reason(failure) + ")");
    }
  }

  private Optional<Checkpoint> latest() throws IOException {
    try {
      return CheckpointDirectory.read(directory.resolve(LATEST))
          .map(note -> Checkpoint.parse(note.text()));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  private static String origin(VouchedCheckpoint checkpoint) {
    return Checkpoint.parse(checkpoint.signed().note().text()).origin();
  }

  /** Whole or not at all, and for everybody to read. */
  private void write(String name, String text) throws IOException {
    Path beside = directory.resolve(unfinished);
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        beside,
        directory.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
