package org.consentledger.api.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import java.util.UUID;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.user.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What officers do with what people ask. */
class RequestPagesTest extends BrowsedLedger {

  private static final String WORDS = "<script>alert('ә')</script> \"Қайтарып аламын\" & 'бәрін'";

  private LedgerClient ledger;

  @BeforeEach
  void publish() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }

  private String consented() {
    String subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    return subject;
  }

  private String received(String type, String more) {
    return LedgerClient.requireSuccess(
            ledger.post(
                "/api/v1/requests",
                """
                {"type":"%s","channel":"LETTER","language":"kk","text":%s%s}
                """
                    .formatted(type, LedgerClient.quoted(WORDS), more)))
        .json()
        .get("requestId")
        .asString();
  }

  private static String of(String subject) {
    return ",\"subjectId\":\"" + subject + "\"";
  }

  private String state(String request) {
    return ledger.get("/api/v1/requests/" + request).json().get("state").asString();
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Обращения,Ответить,Показать тексты,Этот просмотр записан в журнал,дан ответ",
    "kk-KZ,Өтініштер,Жауап беру,Мәтіндерді көрсету,Бұл қарау журналға жазылды,жауап берілген",
    "en-GB,Requests,Answer,Show the texts,This look was recorded,answered"
  })
  void an_officer_withdraws_the_consent_of_a_person_who_wrote_a_letter(
      String language, String title, String answer, String show, String recorded, String answered) {
    String code = language.substring(0, 2);
    String subject = consented();
    String request = received("WITHDRAWAL", of(subject));
    Page page = signedIn(language, Role.OFFICER);
    choose(page, title);
    inspect(page, "requests", code);
    page.click("a[href$='" + request + "']");
    assertThat(page.content()).doesNotContain("Қайтарып аламын");
    page.click("text=" + show);
    assertThat(page.locator("[role=status]").innerText()).contains(recorded);
    assertThat(page.locator(".notice").innerText()).isEqualTo(WORDS);
    inspect(page, "request", code);
    page.click(".acts >> text=" + answer);
    page.fill("#text", "Орындалды");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
    assertThat(state(request)).isEqualTo("OPEN");
    inspect(page, "answer", code);
    page.check("#confirmed");
    page.click("main button[type=submit]");
    assertThat(page.locator(".heading").innerText()).contains(answered);
    assertThat(ledger.decide(subject, "letters", "USE").json().get("decision").asString())
        .isEqualTo("DENY");
    assertThat(ledger.get("/api/v1/requests/" + request).text()).contains("request.read");
    inspect(page, "request-answered", code);

    page.navigate("/console/requests/" + received("WITHDRAWAL", of(subject)) + "/answer");
    assertThat(page.locator("#purposes").count()).isZero(); // nothing is left to withdraw
    assertThat(page.locator("input[name=effect]:checked").inputValue()).isEmpty();
  }

  @Test
  void of_two_officers_the_second_sees_that_the_first_has_answered() {
    String request = received("QUESTION", "");
    Page first = signedIn("en-GB", Role.OFFICER);
    Page second = signedIn("en-GB", Role.OFFICER);
    for (Page page : new Page[] {first, second}) {
      page.navigate("/console/requests/" + request + "/answer");
      page.fill("#text", "We wrote to them.");
    }
    first.click("main button[type=submit]");
    assertThat(first.locator("[role=status]").innerText()).contains("was answered");
    Response late =
        second.waitForResponse("**/answer", () -> second.click("main button[type=submit]"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(second.locator("[role=alert]").innerText()).contains("has ended already");
    assertThat(second.locator(".heading").innerText()).contains("answered");
    assertThat(second.locator(".acts").count()).isZero();
  }

  @Test
  void a_request_that_came_by_post_is_entered_once_and_its_term_rests_and_runs() {
    Page page = signedIn("ru-RU", Role.OFFICER);
    String mail = UUID.randomUUID() + "@example.kz";
    ledger.register("letters", mail);
    page.navigate("/console/requests/new");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert] li").count()).isEqualTo(2);
    inspect(page, "new-request");
    page.selectOption("#type", "RECTIFICATION");
    page.fill("#receivedAt", "2026-01-05T10:30");
    page.fill("#text", WORDS);
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=status]").innerText()).contains("Обращение внесено");
    assertThat(page.locator("main").innerText()).contains("5 января 2026, 10:30");

    page.click("text=Указать субъекта");
    page.locator("dialog[open]").waitFor();
    requireAccessible(page, "who asks");
    page.fill("dialog #email", "somebody-" + mail);
    page.click("dialog button[type=submit]");
    assertThat(page.locator("[role=alert]").innerText()).contains("Такого субъекта нет");
    page.fill("#email", mail);
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=status]").innerText()).isEqualTo("Субъект указан.");
    assertThat(page.url()).doesNotContain("@");

    page.navigate(page.url() + "/answer");
    page.fill("#email", "new-" + mail);
    page.check("#confirmed");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").innerText()).contains("Личность не проверена");
    assertThat(page.inputValue("#email")).isEqualTo("new-" + mail);
    page.click("main >> text=Личность проверена");
    page.fill("#evidence", WORDS);
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=status]").innerText()).contains("личность проверена");
  }

  @Test
  void the_term_rests_while_an_officer_waits_and_is_extended_once_also_where_no_scripts_run() {
    String request = received("INFORMATION", of(consented()));
    Page page = readerWithoutScripts("kk-KZ");
    signIn(page, person(Role.OFFICER));
    page.navigate("/console/requests/" + request);
    page.click("text=Мерзімді тоқтату");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").innerText()).contains("Себебін таңдаңыз");
    page.check("input[value=IDENTITY]");
    page.click("main button[type=submit]");
    assertThat(state(request)).isEqualTo("PAUSED");
    page.click("text=Мерзімді жалғастыру");
    page.click("main button[type=submit]");
    assertThat(state(request)).isEqualTo("OPEN");
    page.click("text=Мерзімді ұзарту");
    page.fill("#days", "5");
    page.fill("#explanation", "Құжат күтілуде");
    page.click("main button[type=submit]");
    assertThat(page.locator("main").innerText()).contains("ұзарту");
    page.click("text=Бас тарту");
    page.selectOption("#reason", "NOTHING_HELD");
    page.fill("#text", "Деректер жоқ");
    page.click("main button[type=submit]");
    assertThat(state(request)).isEqualTo("REFUSED");
  }

  @Test
  void whoever_only_looks_is_offered_nothing_and_may_do_nothing() {
    String request = received("QUESTION", "");
    Page page = signedIn("en-GB", Role.AUDITOR);
    page.navigate("/console/requests/" + request);
    assertThat(page.locator(".acts").count()).isZero();
    assertThat(page.content()).doesNotContain("Қайтарып аламын");
    assertThat(page.navigate("/console/requests/new").status()).isEqualTo(403);
    for (String act : new String[] {"words", "answer", "pause", "refusal"}) {
      assertThat(
              page.request()
                  .post(
                      "/console/requests/" + request + "/" + act,
                      RequestOptions.create().setHeader("X-CSRF-TOKEN", token(page)))
                  .status())
          .isEqualTo(403);
    }
    assertThat(state(request)).isEqualTo("OPEN");
  }

  private static String token(Page page) {
    page.navigate("/console");
    return page.locator("meta[name=csrf]").getAttribute("content");
  }
}
