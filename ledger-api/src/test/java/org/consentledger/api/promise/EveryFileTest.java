package org.consentledger.api.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.FileSearch;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A known person goes through every store that the program has; then each file that it and its
 * database ever wrote is searched, byte by byte.
 */
@ExtendWith(OutputCaptureExtension.class)
class EveryFileTest extends RunningLedger {

  private static final String EMAIL = "zhanar.omirzaqova@example.kz";
  private static final String PHONE = "+77027418529";
  private static final String IIN = "780923402196";
  private static final String NAME = "Жанар Өмірзақова-Құнанбаева";
  private static final String QUESTIONNAIRE = "Сүйікті ісі: ақ қобыз тарту, шаңғы";

  @Autowired private JdbcClient database;
  @Autowired private JdbcConnectionDetails connection;

  @Value("${ledger.data-directory}")
  private Path data;

  @Value("${ledger.log.copies.directory}")
  private Path copies;

  private LedgerClient ledger;
  private String purpose;

  @DynamicPropertySource
  static void copies(DynamicPropertyRegistry properties) throws IOException {
    Path folder = Files.createTempDirectory("ledger-copies");
    properties.add("ledger.log.copies.directory", folder::toString);
    properties.add("ledger.log.copies.every", () -> "PT1S");
  }

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    purpose = LedgerClient.unusedCode();
    ledger.determine(purpose, "{\"grounds\":[\"CONSENT\",\"CONTRACT\"]}");
  }

  @Test
  void promise_6_no_file_has_what_a_person_told_neither_before_nor_after_the_destruction(
      CapturedOutput output) throws IOException {
    String subject = told();
    export();
    FileSearch search = new FileSearch();
    for (String known :
        List.of(
            EMAIL, PHONE, PHONE.substring(2), IIN, NAME, "Өмірзақова", QUESTIONNAIRE, "қобыз")) {
      search.text(known);
    }
    superuser().sql("checkpoint").update();
    assertThat(search.in(data)).isEmpty();

    destroy(subject);
    superuser().sql("checkpoint").update();
    assertThat(search.in(data)).isEmpty();
    assertThat(search.in(copies)).isEmpty();
    assertThat(search.in("output", output.getAll())).isEmpty();

    List<String> marks = new FileSearch().text(purpose).in(data);
    assertThat(marks)
        .as("what is not secret is found: in tables, in the log of the database, in exports")
        .anyMatch(it -> it.startsWith("postgres/base/"))
        .anyMatch(it -> it.startsWith("postgres/pg_wal/"))
        .anyMatch(it -> it.startsWith("exports/") && it.contains("!events.ndjson"));
  }

  @Test
  void promise_6_no_table_file_keeps_the_ciphertext_the_key_or_the_index_of_the_destroyed()
      throws IOException {
    for (int i = 0; i < 30; i++) {
      ledger.register(purpose, UUID.randomUUID() + "@example.kz"); // statistics take some values
    }
    String subject = told();
    FileSearch search = new FileSearch();
    List<byte[]> secrets = new ArrayList<>();
    for (String column :
        List.of(
            "ciphertext from vault.personal_data",
            "ciphertext from vault.document",
            "wrapped_key from vault.subject_key",
            "digest from vault.blind_index")) {
      List<byte[]> some =
          database
              .sql("select " + column + " where subject_id = :subject::uuid")
              .param("subject", subject)
              .query((row, number) -> row.getBytes(1))
              .list();
      assertThat(some).as(column).isNotEmpty();
      some.forEach(secret -> search.bytes(column, secret));
      secrets.addAll(some);
    }
    superuser().sql("analyze").update();
    superuser().sql("checkpoint").update();
    assertThat(search.in(base())).hasSizeGreaterThanOrEqualTo(secrets.size());

    destroy(subject);
    superuser().sql("vacuum full").update();
    superuser().sql("checkpoint").update();
    assertThat(search.in(base())).isEmpty();
    assertThat(search.in(data))
        .as("the write-ahead log keeps it until it is overwritten, and nothing else does")
        .allMatch(it -> it.startsWith("postgres/pg_wal/"));
  }

  @Test
  void promise_6_the_key_of_an_epoch_that_is_over_is_in_no_table_file_though_nobody_vacuums() {
    byte[] wrapped =
        database
            .sql("select wrapped_key from vault.epoch_key where state = 'CURRENT'")
            .query(byte[].class)
            .single();
    FileSearch search = new FileSearch().bytes("epoch key", wrapped);
    superuser().sql("checkpoint").update();
    assertThat(search.in(base())).isNotEmpty();

    LedgerClient.requireSuccess(ledger.post("/api/v1/keys/epoch-rotation", "{}"));
    while (ledger.get("/api/v1/keys/epochs").items().stream()
        .anyMatch(epoch -> epoch.get("state").asString().equals("RETIRING"))) {
      LockSupport.parkNanos(20_000_000);
    }
    superuser().sql("checkpoint").update();
    assertThat(search.in(base())).isEmpty();
  }

  /** A person of whom every store knows something. */
  private String told() throws IOException {
    String personal =
        """
        {"identifiers":{"email":"%s","phone":"%s","fullName":"%s","iin":"%s"},
         "personalData":{"QUESTIONNAIRE":{"answer":"%s","friend":"%s"}},
         "purposeId":"%s","accuracyAttestedBy":"%s"}
        """
            .formatted(EMAIL, PHONE, NAME, IIN, QUESTIONNAIRE, NAME, purpose, NAME);
    String key = EMAIL + UUID.randomUUID();
    String subject =
        LedgerClient.requireSuccess(ledger.post("/api/v1/subjects", personal, key)).subjectId();
    assertThat(ledger.post("/api/v1/subjects", personal, key).subjectId()).isEqualTo(subject);
    assertThat(ledger.post("/api/v1/subjects", personal).code()).isEqualTo("SUBJECT_EXISTS");
    Answer consent =
        LedgerClient.requireSuccess(
            ledger.giveConsent(
                subject,
                purpose,
                "1.0",
                ",\"evidence\":{\"signedBy\":\"%s\",\"iin\":\"%s\"}".formatted(NAME, IIN)));
    readReceipts(subject, consent);
    command(
        subject,
        "rectification",
        "{\"personalData\":{\"FULL_NAME\":{\"value\":\"" + NAME + "\"}}}");
    LedgerClient.requireSuccess(
        ledger.claim(
            subject,
            purpose,
            "CONTRACT",
            "{\"contractNumber\":\"" + NAME + "\",\"role\":\"PARTY\"}",
            ""));
    String hold =
        command(subject, "holds", "{\"citation\":\"" + NAME + "\"}")
            .json()
            .get("holdId")
            .asString();
    command(subject, "holds/" + hold + "/lift", "{}");
    LedgerClient.requireSuccess(ledger.process(subject, purpose, "USE", ""));
    LedgerClient.requireSuccess(ledger.decide(subject, purpose, "USE"));
    LedgerClient.requireSuccess(
        ledger.post("/api/v1/subjects/lookup", "{\"iin\":\"" + IIN + "\"}"));
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/personal-data").text())
        .contains(EMAIL, NAME, QUESTIONNAIRE);
    assertThat(ledger.post("/api/v1/subjects", "{\"source\":\"" + NAME + "\"}").status())
        .isBetween(400, 499);
    assertThat(
            ledger
                .postLines(
                    "/api/v1/import",
                    "{\"idempotencyKey\":\"%s\",\"path\":\"/api/v1/subjects\",\"body\":{\"identifiers\":{\"email\":\"%s\"},\"purposeId\":\"%s\"}}\n"
                        .formatted(NAME + UUID.randomUUID(), EMAIL, purpose))
                .text())
        .contains("SUBJECT_EXISTS");
    return subject;
  }

  private void readReceipts(String subject, Answer consent) {
    String receipt = "/api/v1/subjects/" + subject + "/receipts/" + consent.eventIds().getFirst();
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/operator",
            """
            {"name":"Operator","bin":"990140001234","address":"Astana","phone":"+77172000000",
             "email":"office@example.kz","responsiblePerson":"An officer"}
            """));
    for (String form :
        List.of("application/ld+json", "application/json", "application/pdf", "text/html")) {
      LedgerClient.requireSuccess(ledger.get(receipt, form));
    }
  }

  private Answer command(String subject, String command, String body) {
    return LedgerClient.requireSuccess(ledger.command(subject, command, body));
  }

  private void export() {
    for (String format : List.of("ARCHIVE", "CSV", "XLSX")) {
      String export =
          "/api/v1/exports/"
              + LedgerClient.requireSuccess(
                      ledger.post("/api/v1/exports", "{\"format\":\"" + format + "\"}"))
                  .json()
                  .get("exportId")
                  .asString();
      while (!ledger.get(export).json().get("state").asString().equals("DONE")) {
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  private void destroy(String subject) {
    command(subject, "destruction", "{\"ground\":\"REQUEST\"}");
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/personal-data").code())
        .isEqualTo("SUBJECT_DESTROYED");
  }

  private Path base() {
    return data.resolve("postgres").resolve("base");
  }

  /** Who may vacuum and write checkpoints. */
  private JdbcClient superuser() {
    try {
      Properties passwords = new Properties();
      passwords.load(
          Files.newBufferedReader(data.resolve("postgres.passwords"), StandardCharsets.UTF_8));
      return JdbcClient.create(
          new DriverManagerDataSource(
              connection.getJdbcUrl(), "postgres", passwords.getProperty("postgres")));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
