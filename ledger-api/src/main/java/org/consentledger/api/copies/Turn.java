package org.consentledger.api.copies;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose turn it is to carry checkpoints outside. It is a lease and no lock, because a lock would
 * hold a transaction or a connection through every call over the network; a node that dies is
 * followed by another when its lease ends. By the clock of the database, so that those of the nodes
 * need not agree.
 */
final class Turn {

  private final JdbcClient database;
  private final Duration length;
  private final UUID node = UUID.randomUUID();
  private long renewedAt;
  private boolean mine;

  Turn(JdbcClient database, Duration length) {
    this.database = database;
    this.length = length;
  }

  /** Whether it is this node's; it is kept by being asked for. */
  boolean isMine() {
    long now = System.nanoTime();
    if (mine && now - renewedAt < length.toNanos() / 3) {
      return true;
    }
    renewedAt = now;
    mine = false; // until it is known
    mine =
        database
                .sql(
                    """
                    update ledger_copy_turn
                    set holder = :node, ends = clock_timestamp() + make_interval(secs => :seconds)
                    where holder = :node or ends < clock_timestamp()
                    """)
                .param("node", node)
                .param("seconds", length.toMillis() / 1000.0)
                .update()
            == 1;
    return mine;
  }

  /** Leaves the turn to the next node at once. */
  void end() {
    mine = false;
    database
        .sql("update ledger_copy_turn set holder = null, ends = '-infinity' where holder = :node")
        .param("node", node)
        .update();
  }
}
