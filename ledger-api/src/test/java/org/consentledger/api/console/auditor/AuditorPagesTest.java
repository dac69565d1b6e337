package org.consentledger.api.console.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.user.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What auditors do: they look at everything, take it away, verify it, and change nothing. */
class AuditorPagesTest extends BrowsedLedger {

  @Autowired private JdbcClient database;
  private LedgerClient ledger;
  private String subject = "";

  @BeforeEach
  void withdraw() {
    ledger = ledgerClient();
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/operator", "{\"name\":\"Operator\",\"bin\":\"990140001234\"}"));
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    LedgerClient.requireSuccess(ledger.withdraw(subject, "letters"));
  }

  @Test
  void an_auditor_finds_events_exports_them_and_verifies_the_archive() {
    Page page = signedIn("ru-RU", Role.AUDITOR);
    choose(page, "История");
    inspect(page, "history");
    page.fill("#subjectId", subject);
    page.fill("#from", "2026-01-01T00:00");
    page.click("form.filters button");
    assertThat(page.url()).contains(subject);
    assertThat(page.locator("tbody tr").count()).isEqualTo(3);
    page.click("text=Выгрузить отобранное");
    assertThat(page.inputValue("#subjectId")).isEqualTo(subject);
    assertThat(page.inputValue("#from")).isEqualTo("2026-01-01T00:00");
    inspect(page, "export-new");
    page.click("main button[type=submit]");
    String download = page.locator("a[href$='/content']").getAttribute("href");
    inspect(page, "export");
    APIResponse whole = page.request().get(download);
    assertThat(whole.headers().get("content-disposition")).contains("attachment");
    APIResponse part =
        page.request().get(download, RequestOptions.create().setHeader("Range", "bytes=100-"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, whole.body().length));

    page.navigate("/console/verify");
    send(page, "архив.zip", whole.body());
    assertThat(page.locator("section.done").innerText()).contains("Всё верно");
    assertThat(page.locator("main").innerText()).contains("подписи ключами журнала");
    inspect(page, "verify");
    byte[] changed = whole.body();
    changed[changed.length / 2] ^= 1;
    send(page, "changed.zip", changed);
    assertThat(page.locator("section.failure").innerText()).contains("Неверно");
    assertThat(leftovers()).isZero();
  }

  private static void send(Page page, String name, byte[] content) {
    page.setInputFiles("#file", new FilePayload(name, "application/octet-stream", content));
    page.waitForResponse("**/verify?*", () -> page.click("main form button[type=submit]"));
    page.locator("#verdict").waitFor();
  }

  private static long leftovers() {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(it -> it.getFileName().toString().startsWith("ledger-verification"))
          .count();
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }

  @Test
  void an_event_is_shown_with_its_proof_which_is_verified_and_so_is_the_persons_receipt() {
    Page page = signedIn("kk-KZ", Role.AUDITOR);
    page.navigate("/console/history?type=consent.withdrawn&subjectId=" + subject);
    page.click("tbody th a");
    String event = page.url();
    for (int i = 0; i < 50 && page.locator("a[download]").count() == 0; i++) {
      page.navigate(event); // until the next checkpoint
    }
    assertThat(page.locator("main").innerText()).contains("мөрленген", "letters");
    inspect(page, "event");
    byte[] proof = page.request().get(page.locator("a[download]").getAttribute("href")).body();
    String receiptAt = page.locator("a[href*='/receipts/']").getAttribute("href");
    byte[] receipt =
        page.request()
            .get(receiptAt, RequestOptions.create().setHeader("Accept", "application/ld+json"))
            .body();
    assertThat(new String(receipt, StandardCharsets.UTF_8)).contains("proof");
    page.navigate("/console/verify");
    send(page, "proof", proof);
    assertThat(page.locator("section.done").innerText()).contains("Бәрі дұрыс");
    send(page, "receipt.json", receipt);
    assertThat(page.locator("main").innerText()).contains("Бәрі дұрыс");
    String forged = new String(receipt, StandardCharsets.UTF_8).replace("letters", "letterz");
    send(page, "receipt.json", forged.getBytes(StandardCharsets.UTF_8));
    assertThat(page.locator("section.failure").innerText()).contains("not the one that was signed");
    send(page, "x", "<script>alert('ә')</script>".getBytes(StandardCharsets.UTF_8));
    assertThat(page.locator("section.failure").innerText()).contains("түбіртегі де емес");
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,FILE,файл не удалось записать",
    "kk-KZ,LEDGER,тарихты соңына дейін оқу",
    "en-GB,,Ask for it again"
  })
  void an_export_that_failed_says_why(String language, String failure, String why) {
    UUID exportId = UUID.randomUUID();
    database
        .sql(
            """
            insert into export_job (export_id, format, scope, state, failure)
            values (?, 'CSV', '{"types":[]}', 'FAILED', ?)
            """)
        .params(exportId, failure)
        .update();
    Page page = signedIn(language, Role.AUDITOR);
    page.navigate("/console/exports/" + exportId);
    assertThat(page.locator(".failure").innerText()).contains(why);
  }

  @Test
  void what_unpacks_to_more_than_is_allowed_is_not_unpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("events.ndjson"));
      byte[] nothing = new byte[1 << 20];
      for (int i = 0; i < 1100; i++) {
        zip.write(nothing);
      }
    }
    Page page = signedIn("en-GB", Role.AUDITOR);
    page.navigate("/console/verify");
    send(page, "bomb.zip", packed.toByteArray());
    assertThat(page.locator("section.failure").innerText())
        .contains("larger than what is verified");
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Журнал доказательств,Контрольная точка",
    "kk-KZ,Дәлелдер журналы,Бақылау нүктесі",
    "en-GB,Tamper-evident log,Checkpoint"
  })
  void the_log_shows_its_newest_checkpoint(String language, String log, String checkpoint) {
    Page page = signedIn(language, Role.AUDITOR);
    choose(page, log);
    assertThat(page.locator("main").innerText()).contains(checkpoint);
    if (language.startsWith("kk")) {
      inspect(page, "log");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/subjects",
        "/api/v1/requests",
        "/api/v1/breaches",
        "/api/v1/purposes/letters/retirement",
        "/api/v1/mailings/x/pause",
        "/api/v1/log/key-rotation",
        "/api/v1/import",
        "/console/requests/new",
        "/console/authority-requests/new",
        "/console/breaches/new",
        "/console/users/new"
      })
  void an_auditor_changes_nothing(String path) {
    Page page = signedIn("en-GB", Role.AUDITOR);
    String token = page.locator("meta[name=csrf]").getAttribute("content");
    APIResponse answer =
        page.request()
            .post(
                path,
                RequestOptions.create()
                    .setHeader("X-CSRF-TOKEN", token)
                    .setHeader("Content-Type", "application/json")
                    .setData("{}"));
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void nobody_else_takes_the_history_away() {
    Page page = signedIn("en-GB", Role.OFFICER, Role.APPROVER);
    for (String path : new String[] {"exports", "exports/new", "log", "verify"}) {
      assertThat(page.navigate("/console/" + path).status()).as(path).isEqualTo(403);
    }
  }
}
