package org.consentledger.api.site.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.api.browser.BrowsedMail;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How everybody is asked for consent, and answers (clause 7.1). */
class ConsentFormTest extends BrowsedMail {

  private static final String SCRIPT = "<script>document.title='taken'</script> \\\"'&<b>Қ</b>";

  @BeforeEach
  void determine() {
    ledger.determine(
        purpose,
        """
        {"title":{"ru":"Письма %s","kk":"Хаттар %s","en":"Letters %s"},"distribution":true}
        """
            .formatted(SCRIPT, SCRIPT, SCRIPT));
  }

  private String form() {
    return "/consent/" + purpose;
  }

  private List<JsonNode> subjects(String type) {
    return ledger.get("/api/v1/events?limit=1000&type=" + type + "&purposeId=" + purpose).items();
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Согласен (согласна),Остался один шаг,Разрешаю передавать данные третьим лицам,Я"
        + " согласен",
    "kk-KZ,Келісемін,Бір қадам қалды,Деректерді үшінші тұлғаларға беруге рұқсат етемін,Келісемін",
    "en-GB,I consent,One more step,I allow that data is given to third parties,I consent"
  })
  void somebody_consents_without_scripts_and_confirms_it_from_the_mailbox(
      String language, String give, String step, String condition, String confirm)
      throws Exception {
    String address = someAddress();
    String code = language.substring(0, 2);
    Page looked = reader(language);
    looked.navigate(form());
    inspect(looked, "consent", code);

    Page page = readerWithoutScripts(language);
    assertThat(page.navigate(form()).status()).isEqualTo(200);
    assertThat(page.title()).contains("<script>");
    assertThat(page.locator("main script, main b").count()).isZero();
    assertThat(page.locator("input:checked").count()).as("ticked before").isZero();
    String shown = page.locator("#notice").innerText();
    assertThat(shown).contains("990140001234", "https://ledger.test/me");
    page.getByLabel(condition).check();
    page.fill("#email", address);
    page.locator("button[value=give]").click();
    assertThat(page.title()).isEqualTo(step);
    assertThat(subjects("consent.given")).as("before it is confirmed").isEmpty();

    page.navigate(path(letters(address, 1).getFirst()));
    String notice = page.locator(".notice").innerText();
    for (String line : shown.lines().filter(it -> !it.isBlank()).toList()) {
      assertThat(notice).contains(line);
    }
    page.click("main form button");
    JsonNode given = subjects("consent.given").getFirst();
    JsonNode terms = given.findValue("terms");
    assertThat(terms.get("language").asString()).isEqualTo(code);
    assertThat(terms.at("/conditions/thirdPartyTransfer").asBoolean()).isTrue();
    assertThat(terms.at("/conditions/crossBorder").asBoolean()).isFalse();
    assertThat(terms.at("/conditions/publication").asBoolean()).isFalse();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(notice.getBytes(StandardCharsets.UTF_8));
    assertThat(terms.get("noticeHash").asString())
        .as("the exact text that was shown")
        .isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void a_no_is_taken_and_ends_nobodys_consent() {
    String address = someAddress();
    String subject = consented(address, "kk");
    Page page = readerWithoutScripts("kk-KZ");
    page.navigate(form());
    page.fill("#email", address);
    page.locator("button[value=refuse]").click();
    assertThat(page.title()).isEqualTo("Сіз бас тарттыңыз");
    assertThat(ledger.decide(subject, purpose, "USE").decision()).isEqualTo("PERMIT");
    assertThat(subjects("consent.refused")).isEmpty();
  }

  @Test
  void nobody_learns_from_the_answer_whether_somebody_is_known() {
    String address = someAddress();
    consented(address, "en");
    List<String> answers =
        Stream.of(address, someAddress())
            .map(
                asked -> {
                  Page page = readerWithoutScripts("en-GB");
                  page.navigate(form());
                  page.fill("#email", asked);
                  page.locator("button[value=give]").click();
                  return page.locator("main").innerHTML();
                })
            .toList();
    assertThat(answers.getFirst()).isEqualTo(answers.getLast());
    letters(address, 1);
  }

  @Test
  void a_form_counts_for_the_text_that_it_showed_and_only_where_it_was_shown() {
    Page page = readerWithoutScripts("ru-RU");
    page.navigate(form());
    String token = page.locator("input[name=token]").getAttribute("value");
    String other = LedgerClient.unusedCode();
    ledger.definePurpose(other, "1.0");
    assertThat(sent("/consent/" + other, token)).as("of another purpose").isEqualTo(409);
    assertThat(sent(form(), "")).isEqualTo(409);
    assertThat(sent(form(), "99999999999999999999.x")).isEqualTo(409);
    assertThat(sent(form(), "1." + token.split("\\.")[1])).as("another moment").isEqualTo(409);
    ledger.determine(purpose, "{\"retention\":\"P5Y\"}");
    page.fill("#email", someAddress());
    page.locator("button[value=give]").click();
    assertThat(page.locator("[role=alert]").innerText()).contains("текст с тех пор изменился");
    page.fill("#email", "no address");
    page.locator("form").evaluate("form => form.noValidate = true");
    assertThat(sent(form(), page.locator("input[name=token]").getAttribute("value")))
        .as("an address that is none")
        .isEqualTo(422);
    assertThat(subjects("consent.invited")).isEmpty();
    assertThat(send(request("/consent/" + LedgerClient.unusedCode())).statusCode()).isEqualTo(404);
  }

  private int sent(String path, String token) {
    HttpResponse<String> answer =
        postForm(
            path,
            "answer=give&language=ru&email=%3Cb%3E&token="
                + URLEncoder.encode(token, StandardCharsets.UTF_8));
    return answer.statusCode();
  }

  @Test
  void the_operators_own_site_shows_the_form_by_one_script_and_nobody_elses_does() {
    String address = someAddress();
    Page page = reader("kk-KZ");
    embed(page, OWN_SITE);
    page.navigate(OWN_SITE + "/");
    FrameLocator frame = page.frameLocator("iframe");
    frame.locator("#email").fill(address);
    assertThat(page.locator("iframe").getAttribute("title"))
        .isEqualTo("Дербес деректерді өңдеуге келісім");
    assertThat(frame.locator(".operator").isVisible()).as("the frame of our pages").isFalse();
    page.waitForFunction("() => document.querySelector('iframe').style.height.endsWith('px')");
    BoundingBox box = page.locator("iframe").boundingBox();
    page.evaluate("() => window.postMessage({consentFormHeight: 1}, '*')");
    frame.locator("button[value=give]").click();
    frame.getByText("Бір қадам қалды").waitFor();
    page.waitForFunction(
        "before => document.querySelector('iframe').getBoundingClientRect().height < before",
        box.height);
    assertThat(page.locator("iframe").boundingBox().height).isGreaterThan(50);
    letters(address, 1);

    Page foreign = reader("kk-KZ");
    embed(foreign, "https://another-site.test");
    foreign.navigate("https://another-site.test/");
    foreign.locator("iframe").waitFor();
    foreign.waitForTimeout(0);
    eventually(() -> foreign.frames().size() == 2);
    assertThat(foreign.frameLocator("iframe").locator("#email").count()).isZero();
    eventually(
        () -> {
          foreign.evaluate("1");
          return takeComplaints().stream().anyMatch(it -> it.contains("frame-ancestors"));
        });
    HttpResponse<String> me = send(request("/me"));
    assertThat(me.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors 'none'");
  }

  /** A site with a strict policy of its own, which runs our script and no other. */
  private void embed(Page page, String site) {
    String ours = "http://localhost:" + port;
    page.route(
        site + "/**",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setHeaders(
                        java.util.Map.of(
                            "Content-Type",
                            "text/html; charset=utf-8",
                            "Content-Security-Policy",
                            "default-src 'none'; script-src " + ours + "; frame-src " + ours))
                    .setBody(
                        """
                        <!DOCTYPE html><html lang="kk"><title>Site</title><body><h1>Site</h1>
                        <script src="%s/consent/embed.js" data-purpose="%s" async></script></body></html>
                        """
                            .formatted(ours, purpose))));
  }
}
