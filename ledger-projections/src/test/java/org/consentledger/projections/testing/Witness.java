package org.consentledger.projections.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.projections.streaming.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A projection that writes down what it was fed, and in which order. It takes nothing in twice:
 * that is an error. It can be made to fail on an event.
 */
public final class Witness implements Projection {

  private final String name;
  private final JdbcClient database;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile Predicate<RecordedEvent> poison = event -> false;

  /** Writes to this database, into a table of its name. */
  public Witness(String name, JdbcClient database) {
    this.name = name;
    this.database = database;
  }

  /** Makes the table of the witness of this name. */
  public static void makeTable(String name, TestDatabase database) {
    for (String statement :
        List.of(
            "create table %s (position bigint primary key, turn bigserial)",
            "grant select, insert on %s to ledger_program",
            "grant usage on sequence %s_turn_seq to ledger_program")) {
      database.ownerClient().sql(statement.formatted(name)).update();
    }
  }

  /** From now on it fails on such events, after having written down what came before them. */
  public void failOn(Predicate<RecordedEvent> event) {
    poison = event;
  }

  /** From now on it fails no more. */
  public void heal() {
    poison = event -> false;
  }

  /** How often it has failed. */
  public int failures() {
    return failures.get();
  }

  /** The positions of what it has taken in, in the order in which it was fed. */
  public List<Long> takenIn() {
    return database
        .sql("select position from %s order by turn".formatted(name))
        .query(Long.class)
        .list();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void project(List<RecordedEvent> events) {
    for (RecordedEvent event : events) {
      if (poison.test(event)) {
        failures.incrementAndGet();
        throw new IllegalStateException("This event cannot be taken in.");
      }
      database
          .sql("insert into %s (position) values (:position)".formatted(name))
          .param("position", event.position())
          .update();
    }
  }
}
