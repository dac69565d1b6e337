package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.log.note.SignedNote;
import org.consentledger.core.log.verify.Anchors;
import org.consentledger.core.log.verify.ArchiveVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The program and its database die while an export is written, and while the log's key changes. */
class HistoryCrashTest {

  private static final int SUBJECTS = 2000;
  private static final int KILLS = Integer.getInteger("ledger.test.kills", 1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /** How often is looked: at files, for the moment to kill in, and over HTTP, for the end. */
  private static final Duration AS_IT_HAPPENS = Duration.ofNanos(200_000);

  private static final Duration NOW_AND_THEN = Duration.ofMillis(50);
  private static final String AT_ONCE = "--ledger.exports.silence=PT0.5S";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final List<SignedNote> seen = new ArrayList<>();

  private interface Moment {
    boolean hasCome() throws IOException;
  }

  @Test
  void promise_5_a_crash_in_an_export_or_a_change_of_the_key_leaves_one_history_and_no_half_file()
      throws Exception {
    Path data = folder.resolve("data");
    for (int kill = 0; kill < KILLS; kill++) {
      String export;
      try (LedgerProcess exporting = LedgerProcess.start(data, AT_ONCE)) {
        LedgerClient ledger = exporting.client();
        if (kill == 0) {
          prepare(ledger);
        }
        remember(ledger);
        export = asked(ledger);
        await(() -> isBeingWritten(data), AS_IT_HAPPENS);
        exporting.killProgramAndDatabase();
      }
      try (LedgerProcess changing = LedgerProcess.start(data, AT_ONCE)) {
        LedgerClient ledger = changing.client();
        remember(ledger);
        requireSound(data, ledger, export);
        Thread change = Thread.ofVirtual().start(() -> changeKey(ledger));
        await(() -> keys(data) == 2, AS_IT_HAPPENS);
        changing.killProgramAndDatabase();
        change.join();
      }
    }
    try (LedgerProcess last = LedgerProcess.start(data, AT_ONCE)) {
      LedgerClient ledger = last.client();
      assertThat(keys(data)).as("the change that was begun is done").isEqualTo(1);
      ledger.register("letters", "afterwards@example.kz");
      requireSound(data, ledger, asked(ledger));
    }
  }

  private static void prepare(LedgerClient ledger) {
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < SUBJECTS; i++) {
      lines.append(
          """
          {"idempotencyKey":"k%d","path":"/api/v1/subjects","body":{"identifiers":{"email":"n%d@example.kz"},"purposeId":"letters"}}
          """
              .formatted(i, i));
    }
    LedgerClient.requireSuccess(ledger.postLines("/api/v1/import", lines.toString()));
  }

  private void remember(LedgerClient ledger) {
    seen.add(SignedNote.parse(LedgerClient.requireSuccess(ledger.get("/log/checkpoint")).text()));
  }

  private static String asked(LedgerClient ledger) {
    return LedgerClient.requireSuccess(ledger.post("/api/v1/exports", "{\"format\":\"ARCHIVE\"}"))
        .json()
        .get("exportId")
        .asString();
  }

  private static boolean isBeingWritten(Path data) throws IOException {
    Path exports = data.resolve("exports");
    if (!Files.exists(exports)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(exports, "*.part")) {
      for (Path file : files) {
        if (Files.size(file) > 0) {
          return true;
        }
      }
      return false;
    } catch (NoSuchFileException finished) {
      return false;
    }
  }

  private static long keys(Path data) throws IOException {
    try (var lines = Files.lines(data.resolve("log-key"))) {
      return lines.filter(line -> !line.isBlank()).count();
    }
  }

  private static void changeKey(LedgerClient ledger) {
    try {
      ledger.post("/api/v1/log/key-rotation", "{}");
    } catch (UncheckedIOException killed) {
      // that is what is tried
    }
  }

  private static void await(Moment moment, Duration betweenLooks) throws IOException {
    Instant deadline = Instant.now().plus(LONGEST_WAIT);
    while (!moment.hasCome()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(betweenLooks.toNanos());
    }
  }

  /** It comes to be done, whole, and goes on from every checkpoint that was ever shown. */
  private void requireSound(Path data, LedgerClient ledger, String exportId) throws Exception {
    String path = "/api/v1/exports/" + exportId;
    await(
        () -> {
          JsonNode export = ledger.get(path).json();
          assertThat(export.get("state").asString()).isIn("REQUESTED", "RUNNING", "DONE");
          Answer content = ledger.get(path + "/content", "application/octet-stream");
          assertThat(content.status()).isIn(200, 409);
          return export.get("state").asString().equals("DONE");
        },
        NOW_AND_THEN);
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(data.resolve("exports"), exportId + "*")) {
      List<Path> files = new ArrayList<>();
      left.forEach(files::add);
      Path archive = assertThat(files).as("nothing half is left").singleElement().actual();
      assertThat(
              new ArchiveVerifier(new Anchors(Optional.empty(), seen, List.of()), (done, all) -> {})
                  .verify(archive)
                  .findings())
          .isEmpty();
    }
  }
}
