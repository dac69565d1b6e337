package org.consentledger.api.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.user.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits for a decision is the first thing that people see. */
class HomePageTest extends BrowsedLedger {

  private static final String TITLE = "<script>alert('ұ')</script> & \"хаттар\"";

  @Test
  void the_first_page_shows_what_waits_the_overdue_first_and_how_the_months_went() {
    LedgerClient ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    String purpose = LedgerClient.unusedCode();
    ledger.determine(purpose, "{\"title\":{\"ru\":" + LedgerClient.quoted(TITLE) + "}}");
    String subject = ledger.register(purpose, UUID.randomUUID() + "@example.kz");
    for (int i = 0; i < 3; i++) {
      LedgerClient.requireSuccess(ledger.giveConsent(subject, purpose, "1.0", ""));
      LedgerClient.requireSuccess(ledger.withdraw(subject, purpose));
    }
    LedgerClient.requireSuccess(ledger.process(subject, purpose, "USE", ",\"report\":true"));
    String late =
        LedgerClient.requireSuccess(
                ledger.post(
                    "/api/v1/requests",
                    """
                    {"type":"BLOCKING","channel":"LETTER","receivedAt":"2026-01-05T06:00:00Z","text":"x"}
                    """))
            .json()
            .get("number")
            .asString();
    Page page = signedIn("ru-RU", Role.OFFICER);
    assertThat(page.locator("ul.tiles li.grave").innerText()).contains("просрочено: ");
    assertThat(page.locator("tbody").first().innerText()).contains("№ " + late, "просрочено");
    assertThat(page.locator("main").innerText())
        .contains("Записи вовремя запечатываются", subject.substring(0, 8), "отозвано");
    page.click("text=Числа таблицей >> nth=0");
    assertThat(page.locator(".chart table").first().innerText()).contains("3");
    assertThat(page.locator(".chart script").count()).isZero();
    assertThat(page.locator("ul.jobs").innerText())
        .contains("отзыв согласия, который пришёл письмом", "разрешено в какой-то день")
        .doesNotContain("Выгрузить историю");
    inspect(page, "home-ru");
    page.click("ul.tiles >> text=просрочено");
    assertThat(page.locator("tbody").innerText()).contains("№ " + late);
  }

  @ParameterizedTest
  @CsvSource({
    "kk-KZ,Бүгін шешуді қажет етеді,Журналдың күйі,Тарихты дәлелдерімен экспорттау",
    "en-GB,Needs a decision today,How the ledger is,Export the history with its proofs"
  })
  void it_is_read_in_the_readers_language_by_whoever_signed_in(
      String language, String today, String health, String export) {
    Page page = signedIn(language, Role.AUDITOR);
    assertThat(page.locator("main").innerText()).contains(today, health);
    assertThat(page.locator("ul.jobs").innerText()).contains(export);
    for (String job :
        page.locator("ul.jobs a").all().stream().map(it -> it.getAttribute("href")).toList()) {
      assertThat(page.request().get(job).status()).as(job).isEqualTo(200);
    }
    requireAccessible(page, "home-" + language);
  }
}
