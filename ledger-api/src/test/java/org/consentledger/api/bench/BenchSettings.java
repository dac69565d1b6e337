package org.consentledger.api.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is measured.
 *
 * @param subjects how many people the ledger knows at the end
 * @param rounds how often each work and its limit are measured, one after the other
 * @param each how long one measurement takes that may take any time
 * @param clients how many clients send at the same time
 * @param heap the ledger's heap, as Java's {@code -Xmx} takes it
 * @param jar the program, as its users start it
 * @param folder where data, archives and results lie
 * @param rows which rows are measured; all where none is named
 */
record BenchSettings(
    int subjects,
    int rounds,
    Duration each,
    int clients,
    String heap,
    Path jar,
    Path folder,
    List<String> rows) {

  /** From the system properties {@code bench.*}. */
  static BenchSettings read() {
    return new BenchSettings(
        Integer.getInteger("bench.subjects", 1_000_000),
        Integer.getInteger("bench.rounds", 5),
        Duration.ofSeconds(Integer.getInteger("bench.seconds", 2)),
        Integer.getInteger("bench.clients", 32),
        System.getProperty("bench.heap", "512m"),
        Path.of(System.getProperty("bench.jar", "ledger.jar")),
        Path.of(System.getProperty("bench.folder", "bench")),
        Stream.of(System.getProperty("bench.rows", "").split(","))
            .map(String::strip)
            .filter(row -> !row.isEmpty())
            .toList());
  }

  boolean asksFor(String row) {
    return rows.isEmpty() || rows.contains(row);
  }
}
