package org.consentledger.core.eventstore;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.consentledger.core.eventstore.AppendObserver.Stage;
import org.consentledger.core.eventstore.Attachment.Outcome;
import org.consentledger.core.eventstore.LedgerOverloaded.Reason;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Gives events their place in the one global order, and keeps them. One thread of each node
 * appends; what arrives while it commits is committed together next, so that many commands share
 * one transaction and one flush to disk. An append that breaks a constraint fails alone: the
 * transaction is taken apart and each command tried by itself.
 *
 * <p>A caller waits here without holding a connection; otherwise callers could use up the pool
 * while the appender waits for it.
 */
public final class Appender implements AutoCloseable {

  private static final int MOST_AT_ONCE = 256;
  private static final int MOST_WAITING = 16_384;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** So long a transaction waits for commands that are being decided, to take them along. */
  private static final long LONGEST_GATHERING_NANOS = 5_000_000;

  /** And no longer than this after the last that came. */
  private static final long LONGEST_SILENCE_NANOS = 1_000_000;

  private static final long BETWEEN_LOOKS_NANOS = 200_000;

  private final AppendTransaction transaction;
  private final AppendObserver observer;
  private final Supplier<Optional<String>> halted;
  private final Duration longestWait;
  private final BlockingQueue<Pending> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicInteger underWay = new AtomicInteger();
  private final AppendTimes times = new AppendTimes();
  private final Thread thread;
  private volatile boolean closed;

  private record Pending(
      List<DomainEventMessage<?>> events,
      Attachment attachment,
      CompletableFuture<Optional<Outcome>> outcome,
      StageClock stages) {}

  /**
   * Starts appending.
   *
   * @param projections the read models that are written in the same transaction
   * @param halted why nothing may be recorded now; empty where it may
   */
  public Appender(
      DataSource dataSource,
      EventSerializer serializer,
      Clock clock,
      List<? extends TransactionalProjection> projections,
      Supplier<Optional<String>> halted) {
    this(dataSource, serializer, clock, projections, halted, AppendObserver.NONE);
  }

  /**
   * Starts appending.
   *
   * @param projections the read models that are written in the same transaction
   * @param halted why nothing may be recorded now; empty where it may
   * @param observer is told how long it takes
   */
  public Appender(
      DataSource dataSource,
      EventSerializer serializer,
      Clock clock,
      List<? extends TransactionalProjection> projections,
      Supplier<Optional<String>> halted,
      AppendObserver observer) {
    this(dataSource, serializer, clock, projections, halted, observer, LONGEST_WAIT);
  }

  /**
   * Starts appending.
   *
   * @param longestWait how long a caller waits at most
   */
  Appender(
      DataSource dataSource,
      EventSerializer serializer,
      Clock clock,
      List<? extends TransactionalProjection> projections,
      Supplier<Optional<String>> halted,
      AppendObserver observer,
      Duration longestWait) {
    this.halted = halted;
    this.observer = observer;
    this.longestWait = longestWait;
    this.transaction = new AppendTransaction(dataSource, serializer, clock, projections, observer);
    this.thread = Thread.ofPlatform().name("ledger-appender").unstarted(this::run);
    thread.start();
  }

  /**
   * Appends events with their attachment, or the attachment alone, and returns when both are on
   * disk.
   *
   * @throws ConstraintViolated where somebody else was first, or the idempotency key was used
   * @throws LedgerUnavailable where the database is away: it may be recorded
   * @throws LedgerOverloaded where its turn did not come: it is not recorded
   * @throws LedgerHalted where nothing may be recorded now
   */
  public Appended append(List<DomainEventMessage<?>> events, Attachment attachment) {
    halted
        .get()
        .ifPresent(
            reason -> {
              throw new LedgerHalted(reason);
            });
    observer.took(Stage.DECIDE, attachment.nanosSinceItWasPrepared());
    Pending pending =
        new Pending(
            List.copyOf(events), attachment, new CompletableFuture<>(), new StageClock(observer));
    boolean queued = waiting.offer(pending);
    // Looked at only now: what was queued before the end began is still appended.
    if (!queued || (closed && takeBack(pending))) {
      throw overloaded(queued ? Reason.ENDING : Reason.TURN);
    }
    Outcome outcome =
        await(pending).orElseThrow(() -> new ConstraintViolated(KeptAnswer.CONSTRAINT));
    attachment.committed(outcome);
    return outcome.appended();
  }

  /** A command is being decided, and will probably be appended soon. */
  void expect() {
    underWay.incrementAndGet();
  }

  /** A command that was expected was appended, or will not be. */
  void expectNoMore() {
    underWay.decrementAndGet();
  }

  private Optional<Outcome> await(Pending pending) {
    try {
      return pending.outcome().orTimeout(longestWait.toNanos(), TimeUnit.NANOSECONDS).join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof TimeoutException late) {
        throw takeBack(pending)
            ? overloaded(Reason.TURN)
            : new LedgerUnavailable("The database does not answer in time.", late);
      }
      if (failure.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw failure;
    }
  }

  /** Whether it had not been begun, and now never will be. */
  private boolean takeBack(Pending pending) {
    return waiting.remove(pending);
  }

  private LedgerOverloaded overloaded(Reason reason) {
    return new LedgerOverloaded(reason, expectedWait());
  }

  /**
   * How long what comes now will probably wait for its turn: the transactions before it, each as
   * long as the last ones took. No time where nothing is under way.
   */
  public Duration expectedWait() {
    return times.expected(1 + waiting.size() / MOST_AT_ONCE);
  }

  private void run() {
    List<Pending> batch = new ArrayList<>(MOST_AT_ONCE);
    while (!closed || !waiting.isEmpty()) {
      try {
        Pending first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        batch.add(first);
        gather(batch);
        batch.forEach(pending -> pending.stages().ended(Stage.QUEUE));
        times.began();
        append(batch);
      } catch (InterruptedException ending) {
        closed = true;
      } catch (Error failure) {
        // The thread must outlive it: without it, every later command would wait in vain.
        LedgerUnavailable told = new LedgerUnavailable("The append failed.", failure);
        batch.forEach(pending -> pending.outcome().completeExceptionally(told));
      } finally {
        times.ended();
        batch.clear();
      }
    }
  }

  /**
   * Takes along what waits, and what is being decided meanwhile, as long as it keeps coming: a
   * transaction costs the same for one command and for many. Whoever is alone does not wait; and
   * who waits for another command to the same aggregate does not come before that is recorded.
   */
  private void gather(List<Pending> batch) {
    long begun = System.nanoTime();
    long lastCame = begun;
    waiting.drainTo(batch, MOST_AT_ONCE - batch.size());
    try {
      while (batch.size() < Math.min(MOST_AT_ONCE, underWay.get())
          && System.nanoTime() - begun < LONGEST_GATHERING_NANOS
          && System.nanoTime() - lastCame < LONGEST_SILENCE_NANOS) {
        Pending next = waiting.poll(BETWEEN_LOOKS_NANOS, TimeUnit.NANOSECONDS);
        if (next != null) {
          batch.add(next);
          waiting.drainTo(batch, MOST_AT_ONCE - batch.size());
          lastCame = System.nanoTime();
        }
      }
    } catch (InterruptedException ending) {
      closed = true; // what was gathered is appended still
    }
  }

  private void append(List<Pending> batch) {
    try {
      List<Optional<Outcome>> outcomes =
          transaction.commit(batch.stream().map(Appender::entry).toList());
      for (int i = 0; i < outcomes.size(); i++) {
        batch.get(i).outcome().complete(outcomes.get(i));
      }
    } catch (SQLException | RuntimeException failure) {
      if (batch.size() > 1 && !isUnreachable(failure)) {
        batch.forEach(pending -> append(List.of(pending)));
      } else {
        RuntimeException told = translate(failure);
        batch.forEach(pending -> pending.outcome().completeExceptionally(told));
      }
    }
  }

  private static AppendTransaction.Entry entry(Pending pending) {
    return new AppendTransaction.Entry(pending.events(), pending.attachment());
  }

  private static RuntimeException translate(Exception failure) {
    Optional<String> constraint = brokenConstraint(failure);
    if (constraint.isPresent()) {
      return new ConstraintViolated(constraint.get());
    }
    if (failure instanceof RuntimeException known) {
      return known;
    }
    return isTransient((SQLException) failure)
        ? new LedgerUnavailable("The database does not take events.", failure)
        : new IllegalStateException("The database refuses what the ledger sends.", failure);
  }

  private static Optional<String> brokenConstraint(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException known) {
        return Optional.ofNullable(known.getServerErrorMessage())
            .map(ServerErrorMessage::getConstraint);
      }
    }
    return Optional.empty();
  }

  /** Connection lost, refused or shut down: taking the batch apart would only multiply the wait. */
  private static boolean isUnreachable(Exception failure) {
    return failure instanceof SQLException known
        && (known.getSQLState() == null
            || known.getSQLState().startsWith("08")
            || known.getSQLState().startsWith("57P"));
  }

  /**
   * What may succeed when it is sent again: no connection, no resources, a conflict of
   * transactions.
   */
  private static boolean isTransient(SQLException failure) {
    String state = failure.getSQLState();
    return isUnreachable(failure)
        || (state != null && (state.startsWith("53") || state.startsWith("40")));
  }

  /** Finishes what is waiting, takes nothing more. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(longestWait);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    List<Pending> neverBegun = new ArrayList<>();
    waiting.drainTo(neverBegun);
    neverBegun.forEach(
        pending -> pending.outcome().completeExceptionally(overloaded(Reason.ENDING)));
  }
}
