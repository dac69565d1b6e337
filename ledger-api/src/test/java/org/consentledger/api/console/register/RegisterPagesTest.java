package org.consentledger.api.console.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
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
    choose(page, "Тізілімдер");
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
    assertThat(page.locator("main dl").innerText()).contains("1 г.").doesNotContain("P1Y");
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
    "ru-RU,Политика,Сроки и календарь,рабочих дней: 15,Цифровой кодекс",
    "kk-KZ,Саясат,Мерзімдер мен күнтізбе,жұмыс күні: 15,Цифрлық кодекс",
    "en-GB,Policy,Terms and calendar,working days: 15,Digital Code"
  })
  void everybody_reads_the_policy_side_by_side_and_the_terms(
      String language, String policy, String terms, String fifteen, String norm) {
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
    assertThat(page.locator("main").innerText()).contains(fifteen, norm);
    if (language.startsWith("kk")) {
      inspect(page, "terms");
    }
    assertThat(page.navigate("/console/registers/purposes/new").status()).isEqualTo(403);
    assertThat(page.navigate("/console/mailings/new").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Опубликовать редакцию,Вернуться к текстам",
    "kk-KZ,Редакцияны жариялау,Мәтіндерге оралу",
    "en-GB,Publish a version,Back to the texts"
  })
  void a_version_of_the_policy_is_published_after_it_was_shown_what_it_changes(
      String language, String publish, String edit) {
    Page page = signedIn(language, Role.ADMINISTRATOR);
    page.navigate("/console/registers/policies");
    page.click("main >> text=" + publish);
    String version = "9." + LedgerClient.unusedCode().substring(0, 12);
    String kazakh = page.inputValue("#texts_kk");
    assertThat(kazakh).isNotEmpty();
    page.fill("#version", "two words");
    page.fill("#effectiveFrom", "2099-01-01T00:00");
    page.fill("#texts_en", WORDS);
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert] li").count()).isEqualTo(1);
    page.fill("#version", version);
    page.fill("#texts_kk", kazakh + "\n\nЖаңа бөлім: ә ғ қ ң ө ұ ү һ і");
    inspect(page, "policy-new", language.substring(0, 2));
    page.click("main button[value=preview]");
    assertThat(page.locator("#policy-preview ins").allInnerTexts())
        .anyMatch(it -> it.contains("ә ғ қ ң ө ұ ү һ і"));
    inspect(page, "policy-preview", language.substring(0, 2));
    page.click("main button >> text=" + edit);
    assertThat(page.inputValue("#texts_en")).isEqualTo(WORDS);
    page.click("main button[value=preview]");
    assertThat(ledger.get("/api/v1/policies/" + version).status()).isEqualTo(404);
    page.click("main button[value=publish]");
    assertThat(page.locator("[role=status]").count()).isEqualTo(1);
    assertThat(ledger.get("/api/v1/policies/" + version).json().get("texts").get("kk").asString())
        .isEqualTo(kazakh + "\n\nЖаңа бөлім: ә ғ қ ң ө ұ ү һ і");
  }

  @Test
  void a_purpose_is_ended_once_after_it_was_said_what_comes_of_it() {
    String code = LedgerClient.unusedCode();
    ledger.definePurpose(code, "1.0");
    Page page = signedIn("kk-KZ", Role.ADMINISTRATOR);
    page.navigate("/console/registers/purposes/" + code);
    Page second = signedIn("ru-RU", Role.ADMINISTRATOR);
    second.navigate("/console/registers/purposes/" + code + "/steps/retirement");
    page.click("main >> text=Мақсатты жабу");
    inspect(page, "purpose-retirement");
    page.click("main button[type=submit]");
    assertThat(page.locator("main .badge").innerText()).isNotBlank();
    assertThat(ledger.get("/api/v1/purposes/" + code).json().get("retiredAt").isNull()).isFalse();
    second.click("main button[type=submit]");
    assertThat(second.locator("h1").innerText()).isEqualTo("Такой записи нет");
  }

  @Test
  void data_crosses_the_border_after_two_steps_in_their_order() {
    String code = LedgerClient.unusedCode();
    Page page = signedIn("ru-RU", Role.ADMINISTRATOR);
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/recipients/" + code,
            "{\"name\":\"Abroad\",\"country\":\"DE\",\"kind\":\"PROCESSOR\"}"));
    String path = "/console/registers/recipients/" + code;
    page.navigate(path + "/steps/notice");
    page.fill("#reference", WORDS);
    page.fill("#date", "2026-01-02");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
    assertThat(page.inputValue("#reference")).isEqualTo(WORDS);
    page.navigate(path);
    page.click("main >> text=Получены сведения о защите");
    inspect(page, "cross-border-assurance");
    page.fill("#reference", WORDS);
    page.fill("#date", "2026-01-02");
    page.click("main button[type=submit]");
    page.click("main >> text=Уполномоченный орган уведомлён");
    page.fill("#reference", "N-7");
    page.fill("#date", "2026-01-03");
    page.click("main button[type=submit]");
    assertThat(page.locator("main").innerText()).contains(WORDS, "N-7");
  }

  @Test
  void the_operator_and_a_term_are_changed_by_administrators_alone() {
    Page page = signedIn("kk-KZ", Role.ADMINISTRATOR);
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/operator", "{\"name\":\"Operator\",\"bin\":\"990140001234\"}"));
    page.navigate("/console/registers");
    page.click("main >> text=Оператор");
    page.click("tbody a");
    page.click("main .acts a");
    assertThat(page.inputValue("#name")).isEqualTo("Operator");
    page.fill("#bin", "12");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").innerText()).contains("БСН");
    inspect(page, "operator");
    page.fill("#bin", "990140001234");
    page.fill("#responsiblePerson", "Гүлнұр <b>Қ</b>");
    page.click("main button[type=submit]");
    assertThat(page.locator("main dl").innerText()).contains("Гүлнұр <b>Қ</b>");
    page.click("main .acts a");
    page.fill("#jointOperators", "Бірге <i>шешеді</i>; 12");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert] a").getAttribute("href")).isEqualTo("#jointOperators");
    page.fill("#jointOperators", "Бірге <i>шешеді</i>; 123456789012; ; a@example.kz\n\nЕкінші");
    page.click("main button[type=submit]");
    assertThat(ledger.get("/api/v1/operator").json().get("jointOperators"))
        .hasToString(
            """
            [{"name":"Бірге <i>шешеді</i>","bin":"123456789012","email":"a@example.kz"},{"name":"Екінші"}]\
            """
                .strip());
    page.click("main .acts a");
    assertThat(page.inputValue("#jointOperators"))
        .isEqualTo("Бірге <i>шешеді</i>; 123456789012; ; a@example.kz\nЕкінші");
    page.fill("#jointOperators", "");
    page.click("main button[type=submit]");
    assertThat(ledger.get("/api/v1/operator").json().has("jointOperators")).isFalse();
    assertThat(page.navigate("/console/registers/operator/new").status()).isEqualTo(404);

    page.navigate("/console/registers/terms");
    page.click("tbody tr:first-of-type a");
    page.fill("#length", "3");
    page.fill("#effectiveFrom", "2020-01-01T00:00");
    page.fill("#source", WORDS);
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
    inspect(page, "term-change");
    page.fill("#effectiveFrom", "2098-01-01T00:00");
    page.click("main button[type=submit]");
    assertThat(page.locator("main").innerText()).contains(WORDS);

    Page officer = signedIn("ru-RU", Role.OFFICER);
    for (String path :
        List.of(
            "policies/new",
            "operator/operator/edit",
            "terms/accuracy-review/steps/change",
            "purposes/any/steps/retirement")) {
      assertThat(officer.navigate("/console/registers/" + path).status()).isEqualTo(403);
    }
  }

  @Test
  void a_mailing_is_planned_and_called_off_after_a_question() {
    String purpose = LedgerClient.unusedCode();
    ledger.definePurpose(purpose, "1.0");
    String code = LedgerClient.unusedCode();
    Page page = signedIn("ru-RU", Role.ADMINISTRATOR);
    choose(page, "Рассылки");
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
