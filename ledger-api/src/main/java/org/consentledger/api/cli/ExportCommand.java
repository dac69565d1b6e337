package org.consentledger.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.core.log.merkle.Hasher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Has a ledger that serves make an export, and fetches it. */
@Command(
    name = "export",
    description = "Has a ledger make an export, waits for it, and fetches it.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
  private static final int MOST_TRIES = 10;
  private static final int PARTIAL = 206;
  private static final int OK = 200;
  private static final long MEGABYTE = 1_000_000;

  /** What an export can be. */
  enum Format {
    ARCHIVE,
    CSV,
    XLSX
  }

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--url",
      defaultValue = "http://localhost:8080",
      description = "Where the ledger serves (${DEFAULT-VALUE}).")
  private String url = "";

  @Option(
      names = "--client-id",
      required = true,
      defaultValue = "${env:LEDGER_CLIENT_ID}",
      description = "A client with the scope ledger.audit; LEDGER_CLIENT_ID where it is not given.")
  private String clientId = "";

  @Option(
      names = "--client-secret",
      required = true,
      interactive = true,
      arity = "0..1",
      defaultValue = "${env:LEDGER_CLIENT_SECRET}",
      description = "Its secret; LEDGER_CLIENT_SECRET where it is not given. Asked for if empty.")
  private String clientSecret = "";

  @Option(names = "--format", defaultValue = "ARCHIVE", description = "${COMPLETION-CANDIDATES}")
  private Format format = Format.ARCHIVE;

  @Option(names = "--from", description = "Recorded at this moment or later (ISO 8601).")
  private @Nullable Instant from;

  @Option(names = "--to", description = "Recorded before this moment (ISO 8601).")
  private @Nullable Instant to;

  @Option(names = "--subject", description = "Of this subject only.")
  private @Nullable UUID subject;

  @Option(names = "--type", description = "Events of this type only. May be repeated.")
  private List<String> types = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to put it.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("The command line fills in the command.");
    }
    PrintWriter lines = spec.commandLine().getErr();
    RemoteLedger ledger = new RemoteLedger(url);
    ledger.signIn(clientId, clientSecret);
    String path =
        "/api/v1/exports/" + ledger.post("/api/v1/exports", wanted()).get("exportId").asString();
    JsonNode done = await(ledger, path, lines);
    fetch(ledger, path + "/content", done, lines);
    lines.println(out + " is there; its SHA-256 is " + done.get("sha256").asString() + ".");
    lines.flush();
    return 0;
  }

  private Map<String, Object> wanted() {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("format", format.name());
    if (from != null) {
      wanted.put("from", from.toString());
    }
    if (to != null) {
      wanted.put("to", to.toString());
    }
    if (subject != null) {
      wanted.put("subjectId", subject.toString());
    }
    if (!types.isEmpty()) {
      wanted.put("types", types);
    }
    return wanted;
  }

  private static JsonNode await(RemoteLedger ledger, String path, PrintWriter lines) {
    try (ProgressLine progress = ProgressLine.of("Exporting", lines, " events", 1)) {
      while (true) {
        JsonNode export = ledger.getJson(path);
        JsonNode told = export.path("progress");
        progress.advanced(told.path("events").asLong(0), told.path("eventsInAll").asLong(0));
        switch (export.path("state").asString("")) {
          case "DONE" -> {
            return export;
          }
          case "FAILED" -> throw new CommandFailed("The ledger could not make the export.");
          default -> LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
      }
    }
  }

  /** Fetches into a file beside its place, going on where a connection broke. */
  private void fetch(RemoteLedger ledger, String path, JsonNode export, PrintWriter lines)
      throws IOException {
    long size = export.get("size").asLong();
    Path part = out.resolveSibling(out.getFileName() + ".part");
    Files.deleteIfExists(part);
    try (ProgressLine progress = ProgressLine.of("Fetching", lines, " MB", MEGABYTE)) {
      for (int tries = 1; !Files.exists(part) || Files.size(part) < size; tries++) {
        if (tries > MOST_TRIES) {
          throw new CommandFailed("The connection broke too often.");
        }
        fetchOn(ledger, path, part, size, progress);
      }
    }
    if (!sha256(part).equals(export.get("sha256").asString())) {
      throw new CommandFailed("What came is not what the ledger made: its SHA-256 is another.");
    }
    Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void fetchOn(
      RemoteLedger ledger, String path, Path part, long size, ProgressLine progress)
      throws IOException {
    long have = Files.exists(part) ? Files.size(part) : 0;
    HttpRequest.Builder request = ledger.request(path).header("Range", "bytes=" + have + "-").GET();
    HttpResponse<InputStream> answer =
        ledger.send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != PARTIAL && !(have == 0 && answer.statusCode() == OK)) {
      answer.body().close();
      throw new CommandFailed("The ledger answers " + answer.statusCode() + ".");
    }
    try (InputStream in = answer.body();
        OutputStream file =
            Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        file.write(buffer, 0, read);
        have += read;
        progress.advanced(have, size);
      }
    } catch (IOException broken) {
      if (!Files.exists(part)) {
        throw broken;
      }
      // What has come is kept; the next request goes on from there.
    }
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Hasher.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
