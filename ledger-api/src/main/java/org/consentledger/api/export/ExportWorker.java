package org.consentledger.api.export;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.core.files.OwnerOnly;
import org.consentledger.projections.export.Exporter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the exports that were asked for, one at a time on each node. One that a crash interrupted
 * is made anew by whoever is free; that it is complete is recorded once.
 */
@Component
final class ExportWorker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ExportWorker.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration BETWEEN_TELLINGS = Duration.ofMillis(300);

  private final ExportJobs jobs;
  private final Exporter exporter;
  private final ExportProperties properties;
  private final Clock clock;
  private final Counter exported;
  private volatile boolean running;
  private Thread thread = new Thread(() -> {});

  ExportWorker(
      ExportJobs jobs,
      Exporter exporter,
      ExportProperties properties,
      Clock clock,
      MeterRegistry metrics) {
    this.jobs = jobs;
    this.exporter = exporter;
    this.properties = properties;
    this.clock = clock;
    this.exported =
        Counter.builder("ledger.export.events")
            .description("Events written to exports")
            .baseUnit("events")
            .register(metrics);
    metrics.gauge("ledger.export.running", jobs, ExportJobs::running);
  }

  Path file(ExportJob job) {
    return properties.directory().toAbsolutePath().resolve(job.storedName());
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("ledger-exports").daemon().start(this::run);
  }

  /** To be called when an export was asked for here: it is begun at once. */
  void lookNow() {
    LockSupport.unpark(thread);
  }

  private void run() {
    while (running) {
      try {
        Instant now = clock.instant();
        Optional<ExportJob> job = jobs.take(now, now.minus(properties.silence()));
        if (job.isPresent()) {
          make(job.get());
        } else {
          LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
      } catch (RuntimeException databaseAway) {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }

  private void make(ExportJob job) {
    try {
      OwnerOnly.createDirectories(properties.directory().toAbsolutePath());
      discardEarlierAttempts(job);
      Exporter.Made made =
          exporter.write(job.format(), job.scope(), file(job), new ThrottledTelling(job));
      exported.increment((double) made.events());
      if (!jobs.done(job, made, clock.instant())) {
        Files.deleteIfExists(file(job)); // another node took this one for gone
      }
    } catch (Stopped endOfProgram) {
      LOG.info("An export was interrupted; it is made anew after the next start.");
    } catch (IOException | UncheckedIOException failure) {
      fail(job, ExportJob.Failure.FILE, failure);
    } catch (RuntimeException failure) {
      fail(job, ExportJob.Failure.LEDGER, failure);
    }
  }

  private void fail(ExportJob job, ExportJob.Failure why, Exception failure) {
    LOG.error("The export {} could not be made.", job.exportId(), failure);
    jobs.fail(job, why, clock.instant());
  }

  /** What was being written when a node was killed would lie there for ever. */
  private void discardEarlierAttempts(ExportJob job) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(properties.directory().toAbsolutePath(), job.exportId() + "-*")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The program ends while an export is being written. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("The program ends.", null, false, false);
    }
  }

  /** Tells of progress a few times a second, however fast it is. */
  private final class ThrottledTelling implements Exporter.Listener {
    private final ExportJob job;
    private Instant told = Instant.MIN;

    ThrottledTelling(ExportJob job) {
      this.job = job;
    }

    @Override
    public void written(long events, long all) {
      if (!running) {
        throw new Stopped();
      }
      Instant now = clock.instant();
      if (told.plus(BETWEEN_TELLINGS).isBefore(now)) {
        told = now;
        jobs.progress(job, events, all, now);
      }
    }
  }

  /** Deletes the files whose time is over. */
  @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void expire() {
    expireBefore(clock.instant().minus(properties.retention()));
  }

  void expireBefore(Instant moment) {
    for (ExportJob job : jobs.expire(moment)) {
      try {
        Files.deleteIfExists(file(job));
      } catch (IOException failure) {
        LOG.warn("The file of the export {} could not be deleted.", job.exportId());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    LockSupport.unpark(thread);
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
