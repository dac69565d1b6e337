package org.consentledger.core.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.consentledger.core.files.OwnerOnly;
import org.consentledger.core.log.note.SignedNote;

/**
 * The newest checkpoint in a file beside the key of the log. It is the copy that is always there: a
 * database that is restored from an old backup, under the same key, is told by it.
 */
public final class CheckpointFile implements CheckpointCopies {

  private final Path file;

  /** Keeps the checkpoint in this file. */
  public CheckpointFile(Path file) {
    this.file = file;
  }

  @Override
  public List<SignedNote> known() {
    try {
      return List.of(SignedNote.parse(Files.readAllBytes(file)));
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new LogUnusable(
          "The copy of the newest checkpoint, "
              + file
              + ", cannot be read. Restore it, or delete"
              + " it if you are sure that the database is the newest there is.");
    }
  }

  @Override
  public void keep(SignedNote checkpoint) {
    try {
      OwnerOnly.write(file, checkpoint.format());
    } catch (IOException failure) {
      throw new LogUnusable(
          "The copy of the newest checkpoint, "
              + file
              + ", cannot be written ("
              + OwnerOnly.reason(failure)
              + ").");
    }
  }
}
