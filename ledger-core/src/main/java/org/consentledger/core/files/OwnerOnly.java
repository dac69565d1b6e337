package org.consentledger.core.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but the user of the program can open. */
public final class OwnerOnly {
  private static final String FILE = "rw-------";

  private OwnerOnly() {}

  /** Makes the folder, and those above it, where they are missing. */
  public static void createDirectories(Path folder) throws IOException {
    Files.createDirectories(folder, permissions("rwx------"));
  }

  /**
   * Takes back the rights that others have on the folder, where the file system knows of others.
   */
  public static void restrict(Path folder) throws IOException {
    PosixFileAttributeView rights =
        Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (rights != null) {
      rights.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }

  /**
   * Writes a file, or writes it anew: whole or not at all, because one cut short by a crash would
   * lock everybody out. It is on disk when this returns.
   */
  public static void write(Path file, String text) throws IOException {
    Path beside = writeBeside(file, text);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flushEntries(file);
  }

  /**
   * Writes a file that is not there yet, whole or not at all. It is on disk when this returns.
   *
   * @throws FileAlreadyExistsException where it is there, even if somebody else has just made it
   */
  public static void create(Path file, String text) throws IOException {
    Path beside = writeBeside(file, text);
    try {
      Files.createLink(file, beside); // unlike a move, a link never replaces anything
    } finally {
      Files.delete(beside);
    }
    flushEntries(file);
  }

  private static Path writeBeside(Path file, String text) throws IOException {
    Path folder = folderOf(file);
    createDirectories(folder);
    Path beside = Files.createTempFile(folder, file.getFileName() + ".", ".new", permissions(FILE));
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return beside;
  }

  /** A name is on disk when its folder is. */
  private static void flushEntries(Path file) throws IOException {
    try (FileChannel folder = FileChannel.open(folderOf(file), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("This names no file.");
    }
    return folder;
  }

  /** Java's message of a file failure is often no more than the path. */
  public static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException e -> "access denied";
      case FileAlreadyExistsException e -> "a file is in its place";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> failure.getClass().getSimpleName();
    };
  }

  private static FileAttribute<?>[] permissions(String posix) {
    boolean supported = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return supported
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
        }
        : new FileAttribute<?>[0];
  }
}
