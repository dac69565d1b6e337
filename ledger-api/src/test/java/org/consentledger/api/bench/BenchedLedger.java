package org.consentledger.api.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.api.LedgerApplication;
import org.consentledger.api.testing.LedgerClient;

/** The program as a process of its own, with its own database, on the data of the bench. */
final class BenchedLedger implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("serves at (http://localhost:\\d+)");
  private static final String CLIENT = "bench";
  private static final String SECRET = "a secret of the bench";

  private final Process process;
  private final String address;
  private final Duration untilReady;
  private final LedgerClient client;

  private BenchedLedger(Process process, String address, Duration untilReady) {
    this.process = process;
    this.address = address;
    this.untilReady = untilReady;
    this.client = LedgerClient.at(address, CLIENT, SECRET);
  }

  /** The program from the class path, with an endpoint more: the one that answers a constant. */
  static BenchedLedger start(BenchSettings settings) throws IOException {
    return start(
        settings,
        List.of(
            java(),
            "-Xmx" + settings.heap(),
            "-XX:+ExitOnOutOfMemoryError",
            "-Xlog:gc:file=" + LiveMemory.log(settings) + ":uptime",
            "-cp",
            System.getProperty("java.class.path"),
            LedgerApplication.class.getName(),
            "--spring.profiles.active=" + ConstantController.PROFILE));
  }

  /** By the launcher, as its users start it; the first time it prepares what later starts use. */
  static BenchedLedger startByLauncher(BenchSettings settings) throws IOException {
    return start(
        settings,
        List.of(
            "env",
            "LEDGER_JAR=" + settings.jar(),
            "LEDGER_JAVA_OPTIONS=-Xmx" + settings.heap(),
            "JAVA_HOME=" + System.getProperty("java.home"),
            "sh",
            "bin/ledger"));
  }

  private static BenchedLedger start(BenchSettings settings, List<String> program)
      throws IOException {
    List<String> command = new ArrayList<>(program);
    command.add("--server.port=0");
    command.add("--ledger.data-directory=" + data(settings));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LEDGER_CLIENT_ID", CLIENT);
    builder.environment().put("LEDGER_CLIENT_SECRET", SECRET);
    long begun = System.nanoTime();
    Process process = builder.start();
    BufferedReader output = process.inputReader();
    StringBuilder told = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      told.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        Duration untilReady = Duration.ofNanos(System.nanoTime() - begun);
        Thread.ofVirtual().start(() -> forget(output));
        return new BenchedLedger(process, address.group(1), untilReady);
      }
    }
    throw new IllegalStateException("The ledger did not start:\n" + told);
  }

  /** A pipe that nobody reads would stop the program. */
  private static void forget(BufferedReader output) {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException ended) {
      // with the program
    }
  }

  static String java() {
    return ProcessHandle.current().info().command().orElseThrow();
  }

  static Path data(BenchSettings settings) {
    return settings.folder().resolve("data");
  }

  String address() {
    return address;
  }

  String token() {
    return LedgerClient.tokenAt(address, CLIENT, SECRET);
  }

  long processId() {
    return process.pid();
  }

  LedgerClient client() {
    return client;
  }

  /** From the start of the process to the line that says that it serves. */
  Duration untilReady() {
    return untilReady;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("The ledger did not end when it was asked to.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
