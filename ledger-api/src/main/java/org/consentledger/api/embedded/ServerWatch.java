package org.consentledger.api.embedded;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded server again if it ends while the program runs: killed, or out of memory. Its
 * data are safe, and the pool finds it where it was.
 */
final class ServerWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);

  private final EmbeddedDatabase database;
  private volatile boolean closed;

  ServerWatch(EmbeddedDatabase database) {
    this.database = database;
    watch();
  }

  private void watch() {
    try {
      database
          .serverProcess()
          .ifPresent(server -> Thread.ofVirtual().start(() -> startAgainAfter(server)));
    } catch (IOException | RuntimeException gone) {
      LOG.error("PostgreSQL cannot be watched; if it ends, start the ledger again.");
    }
  }

  private void startAgainAfter(ProcessHandle server) {
    server.onExit().join();
    if (closed) {
      return;
    }
    LOG.error("PostgreSQL ended by itself, and is started again. Nothing acknowledged is lost.");
    try {
      database.startAgain();
      watch();
    } catch (IOException | RuntimeException failure) {
      LOG.error("PostgreSQL could not be started again. Stop the ledger and start it.", failure);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
