package org.consentledger.api.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.consentledger.core.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Who waits for a connection, and for how long. */
class FairConnectionsTest {

  @Test
  void who_gives_a_connection_back_and_asks_again_comes_after_who_waited() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        HikariDataSource pool = database.programPool(1);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      FairConnections fair = new FairConnections(pool);
      for (int time = 0; time < 50; time++) {
        List<String> served = new CopyOnWriteArrayList<>();
        Future<?> waits;
        try (Connection held = fair.getConnection()) {
          waits =
              threads.submit(
                  () -> {
                    try (Connection gotten = fair.getConnection()) {
                      served.add("waited");
                    }
                    return null;
                  });
          while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 0) {
            Thread.onSpinWait();
          }
        }
        try (Connection again = fair.getConnection()) {
          served.add("again");
        }
        waits.get(30, TimeUnit.SECONDS);
        assertThat(served).containsExactly("waited", "again");
      }
    }
  }

  @Test
  void who_waits_in_vain_is_told_when_the_time_is_over_and_the_next_is_served() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        HikariDataSource pool = database.programPool(1);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      pool.setConnectionTimeout(250);
      FairConnections fair = new FairConnections(pool);
      try (Connection held = fair.getConnection()) {
        List<Future<Connection>> waiting =
            List.of(
                threads.submit(() -> fair.getConnection()),
                threads.submit(() -> fair.getConnection()));
        for (Future<Connection> each : waiting) {
          assertThatThrownBy(() -> each.get(30, TimeUnit.SECONDS))
              .hasCauseInstanceOf(SQLTransientConnectionException.class);
        }
      }
      try (Connection next = fair.getConnection()) {
        assertThat(next.isValid(1)).isTrue();
      }
      assertThat(fair.waiting()).isZero();
    }
  }
}
