package org.consentledger.api.console.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.api.testing.LedgerClient.requireSuccess;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.user.Role;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an officer does with a letter by which somebody withdraws their consent (clause 8.4). */
class WithdrawalPagesTest extends BrowsedLedger {

  private static final String SCRIPT = "<script>alert(1)</script> \"Хаттар\" & ';";

  private final String purpose = "p-" + LedgerClient.unusedCode();
  private final String email = "әсел." + purpose + "@example.kz";
  private LedgerClient ledger;
  private String subject;

  @BeforeEach
  void somebody_who_consented_a_month_ago() {
    ledger = ledgerClient();
    requireSuccess(
        ledger.put(
            "/api/v1/operator", "{\"name\":\"Оператор <b>Қ</b>\",\"bin\":\"990140001234\"}"));
    String policy = "v-" + purpose;
    ledger.publishPolicy(policy, "");
    ledger.determine(
        purpose,
        json.createObjectNode()
            .put("policyVersion", policy)
            .put("retention", "P10D")
            .set(
                "title",
                json.createObjectNode().put("ru", SCRIPT).put("kk", SCRIPT).put("en", SCRIPT))
            .toString());
    ledger.determine(
        purpose,
        """
        {"policyVersion":"%s","retention":"P10D","grounds":["CONSENT","CONTRACT"],
         "title":{"ru":"Рассылка <b>","kk":"Тарату <b>","en":"News <b>"}}
        """
            .formatted(policy));
    subject = ledger.register(purpose, email);
    requireSuccess(
        ledger.giveConsent(
            subject,
            purpose,
            policy,
            ",\"effectiveAt\":\"%s\"".formatted(Instant.now().minus(30, ChronoUnit.DAYS))));
    requireSuccess(
        ledger.post(
            "/api/v1/requests",
            """
            {"type":"WITHDRAWAL","subjectId":"%s","channel":"LETTER","text":"x"}
            """
                .formatted(subject)));
  }

  private static String day(int daysAgo) {
    return LocalDate.now(Kazakhstan.ZONE).minusDays(daysAgo).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Субъекты,Найти,Отозвать,Записать отзыв,Отзыв записан.,Можно ли?,Согласие отозвано,"
        + "известно сейчас,было записано к концу того дня,весь день,и до сих пор",
    "kk-KZ,Субъектілер,Іздеу,Кері қайтарып алу,Кері қайтарып алуды жазу,Кері қайтарып алу"
        + " жазылды.,Бола ма?,Келісім кері қайтарып алынды,қазір белгілі мәлімет бойынша,"
        + "сол күннің соңына дейін жазылған мәлімет бойынша,күні бойы,бастап осы уақытқа дейін"
  })
  void an_officer_withdraws_a_consent_by_a_letter_and_explains_what_was_permitted_that_day(
      String language,
      String people,
      String find,
      String withdraw,
      String record,
      String done,
      String mayI,
      String withdrawn,
      String knownNow,
      String knownThen,
      String wholeDay,
      String still) {
    String code = language.substring(0, 2);
    Page page = signedIn(language, Role.OFFICER);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(people)).click();
    inspect(page, "subjects", code);
    page.fill("#value", email.toUpperCase(java.util.Locale.ROOT));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(find)).click();
    assertThat(page.url()).endsWith("/console/subjects/" + subject);
    assertThat(page.content()).doesNotContain(email);
    assertThat(page.locator("#waiting a").innerText()).startsWith("№ ");
    assertThat(page.locator("#overview ul.lines").boundingBox().height).isZero(); // nothing in it
    inspect(page, "subject", code);
    page.setViewportSize(768, 900);
    Object narrowest =
        page.evaluate(
            "() => Math.min(...[...document.querySelectorAll('#overview dl.small dd')]"
                + ".map(it => it.offsetWidth))");
    assertThat(((Number) narrowest).intValue()).as("a word fits").isGreaterThan(100);
    page.setViewportSize(1280, 900);

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(withdraw).setExact(true))
        .click();
    inspect(page, "withdrawal-form", code);
    page.fill("#receivedOn", day(2));
    page.click("main button[type=submit]");
    assertThat(page.locator("#consequences li").count()).isGreaterThan(3);
    inspect(page, "withdrawal-question", code);
    assertThat(ledger.decide(subject, purpose, "USE").decision()).isEqualTo("PERMIT");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(record)).click();
    assertThat(page.locator("[role=status]").innerText()).startsWith(done);
    assertThat(page.locator("h2").first().innerText()).startsWith(withdrawn);
    assertThat(page.locator("#number").innerText()).startsWith("№ ");
    inspect(page, "withdrawal-done", code);
    assertThat(ledger.decide(subject, purpose, "USE").reasons())
        .containsExactly("CONSENT_WITHDRAWN");

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(mayI)).click();
    page.selectOption("#purpose", purpose);
    page.fill("#on", day(3));
    page.click("main button[type=submit]");
    assertThat(page.locator(".answer.good").count()).isEqualTo(1);
    assertThat(page.locator(".answer.grave").count()).isZero();
    page.fill("#on", day(30));
    page.click("main button[type=submit]");
    assertThat(page.locator(".answer").allInnerTexts()).hasSize(2);
    assertThat(page.locator("#answer-said").innerText()).endsWith(knownNow);
    page.check("input[name=known][value=then]");
    page.click("main button[type=submit]");
    // Nobody had heard of the consent that day: it was recorded a month later.
    assertThat(page.locator("#answer-said").innerText()).endsWith(knownThen);
    assertThat(page.locator(".answer.good").count()).isZero();
    assertThat(page.locator(".answer.grave").innerText()).contains(wholeDay);
    page.navigate("/console/subjects/" + subject + "/decision");
    page.fill("#on", day(0));
    page.click("main button[type=submit]");
    assertThat(page.locator("#purpose").inputValue()).isEqualTo(purpose);
    assertThat(page.locator(".answer").last().innerText()).contains(still);
    inspect(page, "decision", code);
  }

  @Test
  void it_works_where_no_scripts_run() {
    Page page = readerWithoutScripts("ru-RU");
    signIn(page, person(Role.OFFICER));
    page.navigate("/console/subjects/" + subject + "/acts/withdrawal?purpose=" + purpose);
    page.click("main button[type=submit]");
    page.click("#confirm");
    assertThat(page.locator("[role=status]").innerText()).startsWith("Отзыв записан.");
  }
}
