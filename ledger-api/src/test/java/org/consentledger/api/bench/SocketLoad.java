package org.consentledger.api.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Load from the bench's own process, for latencies, and where wrk is not there. Each client has a
 * thread and a connection that is kept.
 */
final class SocketLoad implements Load {

  @Override
  public String name() {
    return "the bench's own load (Java, a thread and a connection a client)";
  }

  /**
   * How long answers took, in milliseconds.
   *
   * @param perSecond how many were asked for a second
   */
  record Latencies(double perSecond, double p50, double p99, double p999) {

    @Override
    public String toString() {
      return "p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms at %.0f/s"
          .formatted(p50, p99, p999, perSecond);
    }
  }

  @Override
  public double perSecond(BenchedLedger ledger, List<Request> requests, int clients, Duration time)
      throws IOException, InterruptedException {
    List<Connected> connected = connect(ledger, clients);
    long begun = System.nanoTime();
    long end = begun + time.toNanos();
    List<long[]> answered =
        onAll(
            clients,
            client -> {
              try (Connected connection = connected.get(client)) {
                long count = 0;
                for (int i = client; System.nanoTime() < end; i += clients) {
                  connection.send(requests.get(i % requests.size()));
                  count++;
                }
                return new long[] {count};
              }
            });
    double seconds = (System.nanoTime() - begun) / 1e9;
    return answered.stream().mapToLong(count -> count[0]).sum() / seconds;
  }

  /**
   * Sends at a rate, whatever is answered when, and measures from the moment at which a request was
   * due: a pause of the ledger counts for all that would have been sent in it.
   */
  Latencies atRate(
      BenchedLedger ledger, List<Request> requests, int clients, double rate, Duration time)
      throws IOException, InterruptedException {
    List<Connected> connected = connect(ledger, clients);
    long begun = System.nanoTime();
    int each = (int) Math.max(1, rate * time.toSeconds() / clients);
    List<long[]> took =
        onAll(
            clients,
            client -> {
              try (Connected connection = connected.get(client)) {
                long[] nanos = new long[each];
                for (int i = 0; i < each; i++) {
                  int number = i * clients + client;
                  long due = begun + (long) (number / rate * 1e9);
                  for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                  }
                  connection.send(requests.get(number % requests.size()));
                  nanos[i] = System.nanoTime() - due;
                }
                return nanos;
              }
            });
    long[] all = took.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Latencies(rate, quantile(all, 0.5), quantile(all, 0.99), quantile(all, 0.999));
  }

  private static double quantile(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
  }

  /** All before anything is measured: a token costs the ledger more than a command. */
  private static List<Connected> connect(BenchedLedger ledger, int clients) throws IOException {
    String token = ledger.token();
    List<Connected> connected = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      connected.add(new Connected(URI.create(ledger.address()), token));
    }
    return connected;
  }

  @FunctionalInterface
  interface ClientWork {
    long[] run(int client) throws Exception;
  }

  /** The same by every client at once. */
  static List<long[]> onAll(int clients, ClientWork work) throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Callable<long[]>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int client = i;
        all.add(() -> work.run(client));
      }
      List<long[]> results = new ArrayList<>();
      for (Future<long[]> each : threads.invokeAll(all)) {
        results.add(each.get());
      }
      return results;
    } catch (ExecutionException failure) {
      throw new IllegalStateException("A client failed: " + failure.getCause(), failure.getCause());
    }
  }
}
