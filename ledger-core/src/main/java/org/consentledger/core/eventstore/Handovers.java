package org.consentledger.core.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.consentledger.core.vocabulary.MailingId;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * Keeps what leaves the ledger, such as a letter, in order with what ends the permission for it.
 *
 * <p>Whoever hands something over begins the handover first, asks for permission then, and ends the
 * handover when it has left. Whoever ends the permission records that first, and answers only when
 * there was a moment without a handover. So of any handover one of two is true: it ended before the
 * answer, or it began after the end of the permission was recorded, and was not permitted.
 *
 * <p>A handover is a transaction that holds advisory locks of PostgreSQL: it spans all nodes, and
 * is over when the node that holds it dies.
 */
public final class Handovers {

  /**
   * A condition in SQL: whether nothing is being handed over to the person whom {@code subject_id}
   * names, in which case nothing is until the end of the transaction.
   */
  public static final String NOTHING_UNDER_WAY =
      "pg_try_advisory_xact_lock(hashtextextended('subject:' || subject_id, 0))";

  /**
   * Those to whom something is being handed over; to the others nothing is until the end of the
   * transaction.
   */
  private static final String BUSY =
      """
      select subject_id from unnest(?::uuid[]) as asked (subject_id)
      where not pg_try_advisory_xact_lock_shared(hashtextextended('subject:' || subject_id, 0))
      """;

  private static final String LOCK_MAILING =
      "select pg_advisory_xact_lock_shared(hashtextextended('mailing:' || ?, 0))";
  private static final String LOCK_SUBJECT =
      "select pg_advisory_xact_lock(hashtextextended('subject:' || ?, 0))";

  /** Locked and let go in one statement, so that whoever waits holds no connection meanwhile. */
  private static final String LOOK_AT_SUBJECT =
      "select pg_try_advisory_xact_lock_shared(hashtextextended('subject:' || ?, 0))";

  /** Waits in the queue: in looking now and then it would miss the moment between two letters. */
  private static final String LOOK_AT_MAILING =
      "select pg_advisory_xact_lock(hashtextextended('mailing:' || ?, 0))";

  private static final long BETWEEN_LOOKS_NANOS = 5_000_000;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final DataSource dataSource;

  /** Begins and awaits handovers in this database. */
  public Handovers(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A handover that is under way. Closing it ends it. */
  public static final class Handover implements AutoCloseable {

    private final Connection connection;

    private Handover(Connection connection) {
      this.connection = connection;
    }

    /**
     * The transaction that holds the handover; what is written in it stands when it is committed,
     * and is not there where it is only closed.
     */
    public Connection connection() {
      return connection;
    }

    /** Ends the handover; what was written stands. */
    public void commit() throws SQLException {
      connection.commit();
    }

    @Override
    public void close() throws SQLException {
      try (connection) {
        connection.rollback();
      }
    }
  }

  /** Begins to hand something over to somebody; waits for what else is handed over to the same. */
  public Handover begin(SubjectId subject) throws SQLException {
    return begin(List.of(new Lock(LOCK_SUBJECT, subject.toString())));
  }

  /** Begins to hand over a letter of a mailing to somebody; waits for another one to the same. */
  public Handover begin(MailingId mailing, SubjectId subject) throws SQLException {
    return begin(
        List.of(
            new Lock(LOCK_MAILING, mailing.value()), new Lock(LOCK_SUBJECT, subject.toString())));
  }

  private record Lock(String sql, String name) {}

  private Handover begin(List<Lock> locks) throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(false);
      for (Lock lock : locks) {
        select(connection, lock.sql(), lock.name());
      }
      return new Handover(connection);
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  /**
   * Returns when there was a moment at which nothing was being handed over to somebody.
   *
   * @throws LedgerUnavailable where there was none for too long, or the database is away
   */
  public void await(SubjectId subject) {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!isFree(subject)) {
      if (System.nanoTime() - deadline > 0) {
        throw new LedgerUnavailable("A letter is being handed over for too long.", null);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }

  /**
   * To whom of these something is being handed over, and may have been permitted before this
   * transaction. To the others nothing is, and what begins later waits until the transaction is
   * committed: for them there was the moment that {@link #await(SubjectId)} waits for.
   */
  static Set<SubjectId> busy(Connection connection, Set<SubjectId> subjects) throws SQLException {
    Set<SubjectId> busy = new HashSet<>();
    if (subjects.isEmpty()) {
      return busy;
    }
    try (PreparedStatement statement = connection.prepareStatement(BUSY)) {
      statement.setArray(
          1, connection.createArrayOf("uuid", subjects.stream().map(SubjectId::value).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          busy.add(new SubjectId(rows.getObject(1, UUID.class)));
        }
      }
    }
    return busy;
  }

  private boolean isFree(SubjectId subject) {
    try (Connection connection = dataSource.getConnection()) {
      return select(connection, LOOK_AT_SUBJECT, subject.toString());
    } catch (SQLException failure) {
      throw new LedgerUnavailable("Nobody knows whether a letter is being handed over.", failure);
    }
  }

  /**
   * Returns when there was a moment at which no letter of a mailing was being handed over.
   *
   * @throws LedgerUnavailable where there was none for too long, or the database is away
   */
  public void await(MailingId mailing) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        setLongestWait(connection);
        select(connection, LOOK_AT_MAILING, mailing.value());
      } finally {
        connection.rollback();
      }
    } catch (SQLException failure) {
      throw new LedgerUnavailable("Nobody knows whether a letter is being handed over.", failure);
    }
  }

  private void setLongestWait(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('lock_timeout', ?, true)")) {
      statement.setString(1, LONGEST_WAIT.toMillis() + "ms");
      statement.executeQuery().close();
    }
  }

  /** The answer of a function, where it is true or false. */
  private static boolean select(Connection connection, String sql, String parameter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Boolean.TRUE.equals(row.getObject(1));
      }
    }
  }
}
