package org.consentledger.api.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that runs an embedded database with one row in it, until its input ends. */
final class LedgerProcess {
  private LedgerProcess() {}

  static Process start(Path data, String programs) throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerProcess.class.getName(),
                data.toString(),
                programs)
            .redirectError(new File("/dev/null"))
            .start();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("started")) {
        return process;
      }
    }
    throw new IOException("the process ended early");
  }

  static void stop(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }

  public static void main(String[] arguments) throws Exception {
    EmbeddedDatabaseProperties properties =
        new EmbeddedDatabaseProperties(
            arguments[0], new EmbeddedDatabaseProperties.Embedded(0, arguments[1]));
    try (EmbeddedDatabase database = EmbeddedDatabase.start(properties)) {
      EmbeddedDatabaseTest.writeRow(database);
      System.out.println("started");
      while (System.in.read() != -1) {}
    }
  }
}
