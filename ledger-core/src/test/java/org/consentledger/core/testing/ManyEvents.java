package org.consentledger.core.testing;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A history that is long enough for a database to think about how to read it, put there by SQL; and
 * how much of it a statement reads.
 */
public final class ManyEvents {

  /** How many there are. */
  public static final int COUNT = 20_000;

  private final TestDatabase database;

  private ManyEvents(TestDatabase database) {
    this.database = database;
  }

  /** Puts them, their salts and their leaves into an empty database. */
  public static ManyEvents in(TestDatabase database) {
    ManyEvents many = new ManyEvents(database);
    many.execute(
        """
        insert into event select n, gen_random_uuid(), 'DataSubject', gen_random_uuid()::text, 0, 'subject.registered', '1',
          now(), json_build_object('padding', repeat('x', 300)), '{}' from generate_series(1, %d) n
        """
            .formatted(COUNT));
    many.execute(
        """
        insert into event_salt
        select position, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) from event
        """);
    many.execute(
        "insert into ledger_leaf select position, position, repeat('y', 300)::bytea from event");
    return many;
  }

  /** Executes a statement as the superuser. */
  public void execute(String statement) {
    JdbcClient.create(database.superuser()).sql(statement).update();
  }

  /** Lets the database count what it has. */
  public void analyse() {
    execute("analyze");
  }

  /** How many rows of all tables are read for this, whatever of them is answered. */
  public long rowsReadFor(Runnable reading) {
    return requireNonNull(
        new TransactionTemplate(new DataSourceTransactionManager(database.program()))
            .execute(
                transaction -> {
                  long before = rowsRead();
                  reading.run();
                  return rowsRead() - before;
                }));
  }

  /** By this connection, as far as it has not reported it to the server yet. */
  private long rowsRead() {
    return database
        .programClient()
        .sql("select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables")
        .query(Long.class)
        .single();
  }
}
