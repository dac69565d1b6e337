package org.consentledger.api.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consentledger.api.LedgerApplication;
import org.consentledger.api.testing.LedgerClient;
import org.jspecify.annotations.Nullable;

/** The program, started as its user starts it, on a data folder of the test's own. */
final class LedgerProcess implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("serves at (http://localhost:\\d+)");
  private static final String CLIENT = "crash-test";
  private static final String SECRET = "a secret of the crash test";

  private final Process process;
  private final Path data;
  private final String address;
  private @Nullable LedgerClient client;

  private LedgerProcess(Process process, Path data, String address) {
    this.process = process;
    this.data = data;
    this.address = address;
  }

  static LedgerProcess start(Path data, String... settings) throws IOException {
    return started(data, launch(PackedProgram.command(), data, settings));
  }

  /** Runs once in a JVM that notes what it does, and waits until it has. */
  static void learn(Path data, List<String> java) throws IOException {
    LedgerProcess process = started(data, launch(java, data));
    LedgerClient ledger = process.client();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    String subject = ledger.register("letters", "somebody@example.kz");
    ledger.giveConsent(subject, "letters", "1.0", "");
    ledger.decide(subject, "letters", "USE");
    process.process.destroy();
    process.process.onExit().join();
  }

  private static LedgerProcess started(Path data, Process process) throws IOException {
    BufferedReader output = process.inputReader();
    StringBuilder told = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      told.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
        return new LedgerProcess(process, data, address.group(1));
      }
    }
    throw new AssertionError("The program ended:\n" + told);
  }

  /** What the program says that does not start. */
  static String failToStart(Path data) throws Exception {
    Process process = launch(PackedProgram.command(), data);
    String output = process.inputReader().lines().collect(Collectors.joining("\n"));
    if (process.waitFor() == 0) {
      throw new AssertionError("The program ended as if all were well:\n" + output);
    }
    return output;
  }

  private static Process launch(List<String> java, Path data, String... settings)
      throws IOException {
    List<String> command = new ArrayList<>(java);
    command.add(LedgerApplication.class.getName());
    command.add("--server.port=0");
    command.add("--ledger.data-directory=" + data);
    command.add(
        "--ledger.embedded.programs="
            + Path.of(System.getProperty("java.io.tmpdir"), "ledger-test-postgres"));
    command.addAll(List.of(settings));
    ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
    program.environment().put("LEDGER_CLIENT_ID", CLIENT);
    program.environment().put("LEDGER_CLIENT_SECRET", SECRET);
    return program.start();
  }

  /** With one token for all, as a service has it. */
  synchronized LedgerClient client() {
    if (client == null) {
      client = LedgerClient.at(address, CLIENT, SECRET);
    }
    return client;
  }

  /** kill -9; the database lives on as an orphan. */
  void killProgram() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** kill -9 of both, the program first. */
  void killProgramAndDatabase() {
    killProgram();
    try {
      long postmaster =
          Long.parseLong(
              Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid")).getFirst());
      ProcessHandle.of(postmaster)
          .ifPresent(
              database -> {
                database.children().forEach(ProcessHandle::destroyForcibly);
                database.destroyForcibly();
                database.onExit().join();
              });
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The program did not end when it was asked to.");
    }
  }
}
