package org.consentledger.core.log.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for a while. Whoever puts files into it deletes them before it is closed. */
record TemporaryFolder(Path path) implements AutoCloseable {

  static TemporaryFolder create() throws IOException {
    return new TemporaryFolder(Files.createTempDirectory("ledger-verify-"));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
