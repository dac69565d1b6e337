package org.consentledger.api.limits;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections in the order in which they were asked for. HikariCP lets whoever asks last take what
 * it has promised to whoever waits longest, so that under load some wait until their time is over
 * (HikariCP issue 1909), and virtual threads that give connections back spin while others wait
 * (issue 2398). Here one waits in the pool, and the others before it, in a row.
 */
final class FairConnections extends DelegatingDataSource {

  private final Semaphore first = new Semaphore(1, true);
  private final long longestWaitMillis;

  FairConnections(HikariDataSource pool) {
    super(pool);
    this.longestWaitMillis = pool.getConnectionTimeout();
  }

  /**
   * A connection, when it is one's turn.
   *
   * @throws SQLTransientConnectionException where it was not in time
   */
  @Override
  public Connection getConnection() throws SQLException {
    try {
      if (!first.tryAcquire(longestWaitMillis, TimeUnit.MILLISECONDS)) {
        throw new SQLTransientConnectionException("No connection was free in time.", "08001");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("Nobody waits any longer.", "08001", interrupted);
    }
    try {
      return super.getConnection();
    } finally {
      first.release();
    }
  }

  /** How many wait, but for the one who waits in the pool. */
  int waiting() {
    return first.getQueueLength();
  }
}
