package org.consentledger.projections.streaming;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Lets Axon's processors run in Spring's transactions, where {@code JdbcClient} takes part by
 * itself.
 */
public final class SpringTransactions implements TransactionManager {

  private final PlatformTransactionManager transactions;

  /** Runs in these transactions. */
  public SpringTransactions(PlatformTransactionManager transactions) {
    this.transactions = transactions;
  }

  @Override
  public Transaction startTransaction() {
    TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
    return new Transaction() {
      @Override
      public void commit() {
        if (status.isNewTransaction() && !status.isCompleted()) {
          transactions.commit(status);
        }
      }

      @Override
      public void rollback() {
        if (status.isNewTransaction() && !status.isCompleted()) {
          transactions.rollback(status);
        }
      }
    };
  }
}
