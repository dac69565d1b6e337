package org.consentledger.core.log.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for a while, named by the process whose it is. Whoever puts files into it deletes them
 * before it is closed.
 */
record TemporaryFolder(Path path) implements AutoCloseable {

  /** How the names of this process's folders begin. */
  static String prefix() {
    return "ledger-verify-" + ProcessHandle.current().pid() + "-";
  }

  static TemporaryFolder create() throws IOException {
    return new TemporaryFolder(Files.createTempDirectory(prefix()));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
