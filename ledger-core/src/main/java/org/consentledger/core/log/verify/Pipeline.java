package org.consentledger.core.log.verify;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Lets all cores work on units while the caller's thread alone finds them and takes what came of
 * them, in order. How many units wait is bounded, and so is how much of the archive they hold.
 */
final class Pipeline implements AutoCloseable {

  private static final long MOST_BYTES = 48L << 20;

  private final int workers = Runtime.getRuntime().availableProcessors();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          workers, Thread.ofPlatform().daemon().name("verify-", 0).factory());
  private final Deque<Pending> pending = new ArrayDeque<>();
  private long pendingBytes;

  /** A piece of work that can be done beside others. */
  interface Unit {

    /** About how many bytes it keeps in memory until it is done. */
    long weight();

    Outcome run();
  }

  /** Where units come from. */
  interface Source {
    @Nullable Unit next() throws IOException;
  }

  /** Where outcomes go. */
  interface Sink {
    void accept(Outcome outcome) throws IOException;
  }

  private record Pending(Future<Outcome> outcome, long weight) {}

  void run(Source source, Sink sink) throws IOException {
    while (true) {
      Unit unit = isFull() ? null : source.next();
      if (unit != null) {
        pending.add(new Pending(threads.submit(unit::run), unit.weight()));
        pendingBytes += unit.weight();
      } else if (pending.isEmpty()) {
        return;
      } else {
        Pending first = pending.remove();
        pendingBytes -= first.weight();
        sink.accept(await(first.outcome()));
      }
    }
  }

  private boolean isFull() {
    return pending.size() > 3 * workers || pendingBytes > MOST_BYTES;
  }

  private static Outcome await(Future<Outcome> outcome) {
    try {
      return outcome.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The verification was interrupted.", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("The verification failed.", failure.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
