package org.consentledger.projections.streaming;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each projection has come. */
public final class Progress {

  /** Longer than a dead node keeps its claim, so that its death is a delay and no error. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(6);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private final JdbcClient database;

  /** Keeps progress in this database. */
  public Progress(JdbcClient database) {
    this.database = database;
  }

  void reached(String projection, long position) {
    database
        .sql(
            """
            insert into projection_progress (name, position) values (:name, :position)
            on conflict (name) do update set position = greatest(projection_progress.position, excluded.position)
            """)
        .param("name", projection)
        .param("position", position)
        .update();
  }

  /** The position of the last event that a projection has taken in; 0 before the first. */
  public long of(String projection) {
    return database
        .sql("select position from projection_progress where name = :name")
        .param("name", projection)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** The position of the last event of the history; 0 before the first. */
  public long head() {
    return database.sql("select coalesce(max(position), 0) from event").query(Long.class).single();
  }

  /** How many events a projection is behind. */
  public long lag(String projection) {
    return Math.max(0, head() - of(projection));
  }

  /**
   * Waits until a projection holds everything that was acknowledged before the call, so that
   * whoever has just sent a command finds it.
   *
   * @throws ProjectionBehind where it does not get there in time
   */
  public void awaitHead(String projection) {
    long head = head();
    Instant deadline = Instant.now().plus(LONGEST_WAIT);
    while (of(projection) < head) {
      if (Instant.now().isAfter(deadline)) {
        throw new ProjectionBehind(projection);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
