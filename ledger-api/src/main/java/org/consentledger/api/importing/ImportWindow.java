package org.consentledger.api.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.consentledger.api.query.LimitedLines;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines that are under way. Those that have nothing in common are carried out beside one
 * another, so that they share transactions; those that have, one after another. They are answered
 * in the order in which they came, and a reader who does not read keeps more from being taken in.
 */
final class ImportWindow implements AutoCloseable {

  /** How many lines are under way at most. */
  static final int MOST_LINES = 128;

  private static final long MOST_BYTES = 16L << 20;
  private static final int MOST_TRIES = 5;
  private static final long BACK_OFF_NANOS = 100_000_000;

  private final LineReader reader;
  private final ImportMetrics metrics;
  private final JsonMapper json;
  private final OutputStream out;
  private final Function<ImportLine, LineAnswer> endpoint;
  private final Deque<UnderWay> underWay = new ArrayDeque<>();
  private final Map<String, CompletableFuture<Optional<ImportResult>>> last = new HashMap<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param order what it shares with lines that must wait for it
   * @param result what became of it; nothing where it was not begun because the ledger had failed
   */
  private record UnderWay(
      int size, Set<String> order, CompletableFuture<Optional<ImportResult>> result) {}

  ImportWindow(
      LineReader reader,
      ImportMetrics metrics,
      JsonMapper json,
      OutputStream out,
      Function<ImportLine, LineAnswer> endpoint) {
    this.reader = reader;
    this.metrics = metrics;
    this.json = json;
    this.out = out;
    this.endpoint = endpoint;
  }

  /** Begins with a line, as soon as there is room; answers whether the import goes on. */
  boolean take(LimitedLines.Line line) throws IOException {
    while (!hasRoomFor(line)) {
      if (!answerFirst()) {
        return false;
      }
    }
    switch (reader.read(line)) {
      case ReadLine.Wrong wrong ->
          underWay.add(
              new UnderWay(
                  0,
                  Set.of(),
                  CompletableFuture.completedFuture(Optional.of(result(line.number(), wrong)))));
      case ReadLine.Command command -> begin(line, command);
    }
    return true;
  }

  /** Answers everything that was begun; answers whether the import goes on. */
  boolean answerAll() throws IOException {
    while (!underWay.isEmpty()) {
      if (!answerFirst()) {
        return false;
      }
    }
    out.flush();
    return true;
  }

  private boolean hasRoomFor(LimitedLines.Line line) {
    long held = underWay.stream().mapToLong(UnderWay::size).sum();
    return underWay.isEmpty() || (underWay.size() < MOST_LINES && held + line.size() <= MOST_BYTES);
  }

  private void begin(LimitedLines.Line line, ReadLine.Command command) {
    long number = line.number();
    CompletableFuture<?>[] before =
        command.order().stream()
            .map(last::get)
            .filter(Objects::nonNull)
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture<Optional<ImportResult>> result =
        CompletableFuture.allOf(before)
            .thenApplyAsync(earlier -> carryOut(number, command.line()), threads);
    command.order().forEach(shared -> last.put(shared, result));
    underWay.add(new UnderWay(line.size(), command.order(), result));
  }

  /**
   * Carries a line out. After a failure of the ledger, no line that was not begun is begun: lines
   * that follow one another must not be done without the first.
   */
  private Optional<ImportResult> carryOut(long number, ImportLine line) {
    if (stopped.get()) {
      return Optional.empty();
    }
    LineAnswer answer = endpoint.apply(line);
    for (int tries = 1; answer.isToBeTriedAgain() && tries < MOST_TRIES; tries++) {
      LockSupport.parkNanos(
          BACK_OFF_NANOS * tries * tries + ThreadLocalRandom.current().nextLong(BACK_OFF_NANOS));
      answer = endpoint.apply(line);
    }
    if (HttpStatus.valueOf(answer.status()).is5xxServerError()) {
      stopped.set(true);
    }
    return Optional.of(
        new ImportResult(
            number, line.idempotencyKey(), answer.status(), answer.replayed(), answer.body()));
  }

  private ImportResult result(long number, ReadLine.Wrong wrong) {
    return new ImportResult(
        number,
        wrong.idempotencyKey(),
        wrong.problem().status(),
        false,
        json.writeValueAsString(wrong.problem()));
  }

  private boolean answerFirst() throws IOException {
    UnderWay first = underWay.remove();
    Optional<ImportResult> result = first.result().join();
    first.order().forEach(shared -> last.remove(shared, first.result()));
    if (result.isEmpty()) {
      return false;
    }
    metrics.count(result.get());
    out.write(json.writeValueAsBytes(result.get()));
    out.write('\n');
    return !HttpStatus.valueOf(result.get().status()).is5xxServerError();
  }

  /** Begins nothing more, and waits for what was begun. */
  @Override
  public void close() {
    stopped.set(true);
    threads.close();
  }
}
