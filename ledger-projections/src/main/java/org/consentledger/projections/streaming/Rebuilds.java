package org.consentledger.projections.streaming;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rebuilds projections from the first event on, while they go on serving and following. A rebuild
 * keeps its place: after a crash it goes on where it was. Of several nodes one works on a
 * projection at a time.
 */
public final class Rebuilds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
  private static final int BATCH = 500;

  private final Map<String, Projection> projections;
  private final EventLog eventLog;
  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final Progress progress;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("projection-rebuild").daemon().factory());

  /**
   * A rebuild, under way or done.
   *
   * @param position how far it has come
   * @param target where it ends
   * @param startedAt when it began
   * @param finishedAt when it ended, if it has
   * @param failure the kind of error on which it stopped, if it did
   */
  public record Rebuild(
      long position,
      long target,
      Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable String failure) {}

  /** Rebuilds these projections from this history. */
  public Rebuilds(
      List<Projection> projections,
      EventLog eventLog,
      JdbcClient database,
      TransactionTemplate transactions,
      Progress progress,
      Clock clock) {
    this.projections =
        projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
    this.eventLog = eventLog;
    this.database = database;
    this.transactions = transactions;
    this.progress = progress;
    this.clock = clock;
  }

  /** The names of what can be rebuilt. */
  public List<String> names() {
    return projections.keySet().stream().sorted().toList();
  }

  /** Begins to rebuild a projection; one that is being rebuilt goes on. */
  public void start(String name) {
    database
        .sql(
            """
            insert into projection_rebuild (name, position, target, started_at) values (:name, 0, :target, :now)
            on conflict (name) do update
              set position = 0, target = excluded.target, started_at = excluded.started_at,
                  finished_at = null, failure = null
              where projection_rebuild.finished_at is not null or projection_rebuild.failure is not null
            """)
        .param("name", name)
        .param("target", progress.head())
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    worker.execute(() -> run(projections.get(name)));
  }

  /** Goes on with what a crash or a shutdown interrupted. */
  public void resume() {
    for (String name : names()) {
      if (find(name).filter(rebuild -> rebuild.finishedAt() == null).isPresent()) {
        worker.execute(() -> run(projections.get(name)));
      }
    }
  }

  /** The last rebuild of a projection, if there was one. */
  public Optional<Rebuild> find(String name) {
    return database
        .sql(
            """
            select position, target, started_at, finished_at, failure from projection_rebuild where name = :name
            """)
        .param("name", name)
        .query(
            (row, number) ->
                new Rebuild(
                    row.getLong("position"),
                    row.getLong("target"),
                    row.getObject("started_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                    row.getString("failure")))
        .optional();
  }

  private void run(@Nullable Projection projection) {
    if (projection == null) {
      return;
    }
    try {
      boolean more = true;
      while (more && !worker.isShutdown()) {
        more = Boolean.TRUE.equals(transactions.execute(status -> step(projection)));
      }
    } catch (RuntimeException failure) {
      LOG.error("The rebuild of '{}' stopped.", projection.name(), failure);
      database
          .sql("update projection_rebuild set failure = :failure where name = :name")
          .param("failure", failure.getClass().getSimpleName())
          .param("name", projection.name())
          .update();
    }
  }

  /**
   * Takes one batch in; says whether there is more. The row lock keeps other nodes from doing the
   * same batch.
   */
  private boolean step(Projection projection) {
    Optional<long[]> place =
        database
            .sql(
                """
                select position, target from projection_rebuild
                where name = :name and finished_at is null for update
                """)
            .param("name", projection.name())
            .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
            .optional();
    if (place.isEmpty()) {
      return false;
    }
    long target = place.get()[1];
    List<RecordedEvent> events = eventLog.read(place.get()[0], BATCH);
    if (!events.isEmpty()) {
      projection.project(events);
    }
    long reached = events.isEmpty() ? target : events.getLast().position();
    boolean done = reached >= target;
    database
        .sql(
            """
            update projection_rebuild
            set position = :position, finished_at = case when :done then :now::timestamptz end, failure = null
            where name = :name
            """)
        .param("position", Math.min(reached, target))
        .param("done", done)
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param("name", projection.name())
        .update();
    return !done;
  }

  /** Stops after the batch that is under way. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("A rebuild did not stop in time; it goes on at the next start.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
