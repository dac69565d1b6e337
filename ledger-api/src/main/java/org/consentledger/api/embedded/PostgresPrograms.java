package org.consentledger.api.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's own programs, for what the library that starts the server can't do. The library
 * unpacks them into a folder named by the digest of the archive and tells nobody which; so the
 * archive is handed to it through here, and its digest taken on the way.
 */
final class PostgresPrograms implements PgBinaryResolver {
  private final Path unpacked;
  private final Path output;
  private final MessageDigest digest;
  private @Nullable Path folder;

  /**
   * @param unpacked the folder that the library unpacks to
   * @param output the file that takes what the programs print
   */
  PostgresPrograms(Path unpacked, Path output) {
    this.unpacked = unpacked;
    this.output = output;
    try {
      this.digest = MessageDigest.getInstance("MD5"); // the library's choice; it names a folder
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable InputStream getPgBinary(String system, String machineHardware)
      throws IOException {
    InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
    return archive == null ? null : new DigestInputStream(archive, digest);
  }

  Path unpacked() {
    return unpacked;
  }

  /** The major version of the programs, such as {@code 18}. */
  String majorVersion() throws IOException {
    Process process = new ProcessBuilder(command("postgres", "--version")).start();
    try (InputStream printed = process.getInputStream()) {
      String version = new String(printed.readAllBytes(), StandardCharsets.UTF_8);
      return version.replaceFirst("(?s).*\\) (\\d+).*", "$1");
    }
  }

  /**
   * Stops the server that runs on the folder, its clients notwithstanding; what is committed stays.
   */
  boolean stop(Path database) throws IOException {
    return run("", "pg_ctl", "stop", "-D", database.toString(), "-m", "fast", "-w", "-t", "120");
  }

  /**
   * Runs the server without a network and with one statement, or none: it recovers from a crash and
   * leaves a clean folder behind.
   */
  boolean singleUser(Path database, String statement) throws IOException {
    return run(
        statement + "\n",
        "postgres",
        "--single",
        "-D",
        database.toString(),
        "-c",
        "log_min_error_statement=panic", // the statement may hold a password
        "postgres");
  }

  private boolean run(String input, String program, String... arguments) throws IOException {
    Process process =
        new ProcessBuilder(command(program, arguments))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException endedBeforeItRead) {
      // Its exit code tells.
    }
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", e);
    }
  }

  private List<String> command(String program, String... arguments) {
    Path folder = this.folder;
    if (folder == null) {
      folder = unpacked.resolve("PG-" + HexFormat.of().formatHex(digest.digest())).resolve("bin");
      this.folder = folder;
    }
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // PostgreSQL refuses to run as root; in a user namespace of its own it doesn't see that it
      // is.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(folder.resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
