package org.consentledger.api.console.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.api.testing.LedgerClient.requireSuccess;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.user.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an officer records about a person: each act once, and what happens when two do. */
class ActPagesTest extends BrowsedLedger {

  private static final String UGLY = "<script>document.title='x'</script>\"'&Әғ қ";

  private final String purpose = "p-" + LedgerClient.unusedCode();
  private final String policy = "v-" + purpose;
  private LedgerClient ledger;
  private String subject;

  @BeforeEach
  void somebody_who_was_not_asked_yet() {
    ledger = ledgerClient();
    requireSuccess(
        ledger.put("/api/v1/operator", "{\"name\":\"Operator\",\"bin\":\"990140001234\"}"));
    ledger.publishPolicy(policy, "");
    ledger.determine(
        purpose,
        """
        {"policyVersion":"%s","grounds":["CONSENT","CONTRACT"],
         "title":{"ru":"%2$s","kk":"%2$s","en":"%2$s"}}
        """
            .formatted(policy, "<img src=x onerror=alert(1)> Қ"));
    subject = ledger.register(purpose, purpose + "@example.kz");
  }

  private void begin(Page page, String act) {
    page.navigate("/console/subjects/" + subject + "/acts/" + act);
  }

  /** Fills the form in, and stands before the question. */
  private void fill(Page page, Map<String, String> fields) {
    fields.forEach(
        (name, value) -> {
          String selector = "[name='" + name + "']";
          if ((boolean) page.locator(selector).first().evaluate("it => it.tagName == 'SELECT'")) {
            page.selectOption(selector, value);
          } else if (value.isEmpty()) {
            page.locator(selector).first().check();
          } else {
            page.fill(selector, value);
          }
        });
    page.click("main button[type=submit]");
  }

  private void perform(Page page, String act, Map<String, String> fields) {
    begin(page, act);
    fill(page, fields);
    page.click("#confirm");
    assertThat(page.locator("[role=status]").count()).as(act + page.content()).isEqualTo(1);
    assertThat(page.locator("#number").innerText()).isNotBlank();
  }

  private JsonNode state() {
    return ledger.get("/api/v1/subjects/" + subject).json();
  }

  @Test
  void consent_on_paper_is_refused_renewed_and_seen_by_whoever_asks_to_see_it() {
    Page page = signedIn("kk-KZ", Role.OFFICER);
    begin(page, "consent");
    inspect(page, "consent-form");
    fill(page, Map.of());
    assertThat(page.locator("[role=alert] li").count()).isEqualTo(2); // purpose and paper
    fill(page, Map.of("purpose", purpose, "policy", policy, "paper", UGLY));
    assertThat(page.locator("dl.facts").first().innerText()).contains(UGLY);
    inspect(page, "consent-question");
    page.locator("button[formaction]").click();
    assertThat(page.locator("#paper").inputValue()).isEqualTo(UGLY);
    page.click("main button[type=submit]");
    page.click("#confirm");
    assertThat(page.locator("[role=status]").innerText()).startsWith("Келісім жазылды.");
    assertThat(state().at("/consents/0/status").asString()).isEqualTo("GIVEN");
    perform(page, "renewal", Map.of("purpose", purpose));
    perform(page, "refusal", Map.of("purpose", purpose, "channel", "PHONE"));
    assertThat(state().at("/consents/0/status").asString()).isEqualTo("REFUSED");

    page.navigate("/console/subjects/" + subject + "/data");
    assertThat(page.content()).doesNotContain(purpose + "@example.kz");
    inspect(page, "data-hidden");
    page.click("form[action$='/data'] button");
    assertThat(page.locator("main").innerText()).contains(purpose + "@example.kz");
    assertThat(page.locator("[role=status]").innerText()).startsWith("Қарау субъектінің тарихына");
    inspect(page, "data-shown");
    page.click("form[action*='/documents/'] button");
    assertThat(page.locator(".notice").innerText()).contains("<script>");
    page.navigate("/console/subjects/" + subject + "/history");
    assertThat(page.locator("tbody tr").allInnerTexts().toString())
        .contains("Деректер қаралды")
        .contains("Әйгерім");
    inspect(page, "history");
    for (String part : List.of("documents", "requests", "processing")) {
      page.navigate("/console/subjects/" + subject + "/" + part);
      inspect(page, "subject-" + part);
    }
    assertThat(page.title()).isNotEqualTo("x");
  }

  @Test
  void what_protects_data_and_what_permits_it_is_recorded_and_taken_back() {
    Page page = signedIn("ru-RU", Role.OFFICER);
    perform(page, "block", Map.of("reason", "INACCURATE", "categories", ""));
    assertThat(state().get("blocks").size()).isEqualTo(1);
    perform(page, "rectification", Map.of("EMAIL", "new." + purpose + "@example.kz"));
    perform(page, "unblock", Map.of());
    assertThat(state().get("blocks").size()).isZero();
    perform(page, "hold", Map.of("citation", UGLY));
    perform(page, "prohibition", Map.of("prohibits", "TRANSFER"));
    begin(page, "ground");
    fill(page, Map.of("ground", "CONTRACT"));
    assertThat(page.locator("[role=alert]").count()).isZero(); // now it asks for the evidence
    fill(
        page,
        Map.of("purpose", purpose, "evidence.contractNumber", UGLY, "evidence.role", "PARTY"));
    page.click("#confirm");
    assertThat(state().at("/grounds/0/ground").asString()).isEqualTo("CONTRACT");
    page.navigate("/console/subjects/" + subject);
    inspect(page, "subject-protected");
    page.click("a[href*='/acts/hold-lift']");
    page.click("main button[type=submit]");
    page.click("#confirm");
    page.navigate("/console/subjects/" + subject);
    page.click("a[href*='/acts/prohibition-lift']");
    page.click("main button[type=submit]");
    page.click("#confirm");
    page.navigate("/console/subjects/" + subject);
    page.click("a[href*='/acts/ground-end']");
    page.click("main button[type=submit]");
    page.click("#confirm");
    perform(page, "cessation", Map.of());
    JsonNode state = state();
    assertThat(state.get("holds").size() + state.get("prohibitions").size()).isZero();
    assertThat(state.at("/grounds/0/status").asString()).isEqualTo("ENDED");
    assertThat(state.at("/stops/0/kind").asString()).isEqualTo("CESSATION");
    assertThat(page.title()).isNotEqualTo("x");
  }

  @Test
  void of_two_officers_at_once_the_second_is_shown_how_it_stands_by_then() {
    requireSuccess(ledger.giveConsent(subject, purpose, policy, ""));
    Page page = signedIn("ru-RU", Role.OFFICER);
    page.navigate("/console/subjects/" + subject + "/acts/withdrawal");
    page.click("main button[type=submit]");
    ledger.claim(subject, purpose, "CONTRACT", "{\"contractNumber\":\"1\",\"role\":\"PARTY\"}", "");
    page.click("#confirm");
    assertThat(page.locator("[role=alert]").innerText()).contains("Кто-то вас опередил");
    assertThat(page.locator("#consequences").innerText()).contains("Обработка на другом основании");
    assertThat(state().at("/consents/0/status").asString()).isEqualTo("GIVEN");
    inspect(page, "stale");
    // Sent twice it is done once: both are led to the one record of it.
    assertThat(
            (boolean)
                page.evaluate(
                    """
                    async () => {
                      const form = document.querySelector('form.confirmation');
                      const said = new URLSearchParams(new FormData(form));
                      const one = await fetch(form.action, {method: 'POST', body: said});
                      const two = await fetch(form.action, {method: 'POST', body: said});
                      return one.ok && two.ok && one.url.includes('/history/') && one.url === two.url;
                    }
                    """))
        .isTrue();
    page.navigate("/console/subjects/" + subject + "/history");
    page.locator("tbody tr").last().locator("a").click();
    assertThat(page.locator("main").innerText())
        .contains("Согласие отозвано")
        .contains("договор (пункт 7.4)");
  }

  @Test
  void what_is_wrong_is_said_and_what_the_rules_refuse_is_said_above_the_form() {
    requireSuccess(ledger.giveConsent(subject, purpose, policy, ""));
    Page page = signedIn("ru-RU", Role.OFFICER);
    begin(page, "withdrawal");
    page.fill("#receivedOn", "");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").innerText())
        .contains("Когда получено: нужно указать день");
    page.fill("#receivedOn", "2027-03-01");
    page.click("main button[type=submit]");
    page.click("#confirm");
    assertThat(page.locator("[role=alert]").innerText()).contains("Этот момент ещё не наступил");
    inspect(page, "refused");
    page.fill("#receivedOn", "2026-01-01");
    page.click("main button[type=submit]");
    page.click("#confirm");
    assertThat(page.locator("[role=alert]").innerText()).contains("Позже субъект ответил иначе");
    begin(page, "rectification");
    page.fill("#IIN", "12");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").innerText()).contains("нужны двенадцать цифр");
    assertThat(page.navigate("/console/subjects/" + subject + "/acts/no-such").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"ru-RU,открыть,Получить PDF,Запрошено.", "kk-KZ,ашу,PDF алу,Сұралды."})
  void a_receipt_and_the_report_are_handed_out_and_data_is_anonymised(
      String language, String open, String report, String asked) {
    ledger.determine(
        purpose, "{\"policyVersion\":\"%s\",\"disposalApproval\":\"OFFICER\"}".formatted(policy));
    requireSuccess(ledger.giveConsent(subject, purpose, policy, ""));
    Page page = signedIn(language, Role.OFFICER);
    page.navigate("/console/subjects/" + subject + "/documents");
    for (String form : List.of("pdf", "json")) {
      APIResponse receipt =
          page.request()
              .get(
                  page.locator("a[href$='/" + form + "']").first().getAttribute("href"),
                  RequestOptions.create().setTimeout(60_000));
      assertThat(receipt.status()).isEqualTo(200);
      assertThat(new String(receipt.body(), 0, 4, StandardCharsets.US_ASCII))
          .startsWith(form.equals("pdf") ? "%PDF" : "{");
    }
    Download pdf =
        page.waitForDownload(
            new Page.WaitForDownloadOptions().setTimeout(60_000),
            () -> page.locator("main button").filter(withText(report)).click());
    assertThat(pdf.suggestedFilename()).endsWith(".pdf");
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/history").text())
        .contains("personal-data.accessed");
    page.locator("main a").filter(withText(open)).first().click();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.substring(0, 2));

    begin(page, "anonymisation");
    fill(page, Map.of("disposalGround", "REQUEST", "reason", "UNNECESSARY"));
    inspect(page, "anonymisation-question", language.substring(0, 2));
    page.click("#confirm");
    assertThat(page.locator("[role=status]").innerText()).startsWith(asked);
    Page approver = signedIn(language, Role.APPROVER);
    approver.navigate(page.url() + "/approval");
    approver.click("#confirm");
    assertThat(approver.locator("[role=status]").count()).isEqualTo(1);
    assertThat(state().get("status").asString()).isEqualTo("ANONYMISED");
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void whoever_only_reads_is_shown_no_act_and_no_data() {
    Page page = signedIn("en-GB", Role.AUDITOR);
    String path = "/console/subjects/" + subject;
    assertThat(page.navigate(path).status()).isEqualTo(200);
    assertThat(page.locator("a[href*='/acts/'], a[href$='/data'], a[href$='/decision']").count())
        .isZero();
    for (String part : List.of("/acts/withdrawal", "/data", "/decision")) {
      assertThat(page.navigate(path + part).status()).as(part).isEqualTo(403);
    }
    assertThat(page.navigate("/console/disposals").status()).isEqualTo(200);
    assertThat(signedIn("en-GB", Role.APPROVER).navigate(path + "/data").status()).isEqualTo(403);
  }
}
