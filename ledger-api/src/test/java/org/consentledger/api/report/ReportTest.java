package org.consentledger.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a person is told who asks what is held of them (clauses 3.2, 4.1). */
class ReportTest extends RunningLedger {

  private LedgerClient ledger;
  private String email;
  private String subject;

  @BeforeEach
  void tellAStory() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.determine(
        "delivery",
        """
        {"grounds":["CONSENT","CONTRACT"],"title":{"ru":"Доставка","kk":"Жеткізу","en":"Delivery"}}
        """);
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/recipients/courier",
            """
            {"name":"ТОО «Жүйрік»","country":"KZ","kind":"PROCESSOR",
             "contract":{"number":"7","date":"2026-01-01"}}
            """));
    email = UUID.randomUUID() + "@example.kz";
    subject = ledger.register("delivery", email);
    LedgerClient.requireSuccess(
        ledger.command(
            subject,
            "rectification",
            "{\"personalData\":{\"FULL_NAME\":{\"value\":\"Әсел Құрманғазы\"}}}"));
    LedgerClient.requireSuccess(
        ledger.giveConsent(
            subject, "delivery", "1.0", ",\"conditions\":{\"thirdPartyTransfer\":true}"));
    LedgerClient.requireSuccess(
        ledger.claim(
            subject,
            "delivery",
            "CONTRACT",
            "{\"contractNumber\":\"Д-17\",\"role\":\"PARTY\"}",
            ",\"validUntil\":\"2099-01-01T00:00:00Z\""));
    LedgerClient.requireSuccess(
        ledger.process(
            subject, "delivery", "TRANSFER", ",\"recipientId\":\"courier\",\"channel\":\"API\""));
    LedgerClient.requireSuccess(
        ledger.post(
            "/api/v1/requests",
            "{\"type\":\"INFORMATION\",\"subjectId\":\"%s\",\"channel\":\"EMAIL\",\"text\":\"Не бар?\"}"
                .formatted(subject)));
  }

  private Answer report(String query) {
    return LedgerClient.requireSuccess(
        ledger.get("/api/v1/subjects/" + subject + "/report" + query));
  }

  @Test
  @Proves("3.2 inform, 4.1 access")
  void clause_4_1_a_person_is_told_everything_that_is_held_of_them_and_done_with_it() {
    JsonNode report = report("?language=ru&ground=LEGAL_OBLIGATION").json();

    assertThat(report.get("language").asString()).isEqualTo("ru");
    assertThat(report.get("source").asString()).isEqualTo("FORM");
    assertThat(report.at("/data/0/content/value").asString()).isEqualTo(email);
    assertThat(report.at("/data/0/name").asString()).isEqualTo("адрес электронной почты");
    assertThat(report.at("/data/1/content/value").asString()).isEqualTo("Әсел Құрманғазы");
    assertThat(report.at("/purposes/0/title").asString()).isEqualTo("Доставка");
    assertThat(report.at("/purposes/0/retention").asString()).isEqualTo("P3Y");
    assertThat(
            report.at("/purposes/0/footings").valueStream().map(it -> it.get("ground").asString()))
        .containsExactly("CONSENT", "CONTRACT");
    assertThat(report.at("/purposes/0/footings/0/standing").asString()).isEqualTo("HOLDS");
    assertThat(report.at("/recipients/0/name").asString()).isEqualTo("ТОО «Жүйрік»");
    assertThat(report.at("/actions/0/action").asString()).isEqualTo("TRANSFER");
    assertThat(report.at("/actions/0/name").asString()).isEqualTo("передача");
    assertThat(report.at("/actions/0/recipient").asString()).isEqualTo("ТОО «Жүйрік»");
    assertThat(report.at("/actions/0/lawful").asBoolean()).isTrue();
    assertThat(report.at("/requests/0/type").asString()).isEqualTo("INFORMATION");
    assertThat(report.at("/requests/0/dueDate").asString()).isNotEmpty();
  }

  @Test
  void clause_4_1_what_is_kept_only_for_a_while_says_until_when() {
    LedgerClient.requireSuccess(ledger.withdraw(subject, "delivery"));
    JsonNode before = report("").json();
    assertThat(before.at("/data/0").has("keptUntil")).isTrue(); // the contract ends in 2099
    assertThat(before.at("/data/0/keptUntil").asString()).startsWith("2102");
    assertThat(before.at("/purposes/0/footings/0/standing").asString()).isEqualTo("WITHDRAWN");
  }

  @Test
  @Proves("3.2 inform, 4.1 access")
  void clause_4_1_nothing_of_anybody_else_is_in_it() {
    String stranger = UUID.randomUUID() + "@example.kz";
    String other = ledger.register("delivery", stranger);
    LedgerClient.requireSuccess(
        ledger.post(
            "/api/v1/requests",
            "{\"type\":\"QUESTION\",\"subjectId\":\"%s\",\"channel\":\"EMAIL\",\"text\":\"?\"}"
                .formatted(other)));
    LedgerClient.requireSuccess(
        ledger.post(
            "/api/v1/requests",
            """
            {"type":"QUESTION","subjectId":"%s","channel":"EMAIL","text":"?",
             "representative":{"fullName":"Ерлан Өкіл","authority":"Сенімхат"}}
            """
                .formatted(subject)));

    String report = report("").text();

    assertThat(report).contains(email).doesNotContain(stranger, other, "Ерлан", CLIENT + "\"");
    assertThat(report("").json().get("requests")).hasSize(2);
  }

  @Test
  void clause_8_7_that_a_report_was_made_is_recorded_and_in_it() {
    JsonNode report = report("?ground=LEGAL_OBLIGATION").json();
    JsonNode last = report.get("readings").valueStream().toList().getLast();
    assertThat(last.get("eventId").asString()).isEqualTo(report.get("accessEventId").asString());
    assertThat(last.get("ground").asString()).isEqualTo("LEGAL_OBLIGATION");
    List<JsonNode> history = ledger.get("/api/v1/subjects/" + subject + "/history").items();
    assertThat(history.getLast().get("type").asString()).isEqualTo("personal-data.accessed");
  }

  @ParameterizedTest
  @CsvSource({
    "ru, Отчёт о ваших персональных данных, Доставка, договор с вами",
    "kk, Дербес деректеріңіз туралы есеп, Жеткізу, сізбен жасалған шарт",
    "en, Report on your personal data, Delivery, a contract with you"
  })
  void clause_4_1_the_report_is_on_paper_too_in_the_language_that_is_asked_for(
      String language, String title, String purpose, String ground) throws IOException {
    byte[] paper = paper("?language=" + language);

    try (PDDocument document = Loader.loadPDF(paper)) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text).contains(title, purpose, "Құрманғазы").doesNotContain("#");
      assertThat(text.replace(" ", "")).contains(email.substring(24), ground.replace(" ", ""));
    }
  }

  private byte[] paper(String query) {
    try {
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient()
              .send(
                  request("/api/v1/subjects/" + subject + "/report" + query)
                      .header("Authorization", "Bearer " + token(LedgerClient.ALL_SCOPES))
                      .header("Accept", "application/pdf")
                      .build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      return answer.body();
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void of_what_was_destroyed_there_is_no_report() {
    LedgerClient.requireSuccess(ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}"));
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/report").code())
        .isEqualTo("SUBJECT_DESTROYED");
    assertThat(ledger.get("/api/v1/subjects/" + UUID.randomUUID() + "/report").code())
        .isEqualTo("SUBJECT_UNKNOWN");
  }
}
