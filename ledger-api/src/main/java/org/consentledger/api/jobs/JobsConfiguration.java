package org.consentledger.api.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the jobs, on whichever node is free. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /** A node that was silent for so many heartbeats is dead, and its jobs are another's. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  @Bean(initMethod = "start", destroyMethod = "stop")
  @DependsOnDatabaseInitialization
  Scheduler scheduler(DataSource dataSource, List<Job> jobs) {
    return Scheduler.create(dataSource)
        .startTasks(jobs.stream().map(JobsConfiguration::task).toList())
        .threads(2)
        .pollingInterval(BETWEEN_LOOKS)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(LONGEST_END)
        .build();
  }

  private static RecurringTask<Void> task(Job job) {
    return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
        .execute((instance, context) -> job.run());
  }
}
