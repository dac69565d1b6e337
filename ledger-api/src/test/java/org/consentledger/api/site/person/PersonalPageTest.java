package org.consentledger.api.site.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.consentledger.api.browser.BrowsedMail;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What people see and do on their own page, after a mailed link. */
class PersonalPageTest extends BrowsedMail {

  private static final String NAME =
      "Ұлжан <script>document.title='taken'</script> \\\"Қ\\\" 'Әлі'";

  /** Somebody who consented, with a name that nobody should have. */
  private String known(String address) {
    String subject =
        LedgerClient.requireSuccess(
                ledger.post(
                    "/api/v1/subjects",
                    """
                    {"identifiers":{"email":"%s","fullName":"%s"},"purposeId":"%s","source":"FORM","language":"kk",
                     "personalData":{"QUESTIONNAIRE":{"<b>қала</b>":"Алматы & Әсем"}}}
                    """
                        .formatted(address, NAME, purpose)))
            .subjectId();
    LedgerClient.requireSuccess(ledger.giveConsent(subject, purpose, "1.0", ""));
    return subject;
  }

  private void askForLink(Page page, String address) {
    page.navigate("/me");
    page.fill("#email", address);
    page.click("main form button");
  }

  /** Somebody on their own page. */
  private Page opened(String language, String address) {
    return opened(readerWithoutScripts(language), address);
  }

  private Page opened(Page page, String address) {
    askForLink(page, address);
    page.navigate(path(letters(address, 1).getLast()));
    page.click("main form button");
    assertThat(page.url()).endsWith("/me");
    return page;
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Ваши персональные данные,Ссылка на вашу страницу,Проверьте почту,Вы вышли.",
    "kk-KZ,Дербес деректеріңіз,Жеке бетіңізге сілтеме,Поштаңызды тексеріңіз,Сіз шықтыңыз.",
    "en-GB,Your personal data,The link to your page,Look into your mailbox,You signed out."
  })
  void whoever_has_the_mailbox_opens_their_page_by_a_link_and_leaves_it(
      String language, String title, String subject, String sent, String left) {
    String address = someAddress();
    known(address);
    String code = language.substring(0, 2);
    Page page = reader(language);
    page.navigate("/me");
    inspect(page, "me-ask", code);
    askForLink(page, address);
    assertThat(page.title()).isEqualTo(sent);
    inspect(page, "me-sent", code);

    page.navigate(path(letters(address, 1).getFirst()));
    assertThat(page.url()).as("the token has left the address").endsWith("/me/enter");
    assertThat(page.content()).doesNotContain(path(SINK.receivedBy(address).getFirst()));
    inspect(page, "me-enter", code);
    page.click("main form button");
    assertThat(page.locator("h1").innerText()).isEqualTo(title);
    assertThat(page.locator("article h3").count()).isEqualTo(1);
    inspect(page, "me", code);

    page.locator(".heading button").click();
    assertThat(page.locator("[role=status]").innerText()).startsWith(left);
    assertThat(page.locator("#email").count()).isEqualTo(1);
    assertThat(page.navigate("/me/requests/new").status()).isEqualTo(401);
  }

  @Test
  void clause_8_4_a_consent_is_withdrawn_after_it_was_said_what_goes_on() {
    String address = someAddress();
    String subject = known(address);
    ledger.determine(purpose, "{\"grounds\":[\"CONSENT\",\"LEGAL_OBLIGATION\"]}");
    LedgerClient.requireSuccess(
        ledger.command(
            subject,
            "grounds",
            """
            {"ground":"LEGAL_OBLIGATION","purposeId":"%s","categories":["EMAIL"],"approvedBy":"lawyer",
             "validUntil":"2031-03-01T00:00:00Z","evidence":{"act":"Code","article":"7"}}
            """
                .formatted(purpose)));
    Page page = opened(reader("kk-KZ"), address);
    page.getByText("Келісімді кері қайтару").first().click();
    assertThat(page.locator(".consequences").innerText())
        .contains("бірден тоқтайды", "жалғасады", "01.03.2031");
    inspect(page, "me-withdrawal-kk");
    page.click("main form button");
    assertThat(page.locator("[role=status]").innerText())
        .contains("Келісім кері қайтарылды.", "01.03.2031");
    JsonNode event =
        ledger.get("/api/v1/events?type=consent.withdrawn&subjectId=" + subject).items().getFirst();
    assertThat(event.get("actor").asString()).isEqualTo("personal-page");
    assertThat(event.toString()).contains("\"WEB\"");
    assertThat(page.locator("#receipts ~ table tbody tr").first().innerText())
        .contains("келісім кері қайтарылды");

    page.navigate("/me/purposes/" + purpose + "/withdrawal");
    page.click("main form button");
    assertThat(page.title()).as("asked twice, done once").isEqualTo("Дербес деректеріңіз");
    assertThat(
            ledger.get("/api/v1/events?type=consent.withdrawn&subjectId=" + subject).items().size())
        .isEqualTo(1);
  }

  @Test
  void a_consent_is_refused_renewed_and_where_the_purpose_demands_it_confirmed_from_the_mailbox() {
    String address = someAddress();
    String subject = known(address);
    Page page = opened(reader("ru-RU"), address);
    page.getByText("Обновить согласие").first().click();
    assertThat(page.locator("article").innerText()).isEqualTo("Пример политики");
    inspect(page, "me-renewal-ru");
    page.click("main form button");
    assertThat(page.locator("[role=status]").innerText()).startsWith("Согласие обновлено.");
    assertThat(ledger.get("/api/v1/events?type=consent.renewed&subjectId=" + subject).items())
        .hasSize(1);

    page.navigate("/me/purposes/" + purpose + "/renewal");
    HttpResponse<String> stale =
        form(page, "/renewal", "policyVersion=0.9&textLanguage=ru&_csrf=" + csrf(page));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("вступил в силу другой текст");

    ledger.determine(purpose, "{\"doubleOptIn\":true}");
    page.navigate("/me/purposes/" + purpose + "/renewal");
    page.click("main form button");
    assertThat(page.locator("[role=status]").innerText()).contains("подтверждается из почты");
    assertThat(confirmationToken(letters(address, 2).getLast())).isNotBlank();

    page.navigate("/me/purposes/" + purpose + "/refusal");
    page.click("main form button");
    assertThat(page.locator("[role=status]").innerText()).startsWith("Отказ записан.");
    assertThat(ledger.decide(subject, purpose, "USE").decision()).isEqualTo("DENY");
  }

  private HttpResponse<String> form(Page page, String end, String body) {
    StringBuilder cookies = new StringBuilder();
    for (Cookie cookie : page.context().cookies()) {
      cookies.append(cookie.name).append('=').append(cookie.value).append("; ");
    }
    return send(
        request("/me/purposes/" + purpose + end)
            .header("Cookie", cookies.toString())
            .header("Accept-Language", "ru")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String csrf(Page page) {
    return page.locator("main input[name=_csrf]").first().getAttribute("value");
  }

  @Test
  void clause_8_7_data_is_shown_when_asked_for_and_each_look_is_recorded_and_said()
      throws Exception {
    String address = someAddress();
    String subject = known(address);
    Page page = opened(reader("en-GB"), address);
    assertThat(page.content()).doesNotContain(address).doesNotContain("Ұлжан");
    page.getByText("Show the data").click();
    assertThat(page.title()).isEqualTo("The data itself");
    inspect(page, "me-data-en");
    assertThat(page.locator("tbody").innerText()).contains(address, "<script>", "<b>қала</b>");
    assertThat(page.locator("main script, main b").count()).isZero();
    assertThat(page.locator("[role=status]").innerText()).contains("recorded");
    assertThat(readings(subject)).isEqualTo(1);
    page.navigate("/me");
    assertThat(page.content()).doesNotContain(address);
    page.setDefaultTimeout(60_000); // the first paper that a program prints takes its time
    Download paper = page.waitForDownload(() -> page.getByText("Download the report").click());
    assertThat(Files.readAllBytes(paper.path())).startsWith("%PDF".getBytes());
    assertThat(paper.suggestedFilename()).endsWith(".pdf").doesNotContain(address);
    Download forPrograms =
        page.waitForDownload(() -> page.getByText("Report for programs").click());
    assertThat(Files.readString(forPrograms.path())).contains(address);
    assertThat(readings(subject)).isEqualTo(3);

    page.navigate("/me");
    String receipt =
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open"))
            .first()
            .getAttribute("href");
    page.navigate(receipt);
    assertThat(page.content()).contains(subject);
    String other = someAddress();
    known(other);
    Page another = opened("en-GB", other);
    assertThat(another.navigate(receipt).status()).as("another's receipt").isEqualTo(404);
    assertThat(send(request(receipt)).statusCode()).as("nobody's session").isEqualTo(401);
  }

  private int readings(String subject) {
    return ledger
        .get("/api/v1/events?type=personal-data.accessed&subjectId=" + subject)
        .items()
        .size();
  }

  @Test
  void clause_4_2_what_a_person_asks_or_corrects_is_entered_and_acknowledged_by_mail() {
    String address = someAddress();
    String subject = known(address);
    Page page = opened(reader("kk-KZ"), address);
    page.getByText("Байланыс деректерін нақтылау").click();
    page.selectOption("#field", "PHONE");
    page.fill("#value", "телефон емес");
    page.click("main form button");
    assertThat(page.locator("[role=alert]").innerText()).contains("күтілген түрде");
    inspect(page, "me-contact-kk");
    page.fill("#value", "+7 701 123 45 67");
    page.click("main form button");
    String said = page.locator("[role=status]").innerText();
    assertThat(said).contains("өтініш қабылданды");
    JsonNode entered =
        ledger.get("/api/v1/requests?limit=1000").items().stream()
            .filter(it -> subject.equals(it.path("subjectId").asString("")))
            .findFirst()
            .orElseThrow();
    assertThat(entered.get("type").asString()).isEqualTo("RECTIFICATION");
    JsonNode whole = ledger.get("/api/v1/requests/" + entered.get("requestId").asString()).json();
    assertThat(whole.get("channel").asString()).isEqualTo("WEB");
    assertThat(whole.get("timeline").get(0).get("actor").asString()).isEqualTo("personal-page");
    assertThat(
            whole.path("identityVerifiedAt").isMissingNode()
                || whole.path("identityVerifiedAt").isNull())
        .as("an officer verifies who asks")
        .isTrue();
    String number = entered.get("number").asString();
    assertThat(said).contains(number);
    String letter = text(letters(address, 2).getLast());
    assertThat(letter).contains(number, "деректерді", "кешіктірмей");

    page.getByText("Шағымдану").click();
    assertThat(page.locator("#type").inputValue()).isEqualTo("COMPLAINT");
    inspect(page, "me-request-kk");
    page.fill("#text", "</textarea><script>document.title='taken'</script> Ұят!");
    page.selectOption("#type", "");
    page.click("main form button");
    assertThat(page.locator("[role=alert]").innerText()).contains("таңдаңыз");
    assertThat(page.locator("#text").inputValue()).contains("</textarea><script>");
    assertThat(page.locator("main script").count()).isZero();
    page.selectOption("#type", "COMPLAINT");
    page.click("main form button");
    assertThat(page.locator("#requests ~ table tbody tr").count()).isEqualTo(2);
  }

  @Test
  void a_link_works_once_in_time_and_for_nobody_elses_page() {
    String address = someAddress();
    known(address);
    Page page = reader("en-GB");
    askForLink(page, address);
    String path = path(letters(address, 1).getFirst());
    String token = path.replaceFirst(".*token=([0-9a-f]{64}).*", "$1");

    Page scanner = reader("en-GB");
    scanner.navigate(path);
    assertThat(scanner.title()).as("looking uses nothing up").isEqualTo("Your personal data");
    page.navigate(path);
    Cookie kept =
        page.context().cookies().stream()
            .filter(it -> it.name.equals(LinkController.COOKIE))
            .findFirst()
            .orElseThrow();
    assertThat(kept.value).isEqualTo(token);
    assertThat(kept.httpOnly).isTrue();
    page.click("main form button");
    assertThat(page.locator("#purposes").count()).isEqualTo(1);
    scanner.click("main form button");
    assertThat(scanner.title()).isEqualTo("This link does not work any more");
    inspect(scanner, "me-over-en");
    assertThat(scanner.navigate(path).status()).isEqualTo(404);
    assertThat(stored(token)).as("what the database keeps").isZero();

    SINK.reset();
    askForLink(scanner, address);
    String later = path(letters(address, 1).getFirst());
    database.sql("update site_letter set expires_at = now() where kind = 'LINK'").update();
    assertThat(scanner.navigate(later).status()).as("too late").isEqualTo(404);
    assertThat(scanner.navigate("/me/enter?token=" + "0".repeat(64)).status()).isEqualTo(404);
    assertThat(scanner.navigate("/me/enter?token=%3Cscript%3E").status()).isEqualTo(404);
  }

  private long stored(String token) {
    return database
        .sql(
            """
            select (select count(*) from site_letter where site_letter::text like '%' || :token || '%')
                 + (select count(*) from spring_session_attributes where encode(attribute_bytes, 'escape') like '%' || :token || '%')
            """)
        .param("token", token)
        .query(Long.class)
        .single();
  }

  @Test
  void nobody_learns_from_the_answer_whether_somebody_is_known() {
    String address = someAddress();
    known(address);
    List<String> answers =
        List.of(address, someAddress()).stream()
            .map(
                asked -> {
                  Page page = readerWithoutScripts("en-GB");
                  askForLink(page, asked);
                  return page.locator("main").innerHTML();
                })
            .toList();
    assertThat(answers.getFirst()).isEqualTo(answers.getLast());
    letters(address, 1);
    assertThat(SINK.received()).hasSize(1);
  }

  @Test
  void one_mailbox_gets_few_letters_and_one_address_asks_not_without_end() {
    String address = someAddress();
    known(address);
    Page page = readerWithoutScripts("en-GB");
    for (int i = 0; i < 8; i++) {
      askForLink(page, address);
      assertThat(page.title()).isEqualTo("Look into your mailbox");
    }
    letters(address, 5);
    eventually(() -> pendingLinks() == 0); // a letter is there before it is noted as sent
    assertThat(SINK.receivedBy(address)).hasSize(5);
    page.navigate("/me");
    page.fill("#email", "no address");
    for (int i = 0; i < 23; i++) {
      askForLink(page, someAddress());
    }
    assertThat(page.title()).isEqualTo("Too many attempts");
  }

  private long pendingLinks() {
    return database
        .sql("select count(*) from site_letter where kind = 'LINK' and state = 'PENDING'")
        .query(Long.class)
        .single();
  }

  @Test
  void a_page_stays_open_no_longer_than_it_may_and_closes_when_the_data_is_gone() {
    String address = someAddress();
    String subject = known(address);
    Page page = opened("en-GB", address);
    LedgerClient.requireSuccess(
        ledger.command(
            subject, "destruction", "{\"ground\":\"REQUEST\",\"reason\":\"UNNECESSARY\"}"));
    eventually(
        () ->
            ledger
                .get("/api/v1/subjects/" + subject)
                .json()
                .get("status")
                .asString()
                .equals("DESTROYED"));
    page.navigate("/me");
    assertThat(page.locator("#email").count()).isEqualTo(1);
    assertThat(page.navigate("/me/requests/new").status()).isEqualTo(401);
  }
}
