package org.consentledger.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program holds on to while it works: its garbage is collected a few times a second, and its
 * collector's log tells what was left each time.
 */
final class LiveMemory {

  private static final Pattern COLLECTED = Pattern.compile("Pause Full.* \\d+M->(\\d+)M\\(");

  private LiveMemory() {}

  /** The log that the serving program writes. */
  static Path log(BenchSettings settings) {
    return settings.folder().resolve("collector.log");
  }

  /** The most megabytes that were left; 0 where the work was over before the first look. */
  static double during(long process, Path log, Callable<?> work) throws Exception {
    int already = Files.exists(log) ? Files.readAllLines(log).size() : 0;
    AtomicBoolean over = new AtomicBoolean();
    Thread collecting =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    collect(process);
                    LockSupport.parkNanos(100_000_000);
                  }
                });
    try {
      work.call();
    } finally {
      over.set(true);
      collecting.join();
    }
    List<String> lines = Files.readAllLines(log);
    return lines.subList(Math.min(already, lines.size()), lines.size()).stream()
        .map(COLLECTED::matcher)
        .filter(Matcher::find)
        .mapToDouble(pause -> Double.parseDouble(pause.group(1)))
        .max()
        .orElse(0);
  }

  private static void collect(long process) {
    try {
      new ProcessBuilder(
              Path.of(BenchedLedger.java()).resolveSibling("jcmd").toString(),
              Long.toString(process),
              "GC.run")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException | InterruptedException ended) {
      // whoever ended needs no collection
    }
  }
}
