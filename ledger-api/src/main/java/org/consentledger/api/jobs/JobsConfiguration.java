package org.consentledger.api.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.consentledger.core.eventstore.LedgerHalted;
import org.consentledger.core.eventstore.LedgerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the jobs, on whichever node is free. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(JobsConfiguration.class);

  /** Each look is a query; nobody looks more often for a job that is wanted at once. */
  private static final Duration SHORTEST_LOOK = Duration.ofMillis(100);

  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

  /** A node that was silent for so many heartbeats is dead, and its jobs are another's. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED_HEARTBEATS = 4;

  /** A job that waits for somebody else, such as a mail server, keeps no other from running. */
  private static final int LEAST_THREADS = 2;

  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  /** The command line's own use of the program runs none. */
  @ConditionalOnProperty(name = "ledger.jobs", matchIfMissing = true)
  @Bean(initMethod = "start", destroyMethod = "stop")
  @DependsOnDatabaseInitialization
  Scheduler scheduler(DataSource dataSource, List<Job> jobs) {
    return Scheduler.create(dataSource)
        .startTasks(jobs.stream().map(JobsConfiguration::task).toList())
        .threads(Math.max(LEAST_THREADS, jobs.size()))
        .pollingInterval(betweenLooks(jobs))
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(LONGEST_END)
        .build();
  }

  /** As often as the job that is due most often, or it would be done less often than it says. */
  private static Duration betweenLooks(List<Job> jobs) {
    Duration shortest =
        jobs.stream().map(Job::every).min(Comparator.naturalOrder()).orElse(LONGEST_LOOK);
    return Collections.max(
        List.of(SHORTEST_LOOK, Collections.min(List.of(LONGEST_LOOK, shortest))));
  }

  private static RecurringTask<Void> task(Job job) {
    return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
        .execute((instance, context) -> run(job));
  }

  private static void run(Job job) {
    try {
      job.run();
    } catch (LedgerUnavailable | LedgerHalted notNow) {
      LOG.warn("The job {} waits until the ledger records again.", job.name());
    }
  }
}
