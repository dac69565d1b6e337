package org.consentledger.core.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.core.files.OwnerOnly;
import org.consentledger.core.log.note.SignerKey;

/**
 * The file with the key that signs for the log. It lies outside the database, so that who has the
 * database alone cannot sign another history. One key a line; two while one replaces the other, the
 * old one first.
 */
public final class LogKeyFile {

  private final Path file;

  /** Keeps keys in this file. */
  public LogKeyFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /** Where the keys are. */
  public Path path() {
    return file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * The keys.
   *
   * @throws LogUnusable where the file is missing, cannot be read or holds something else
   */
  List<SignerKey> read() {
    if (!exists()) {
      throw new LogUnusable(
          "The key file of the log, "
              + file
              + ", is missing, but the log has been signed with its key. Put the file back from its"
              + " copy and start again; another key cannot go on with this log.");
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank())
          .map(SignerKey::parse)
          .toList();
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new LogUnusable(
          "The key file of the log, " + file + ", cannot be read, or holds no keys.");
    }
  }

  /** Makes the file with its first key; refuses to replace one. */
  void create(SignerKey key) {
    try {
      OwnerOnly.create(file, key.format() + "\n");
    } catch (IOException failure) {
      throw notWritten(failure);
    }
  }

  /** Replaces the keys, in one step: a crash leaves the old ones or the new ones. */
  void write(List<SignerKey> keys) {
    try {
      OwnerOnly.write(
          file, keys.stream().map(key -> key.format() + "\n").collect(Collectors.joining()));
    } catch (IOException failure) {
      throw notWritten(failure);
    }
  }

  private LogUnusable notWritten(IOException failure) {
    return new LogUnusable(
        "The key file of the log, "
            + file
            + ", cannot be written ("
            + OwnerOnly.reason(failure)
            + ").");
  }
}
