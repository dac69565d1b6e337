package org.consentledger.projections.due;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.projections.current.CurrentRegisters;
import org.consentledger.projections.current.CurrentSubjects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at all subjects again after a register changed, a page at a time, each page in a
 * transaction of its own. It goes on where it was interrupted, and begins anew where a register
 * changed meanwhile.
 */
public final class DueReview {

  private static final int AT_ONCE = 1000;

  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final CurrentSubjects subjects;
  private final CurrentRegisters registers;
  private final DueRows rows;
  private final Clock clock;

  private record Under(long position, @Nullable UUID lookedAt) {}

  /** Looks at the subjects of this database. */
  public DueReview(
      JdbcClient database,
      TransactionTemplate transactions,
      CurrentSubjects subjects,
      CurrentRegisters registers,
      Clock clock) {
    this.database = database;
    this.transactions = transactions;
    this.subjects = subjects;
    this.registers = registers;
    this.rows = new DueRows(database);
    this.clock = clock;
  }

  /** Looks until nothing is left to look at. */
  public void run() {
    while (Boolean.TRUE.equals(transactions.execute(status -> lookOn()))) {
      // The next page.
    }
  }

  /** One page; whether there may be more. */
  private boolean lookOn() {
    Optional<Under> under = take();
    if (under.isEmpty()) {
      return false;
    }
    List<CurrentSubject> page = subjects.page(under.get().lookedAt(), AT_ONCE);
    if (page.isEmpty()) {
      database
          .sql(
              """
              update retention_review set done = under_way, under_way = null, looked_at = null
              """)
          .update();
      return true;
    }
    rows.replace(page, registers.current(), clock.instant());
    database
        .sql("update retention_review set looked_at = :last")
        .param("last", page.getLast().state().subjectId().value())
        .update();
    return true;
  }

  private Optional<Under> take() {
    return database
        .sql(
            """
            update retention_review
            set looked_at = case when under_way = wanted then looked_at end, under_way = wanted
            where wanted > done
            returning under_way, looked_at
            """)
        .query(
            (row, number) ->
                new Under(row.getLong("under_way"), row.getObject("looked_at", UUID.class)))
        .optional();
  }
}
