package org.consentledger.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.log.verify.Anchors;
import org.consentledger.core.log.verify.ArchiveVerifier;
import org.consentledger.core.log.verify.Verification;
import org.consentledger.projections.export.Exporter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class ExportTest extends RunningLedger {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private Path folder;
  @Autowired private ExportWorker worker;
  @Autowired private ExportJobs jobs;
  @Autowired private DataSource database;
  private LedgerClient ledger;
  private String subject;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");
    ledger.giveConsent(subject, "letters", "1.0", "");
    ledger.withdraw(subject, "letters");
  }

  private JsonNode done(String request) {
    return awaited(asked(request));
  }

  private String asked(String request) {
    Answer asked = LedgerClient.requireSuccess(ledger.post("/api/v1/exports", request));
    assertThat(asked.status()).isEqualTo(202);
    return "/api/v1/exports/" + asked.json().get("exportId").asString();
  }

  private JsonNode awaited(String path) {
    JsonNode export = settled(path);
    assertThat(export.get("state").asString()).isEqualTo("DONE");
    return export;
  }

  private JsonNode settled(String path) {
    JsonNode export = ledger.get(path).json();
    while (List.of("REQUESTED", "RUNNING").contains(export.get("state").asString())) {
      LockSupport.parkNanos(10_000_000);
      export = ledger.get(path).json();
    }
    return export;
  }

  private HttpResponse<byte[]> fetch(JsonNode export, String range) throws Exception {
    HttpRequest.Builder request =
        request("/api/v1/exports/" + export.get("exportId").asString() + "/content")
            .header("Authorization", "Bearer " + token("ledger.audit"));
    if (range != null) {
      request.header("Range", range);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private Path file(JsonNode export) throws Exception {
    byte[] content = fetch(export, null).body();
    assertThat(sha256(content)).isEqualTo(export.get("sha256").asString());
    return Files.write(folder.resolve(export.get("exportId").asString()), content);
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private static Verification verified(Path archive) {
    return new ArchiveVerifier(Anchors.none(), (done, all) -> {}).verify(archive);
  }

  @Test
  @Proves("history: the trail")
  void promise_5_a_whole_archive_proves_itself() throws Exception {
    JsonNode export = done("{\"format\":\"ARCHIVE\"}");

    Verification verification = verified(file(export));

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.events()).isEqualTo(export.get("progress").get("events").asLong());
    assertThat(verification.checkpoint().orElseThrow().size())
        .isEqualTo(export.get("checkpointSize").asLong());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,"subjectId":"SUBJECT"                               | 4
          ,"subjectId":"SUBJECT","types":["consent.withdrawn"] | 1
          ,"subjectId":"SUBJECT","to":"2020-01-01T00:00:00Z"   | 0
          ,"subjectId":"SUBJECT","from":"2020-01-01T00:00:00Z" | 4
          """)
  void promise_5_a_selection_proves_each_of_its_events(String scope, long events) throws Exception {
    JsonNode export = done("{\"format\":\"ARCHIVE\"" + scope.replace("SUBJECT", subject) + "}");

    Verification verification = verified(file(export));

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.events()).isEqualTo(events);
  }

  @Test
  void promise_5_a_changed_key_does_not_break_the_chain_of_an_archive() throws Exception {
    LedgerClient.requireSuccess(ledger.post("/api/v1/log/key-rotation", "{}"));

    assertThat(verified(file(done("{\"format\":\"ARCHIVE\"}"))).findings()).isEmpty();
  }

  @Test
  void promise_5_an_archive_is_one_snapshot_while_others_write() throws Exception {
    AtomicBoolean writing = new AtomicBoolean(true);
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int client = 0; client < 8; client++) {
        writers.add(
            clients.submit(
                () -> {
                  while (writing.get()) {
                    ledger.register("letters", UUID.randomUUID() + "@example.kz");
                  }
                }));
      }
      try {
        for (int i = 0; i < 3; i++) {
          assertThat(verified(file(done("{\"format\":\"ARCHIVE\"}"))).findings()).isEmpty();
        }
      } finally {
        writing.set(false);
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
  }

  @Test
  void the_export_itself_is_an_event_and_holds_it() throws Exception {
    JsonNode export = done("{\"format\":\"CSV\"}");

    assertThat(ledger.get("/api/v1/events?type=export.requested&limit=1000").items())
        .extracting(event -> event.get("data").get("exportId").asString())
        .contains(export.get("exportId").asString());
    assertThat(Files.readString(file(export)))
        .contains(",export.requested,", export.get("exportId").asString());
  }

  @Test
  @Timeout(60)
  void an_export_reaches_the_end_of_the_history_so_that_it_can_mend_a_restored_database()
      throws Exception {
    JsonNode export = done("{\"format\":\"ARCHIVE\"}");

    JsonNode status = ledger.get("/api/v1/log").json();
    assertThat(status.get("size").asLong()).isEqualTo(export.get("checkpointSize").asLong());
    assertThat(status.get("unsealed").asLong()).isZero();
  }

  /** As after a great import, which seal and history take in for minutes. */
  @Test
  void an_export_waits_for_a_history_that_is_behind() throws Exception {
    String path;
    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      other
          .createStatement()
          .execute("select from projection_progress where name = 'history' for update");
      ledger.withdraw(ledger.register("letters", UUID.randomUUID() + "@example.kz"), "letters");
      path = asked("{\"format\":\"ARCHIVE\"}");
      Instant longerThanAQuestionWaits = Instant.now().plusSeconds(6);
      while (Instant.now().isBefore(longerThanAQuestionWaits)) {
        JsonNode export = ledger.get(path).json();
        assertThat(export.get("state").asString()).isNotEqualTo("FAILED");
        assertThat(export.get("progress").has("eventsInAll")).as("counted already").isFalse();
        LockSupport.parkNanos(100_000_000);
      }
      other.rollback();
    }
    assertThat(awaited(path).get("state").asString()).isEqualTo("DONE");
  }

  @Test
  void a_table_for_people_has_a_row_for_each_event() throws Exception {
    Path csv = file(done("{\"format\":\"CSV\",\"subjectId\":\"" + subject + "\"}"));

    List<String> rows = Files.readString(csv).lines().toList();
    assertThat(rows).as("with the event that asks for it").hasSize(1 + 4);
    assertThat(rows.getFirst())
        .isEqualTo(
            "\uFEFFposition,recordedAt,type,subjectId,purposeId,actor,effectiveAt,eventId,"
                + "aggregate,sequence,data");
    assertThat(rows.get(3))
        .contains(",consent.withdrawn," + subject + ",letters," + CLIENT + ",20")
        .endsWith("}\"");
  }

  @Test
  void a_spreadsheet_has_a_row_for_each_event() throws Exception {
    Path sheet = file(done("{\"format\":\"XLSX\",\"subjectId\":\"" + subject + "\"}"));

    try (ZipFile workbook = new ZipFile(sheet.toFile())) {
      String rows =
          new String(
              workbook.getInputStream(workbook.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(rows.split("<row ", -1)).hasSize(1 + 1 + 4);
      assertThat(rows).contains("consent.withdrawn", subject);
    }
  }

  @Test
  void a_download_that_broke_goes_on_where_it_was() throws Exception {
    JsonNode export = done("{\"format\":\"ARCHIVE\"}");
    long size = export.get("size").asLong();
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    for (long from = 0; from < size; from += size / 3 + 1) {
      HttpResponse<byte[]> part =
          fetch(export, "bytes=" + from + "-" + Math.min(size - 1, from + size / 3));
      assertThat(part.statusCode()).isEqualTo(206);
      parts.writeBytes(part.body());
    }

    assertThat(sha256(parts.toByteArray())).isEqualTo(export.get("sha256").asString());
    assertThat(fetch(export, "bytes=" + size + "-").statusCode()).isEqualTo(416);
    assertThat(fetch(export, null).headers().firstValue("Accept-Ranges")).hasValue("bytes");
    assertThat(fetch(export, null).headers().firstValue("Content-Disposition").orElseThrow())
        .contains(export.get("exportId").asString() + ".zip");
  }

  @Test
  void an_archive_has_a_page_for_people_in_three_languages() throws Exception {
    Path archive = file(done("{\"format\":\"ARCHIVE\"}"));

    try (ZipFile zip = new ZipFile(archive.toFile())) {
      String page =
          new String(
              zip.getInputStream(zip.getEntry("index.html")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(page)
          .contains("how", "как", "қалай", "ledger verify", "consent.withdrawn")
          .doesNotContain("{{", "<script");
    }
  }

  @Test
  void a_file_whose_time_is_over_is_gone() throws Exception {
    JsonNode export = done("{\"format\":\"CSV\"}");

    worker.expireBefore(Instant.now().plusSeconds(60));

    assertThat(fetch(export, null).statusCode()).isEqualTo(410);
    assertThat(
            ledger
                .get("/api/v1/exports/" + export.get("exportId").asString())
                .json()
                .get("state")
                .asString())
        .isEqualTo("EXPIRED");
  }

  @Test
  void a_node_that_was_taken_for_gone_changes_nothing_of_an_export_that_another_made()
      throws Exception {
    JsonNode export = done("{\"format\":\"CSV\"}");
    UUID exportId = UUID.fromString(export.get("exportId").asString());
    ExportJob made = jobs.find(exportId).orElseThrow();
    ExportJob overtaken =
        new ExportJob(
            exportId,
            made.format(),
            made.scope(),
            made.attempt() - 1,
            ExportJob.State.RUNNING,
            made.requestedAt(),
            null,
            0,
            null,
            null,
            null,
            null,
            null);

    assertThat(jobs.done(overtaken, new Exporter.Made(1, 1, 1, "0".repeat(64)), Instant.now()))
        .isFalse();
    jobs.fail(overtaken, ExportJob.Failure.FILE, Instant.now());
    jobs.progress(overtaken, 7, 9, Instant.now());

    assertThat(jobs.find(exportId)).hasValue(made);
    assertThat(worker.file(overtaken)).isNotEqualTo(worker.file(made));
    file(export);
  }

  @Test
  void an_export_that_cannot_be_written_says_so() throws Exception {
    JsonNode earlier = done("{\"format\":\"CSV\"}");
    UUID exportId = UUID.fromString(earlier.get("exportId").asString());
    Path exports = worker.file(jobs.find(exportId).orElseThrow()).getParent();
    Path elsewhere = Files.move(exports, exports.resolveSibling("exports-elsewhere"));
    Files.createFile(exports);
    try {
      JsonNode failed = settled(asked("{\"format\":\"CSV\"}"));
      assertThat(failed.get("state").asString()).isEqualTo("FAILED");
      assertThat(failed.get("failure").asString()).isEqualTo("FILE");
    } finally {
      Files.delete(exports);
      Files.move(elsewhere, exports);
    }
  }

  @Test
  void exports_are_for_auditors() throws IOException {
    String other = "Bearer " + token("ledger.query ledger.command ledger.admin");
    assertThat(send(request("/api/v1/exports").header("Authorization", other)).statusCode())
        .isEqualTo(403);
    assertThat(
            send(request("/api/v1/exports")
                    .header("Authorization", other)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"format\":\"CSV\"}")))
                .statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                                  | 422
          {"format":"PDF"}                                                                    | 422
          {"format":"CSV","types":["consent.sold"]}                                           | 422
          {"format":"CSV","from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z"}          | 422
          {"format":"CSV","from":"yesterday"}                                                 | 422
          {"format":"CSV","subjectId":"00000000-0000-4000-8000-000000000000"}                 | 404
          {"format":"CSV","email":"a@example.kz"}                                             | 422
          """)
  void what_cannot_be_exported_is_refused(String request, int status) {
    int before = ledger.get("/api/v1/exports?limit=1000").items().size();

    Answer answer = ledger.post("/api/v1/exports", request);

    assertThat(answer.status()).as(answer.text()).isIn(status, status == 422 ? 400 : status);
    assertThat(ledger.get("/api/v1/exports?limit=1000").items()).hasSize(before);
  }

  @Test
  void what_is_not_there_is_not_found() {
    String path = "/api/v1/exports/" + UUID.randomUUID();
    assertThat(ledger.get(path).code()).isEqualTo("EXPORT_UNKNOWN");
    assertThat(ledger.get(path + "/content").code()).isEqualTo("EXPORT_UNKNOWN");
  }
}
