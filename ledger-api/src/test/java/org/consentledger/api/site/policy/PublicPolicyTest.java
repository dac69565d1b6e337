package org.consentledger.api.site.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody reads the policy (clauses 3.2, 12.2, 12.3). */
class PublicPolicyTest extends BrowsedLedger {

  /** As operators write them, and as nobody should. */
  private static final String SCRIPT = "<script>document.title='taken'</script> \"'&<b>";

  private String older;
  private String newer;
  private LedgerClient ledger;

  /** Both end before the one that other tests go by begins. */
  @BeforeEach
  void publish() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    older = LedgerClient.unusedCode();
    newer = LedgerClient.unusedCode();
    publish(older, "2025-01-01T00:00:00Z", "1.1. Деректер екі жыл сақталады.", "Келісім керек.");
    publish(newer, "2025-06-01T00:00:00Z", "1.1. Деректер үш жыл сақталады.", "Ұлжан: әғқңөұүһі.");
  }

  private void publish(String version, String from, String term, String last) {
    String kazakh =
        "# Саясат\n\n## 1. Жалпы\n\n" + term + "\n\n1.2. Бұл сөйлем өзгермейді.\n\n" + last;
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/policies/" + version,
            json.writeValueAsString(
                java.util.Map.of(
                    "effectiveFrom",
                    from,
                    "texts",
                    java.util.Map.of("kk", kazakh, "ru", "# Политика\n\n" + SCRIPT)))));
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Политика обработки персональных данных,Все версии",
    "kk-KZ,Дербес деректерді өңдеу саясаты,Барлық нұсқалар",
    "en-GB,Policy on the processing of personal data,All versions"
  })
  void the_policy_in_force_is_at_an_address_that_stays(
      String language, String title, String versions) {
    Page page = reader(language);
    assertThat(page.navigate("/policy").status()).isEqualTo(200);
    assertThat(page.title()).isEqualTo(title);
    assertThat(page.locator("h1").count()).isEqualTo(1);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(versions)).click();
    assertThat(page.locator("#versions").innerText()).contains(older, newer);
    inspect(page, "policy", language.substring(0, 2));
  }

  @Test
  void what_changed_between_two_versions_is_shown_by_words_and_said() {
    Page page = readerWithoutScripts("kk-KZ");
    page.navigate("/policy/" + newer + "/differences?from=" + older);
    assertThat(page.locator("article del").first().innerText())
        .contains("екі")
        .doesNotContain("жыл");
    assertThat(page.locator("article ins").first().innerText()).contains("үш");
    assertThat(page.locator("article del .visually-hidden").first().textContent())
        .isEqualTo("алып тасталған: ");
    assertThat(page.locator("article p.changed").count()).isEqualTo(2);
    assertThat(page.locator(".empty").count()).isZero();
    assertThat(page.locator("article").innerText()).contains("Бұл сөйлем өзгермейді.");
  }

  @Test
  void the_page_of_differences_is_accessible_and_compares_with_any_other_version() {
    Page page = reader("kk-KZ");
    page.navigate("/policy/" + newer);
    assertThat(page.locator(".warning").innerText()).contains("енді қолданылмайды");
    inspect(page, "policy-replaced-kk");
    page.locator("#versions tr:has(th a[href$='" + newer + "']) td a").click();
    page.selectOption("#from", older);
    page.click("main form button");
    assertThat(page.url()).endsWith("/differences?from=" + older);
    inspect(page, "policy-differences-kk");
    page.navigate("/policy/" + newer + "/differences?from=" + older + "&language=en");
    assertThat(page.locator(".empty").innerText()).contains("does not exist in this language");
  }

  @Test
  void what_somebody_wrote_into_a_policy_runs_nowhere() {
    Page page = reader("ru-RU");
    for (String path : new String[] {"", "/differences?from=" + older, "/text/ru", "/json"}) {
      page.navigate("/policy/" + newer + path);
      assertThat(page.content()).contains("taken");
      assertThat(page.title()).isNotEqualTo("taken");
      assertThat(page.locator("main b, main script").count()).isZero();
    }
  }

  @Test
  void a_version_that_is_not_in_the_readers_language_is_shown_in_another_and_says_so() {
    Page page = reader("en-GB");
    page.navigate("/policy/" + older);
    assertThat(page.locator("article").getAttribute("lang")).isEqualTo("ru");
    assertThat(page.locator(".warning").last().innerText()).contains("another one");
    requireAccessible(page, "another language");
  }

  @Test
  void clause_12_3_anybody_counts_the_digest_from_the_exact_text() throws Exception {
    Page page = reader("kk-KZ");
    page.navigate("/policy/" + newer);
    String digest = page.locator("#digest").innerText();
    HttpResponse<String> text = send(request("/policy/" + newer + "/text/kk"));
    byte[] counted =
        MessageDigest.getInstance("SHA-256").digest(text.body().getBytes(StandardCharsets.UTF_8));
    assertThat(HexFormat.of().formatHex(counted)).isEqualTo(digest);
    assertThat(text.headers().firstValue("Cache-Control").orElse("")).contains("public");
    HttpResponse<String> forPrograms = send(request("/policy/" + newer + "/json"));
    assertThat(read(forPrograms).at("/hashes/kk").asString()).isEqualTo(digest);
    assertThat(send(request("/policy/" + newer + "/text/en")).statusCode()).isEqualTo(404);
    assertThat(send(request("/policy/nothing-of-that-name")).statusCode()).isEqualTo(404);
    assertThat(send(request("/policy/" + newer + "/differences")).statusCode()).isEqualTo(400);
  }
}
