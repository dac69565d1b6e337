package org.consentledger.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.consentledger.core.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class JobsTest {

  /** Looked at every five seconds, twenty times would take more than a minute and a half. */
  @Test
  void a_job_that_is_due_often_is_done_often() throws Exception {
    CountDownLatch times = new CountDownLatch(20);
    try (TestDatabase database = TestDatabase.create()) {
      Scheduler scheduler =
          new JobsConfiguration()
              .scheduler(database.program(), List.of(job("often", 100, times), seldom()));
      scheduler.start();
      try {
        assertThat(times.await(60, TimeUnit.SECONDS)).as("done twenty times").isTrue();
      } finally {
        scheduler.stop();
      }
    }
  }

  private static Job seldom() {
    return job("seldom", Duration.ofHours(1).toMillis(), new CountDownLatch(0));
  }

  private static Job job(String name, long milliseconds, CountDownLatch times) {
    return new Job() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Duration every() {
        return Duration.ofMillis(milliseconds);
      }

      @Override
      public void run() {
        times.countDown();
      }
    };
  }
}
