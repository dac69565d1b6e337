package org.consentledger.api.console.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.user.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registers and mailings: everybody reads them, administrators change them. */
class RegisterPagesTest extends BrowsedLedger {

  private static final String WORDS = "<script>alert('ү')</script> \"Қойма\" & Co";

  private LedgerClient ledger;

  @BeforeEach
  void publish() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
  }

  @Test
  void an_administrator_adds_a_recipient_and_changes_it_in_knowledge_of_what_it_is() {
    String code = LedgerClient.unusedCode();
    Page page = signedIn("kk-KZ", Role.ADMINISTRATOR);
    page.click("nav >> text=Тізілімдер");
    inspect(page, "registers");
    page.click("main >> text=Алушылар");
    page.click("text=Жазба қосу");
    page.fill("#id", "қате");
    page.fill("#name", WORDS);
    page.fill("#country", "KZ");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert] a").getAttribute("href")).isEqualTo("#id");
    page.fill("#id", code);
    page.fill("#bin", "12");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").innerText()).contains("БСН");
    inspect(page, "recipient-new");
    page.fill("#bin", "123456789012");
    page.fill("[id='contract.number']", WORDS);
    page.fill("[id='contract.date']", "2026-02-01");
    page.click("main button[type=submit]");
    assertThat(page.locator("h1").innerText()).isEqualTo(WORDS);
    inspect(page, "recipient");
    Page second = signedIn("en-GB", Role.ADMINISTRATOR);
    second.navigate("/console/registers/recipients/" + code + "/edit");
    page.click("text=Өзгерту");
    page.fill("#name", "Жаңа ат");
    page.click("main button[type=submit]");
    assertThat(page.locator("main li").count()).isEqualTo(2);
    second.fill("#name", "Another");
    second.click("main button[type=submit]");
    assertThat(second.locator("[role=alert]").innerText()).contains("Somebody was quicker");
    assertThat(second.locator("h1").innerText()).isEqualTo("Жаңа ат");
  }

  @Test
  void a_purpose_a_system_and_a_measure_are_recorded_by_the_rules_of_the_api() {
    Page page = signedIn("ru-RU", Role.ADMINISTRATOR);
    String code = LedgerClient.unusedCode();
    page.navigate("/console/registers/purposes/new");
    page.fill("#id", code);
    page.fill("#title_ru", WORDS);
    page.check("input[name=grounds][value=CONSENT]");
    page.check("input[name=categories][value=EMAIL]");
    page.fill("#consentTerm", "год");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").innerText()).contains("Действия", "Срок согласия");
    page.check("input[name=actions][value=USE]");
    page.fill("#consentTerm", "P1Y");
    page.click("main button[type=submit]");
    assertThat(page.locator("h1").innerText()).isEqualTo(WORDS);
    assertThat(ledger.get("/api/v1/purposes/" + code).json().get("disposalApproval").asString())
        .isEqualTo("OFFICER");
    inspect(page, "purpose");

    page.navigate("/console/registers/systems/new");
    page.fill("#id", code);
    page.fill("#name", WORDS);
    page.fill("#location", "Алматы");
    page.fill("#since", "2026-01-01T09:00");
    page.click("main button[type=submit]");
    assertThat(page.locator("main").innerText()).contains("1 января 2026, 09:00");
    page.navigate("/console/registers/measures/new");
    page.fill("#id", code);
    page.fill("#description", WORDS);
    page.fill("#from", "2026-01-01T09:00");
    page.click("main button[type=submit]");
    assertThat(page.locator("main").innerText()).contains(WORDS, "техническая");
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Политика,Сроки и календарь,рабочих дней: 15",
    "kk-KZ,Саясат,Мерзімдер мен күнтізбе,жұмыс күні: 15",
    "en-GB,Policy,Terms and calendar,working days: 15"
  })
  void everybody_reads_the_policy_side_by_side_and_the_terms(
      String language, String policy, String terms, String fifteen) {
    Page page = signedIn(language, Role.APPROVER);
    page.navigate("/console/registers");
    page.click("main >> text=" + policy);
    page.click("tbody a >> text=1.0");
    assertThat(page.locator(".notice").allInnerTexts())
        .containsExactlyInAnyOrder("Пример политики", "Саясат үлгісі", "An example policy");
    if (language.startsWith("kk")) {
      inspect(page, "policy");
    }
    page.navigate("/console/registers");
    page.click("main >> text=" + terms);
    assertThat(page.locator("main").innerText()).contains(fifteen);
    if (language.startsWith("kk")) {
      inspect(page, "terms");
    }
    assertThat(page.navigate("/console/registers/purposes/new").status()).isEqualTo(403);
    assertThat(page.navigate("/console/mailings/new").status()).isEqualTo(403);
  }

  @Test
  void a_mailing_is_planned_and_called_off_after_a_question() {
    String purpose = LedgerClient.unusedCode();
    ledger.definePurpose(purpose, "1.0");
    String code = LedgerClient.unusedCode();
    Page page = signedIn("ru-RU", Role.ADMINISTRATOR);
    page.click("nav >> text=Рассылки");
    page.click("main >> text=Запланировать рассылку");
    page.fill("#id", code);
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").innerText()).contains("хотя бы на одном языке");
    inspect(page, "mailing-new");
    page.selectOption("#purposeId", purpose);
    page.fill("#subjectKk", WORDS);
    page.fill("#textKk", WORDS);
    page.click("main button[type=submit]");
    assertThat(page.locator(".notice").innerText()).isEqualTo(WORDS);
    inspect(page, "mailing");
    page.click("text=Начать");
    page.click("dialog[open] button[type=submit]");
    assertThat(page.locator("[role=alert]").innerText()).contains("Ничего");
    page.click(".acts >> text=Отменить");
    page.locator("dialog[open]").waitFor();
    page.click("dialog[open] button[type=submit]");
    assertThat(page.locator("[role=status]").innerText()).isEqualTo("Рассылка отменена.");
    page.navigate("/console/mailings");
    inspect(page, "mailings");
  }
}
