package org.consentledger.core.log.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The files of an archive, by names with slashes. Several threads may read at the same time. */
sealed interface Archive extends AutoCloseable permits FolderArchive, ZipArchive {

  /** A folder as it is, anything else as a ZIP file. */
  static Archive open(Path path) throws IOException {
    return Files.isDirectory(path) ? new FolderArchive(path) : new ZipArchive(path);
  }

  /** Hears of each file. */
  interface Visitor {
    void file(String name, long bytes) throws IOException;
  }

  void visit(Visitor visitor) throws IOException;

  /** Makes findings of what is wrong around the files, and in those that nobody reads otherwise. */
  void checkPacking(Findings findings) throws IOException;

  boolean has(String name);

  /**
   * The bytes of a file, one after the other.
   *
   * @throws java.nio.file.NoSuchFileException if there is none of that name
   */
  InputStream stream(String name) throws IOException;

  /** How long a file says it is. */
  long length(String name) throws IOException;

  /**
   * A whole file.
   *
   * @throws IOException also if it is longer than that
   */
  default byte[] read(String name, int atMost) throws IOException {
    long length = length(name);
    if (length > atMost) {
      throw new IOException(name + " is longer than " + atMost + " bytes.");
    }
    byte[] bytes = new byte[(int) length];
    try (InputStream in = stream(name)) {
      int read = in.readNBytes(bytes, 0, bytes.length);
      if (in.read() >= 0) {
        throw new IOException(name + " is longer than it says.");
      }
      return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    }
  }

  @Override
  void close() throws IOException;
}
