package org.consentledger.api.console.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.core.user.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What officers do about the authorised body: its requests, breaches, and letters set aside. */
class AuthorityPagesTest extends BrowsedLedger {

  private static final String WORDS = "<script>alert(\"ә\")</script> & 'сұрау' № 12-3/45";

  @Autowired private JdbcClient letters;

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Внести запрос уполномоченного органа,Что просит орган,Ответить,дан ответ",
    "kk-KZ,Уәкілетті органның сұрауын енгізу,Орган не сұрайды,Жауап беру,жауап берілген",
    "en-GB,Enter a request of the authorised body,What it asks,Answer,answered"
  })
  void what_the_authorised_body_asks_is_entered_and_answered(
      String language, String enter, String asks, String answer, String answered) {
    String code = language.substring(0, 2);
    Page page = signedIn(language, Role.OFFICER);
    page.navigate("/console/requests");
    page.click("text=" + enter);
    page.getByLabel(asks).fill(WORDS);
    page.fill("#subjects", "Әйгерім");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert] a").getAttribute("href")).isEqualTo("#subjects");
    if (code.equals("kk")) {
      inspect(page, "authority-new");
    }
    page.fill("#subjects", "");
    page.fill("#reference", WORDS);
    page.click("main button[type=submit]");
    page.click(".acts >> text=" + answer);
    if (code.equals("kk")) {
      inspect(page, "authority-answer");
    }
    page.fill("#text", WORDS);
    page.click("main button[type=submit]");
    assertThat(page.locator(".heading").innerText()).contains(answered);
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Записать нарушение,Орган уведомлён,Закрыть,закрыто",
    "kk-KZ,Бұзуды жазу,Органға хабарланды,Жабу,жабылған",
    "en-GB,Enter a breach,The authority was told,Close,closed"
  })
  void a_breach_is_entered_told_and_closed(
      String language, String enter, String told, String close, String closed) {
    String code = language.substring(0, 2);
    Page page = signedIn(language, Role.OFFICER);
    page.navigate("/console/breaches");
    page.click("main >> text=" + enter);
    page.fill("#description", WORDS);
    page.check("input[value=EMAIL]");
    page.fill("#affected", "1200");
    page.click("main button[type=submit]");
    assertThat(page.locator(".notice").innerText()).isEqualTo(WORDS);
    if (code.equals("kk")) {
      inspect(page, "breach");
    }
    page.click(".acts >> text=" + told);
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert] li").count()).isEqualTo(1);

    page.fill("#reference", WORDS);
    page.click("main button[type=submit]");
    page.click(".acts >> text=" + close);
    page.fill("#measures", WORDS);
    page.click("main button[type=submit]");
    assertThat(page.locator(".heading").innerText()).contains(closed);
    assertThat(page.locator(".acts").count()).isZero();
    page.navigate("/console/breaches");
    if (code.equals("kk")) {
      inspect(page, "breaches");
    }
  }

  @Test
  void what_is_known_of_a_breach_is_not_overwritten_by_who_did_not_see_it() {
    Page first = signedIn("en-GB", Role.OFFICER);
    first.navigate("/console/breaches/new");
    first.fill("#description", "A laptop was lost.");
    first.click("main button[type=submit]");
    first.locator(".notice").waitFor();
    Page second = signedIn("en-GB", Role.OFFICER);
    second.navigate(first.url() + "/amendment");
    first.click("text=Say more");
    first.fill("#description", "A laptop was lost, and found again.");
    first.click("main button[type=submit]");
    assertThat(first.locator("[role=status]").innerText()).isEqualTo("More is known now.");
    second.fill("#description", "A laptop was lost. Its disk is encrypted.");
    assertThat(
            second
                .waitForResponse("**/amendment", () -> second.click("main button[type=submit]"))
                .status())
        .isEqualTo(409);
    assertThat(second.locator("[role=alert]").innerText()).contains("Somebody was quicker");
    assertThat(second.locator(".notice").innerText()).contains("found again");
  }

  @Test
  void an_officer_finds_the_letters_that_were_set_aside() {
    letters
        .sql(
            """
            insert into letter (letter_id, mailbox, uid_validity, uid, fingerprint, taken_at, outcome, cause, whole)
            values (?, 'пошта <b>', 1, 7, null, ?, 'QUARANTINED', 'MALFORMED', true)
            """)
        .params(UUID.randomUUID(), OffsetDateTime.now(ZoneOffset.UTC))
        .update();
    Page page = signedIn("kk-KZ", Role.OFFICER);
    choose(page, "Кіріс хаттар");
    page.selectOption("#outcome", "QUARANTINED");
    page.click("main button[type=submit]");
    assertThat(page.url()).contains("outcome=QUARANTINED");
    assertThat(page.locator("tbody").innerText()).contains("пошта <b>", "оқылмады");
    inspect(page, "letters");
  }
}
