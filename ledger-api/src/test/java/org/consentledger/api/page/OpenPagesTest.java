package org.consentledger.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.api.browser.BrowsedLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The frame, seen from outside: on a page that everybody may open, and where there is none. */
class OpenPagesTest extends BrowsedLedger {

  @ParameterizedTest
  @CsvSource({
    "kk-KZ,kk,Мұндай бет жоқ",
    "ru-RU,ru,Такой страницы нет",
    "en-GB,en,There is no such page",
    "tr-TR,ru,Такой страницы нет"
  })
  void what_is_not_there_is_told_in_the_readers_language(String asked, String given, String title) {
    Page page = reader(asked);
    Response answer = page.navigate("/consent/nothing/here");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(page.title()).isEqualTo(title);
    assertThat(page.getAttribute("html", "lang")).isEqualTo(given);
    inspect(page, "failure-404", given);
  }

  @Test
  void the_language_is_chosen_on_the_page_and_kept() {
    Page page = reader("ru-RU");
    page.navigate("/unsubscribe?token=a%20b%26c");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Қазақша")).click();
    assertThat(page.url()).endsWith("/unsubscribe?language=kk"); // what failed is not repeated
    assertThat(page.getAttribute("html", "lang")).isEqualTo("kk");
    page.navigate("/confirm");
    assertThat(page.getAttribute("html", "lang")).isEqualTo("kk");
    inspect(page, "confirm-over-kk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/confirm?language=<script>", "/confirm?a=%3Cscript%3E&b=%ff", "/confirm?%"})
  void what_stands_in_the_address_is_no_markup(String path) {
    Page page = reader("en-GB");
    Response answer = page.navigate(path);
    assertThat(answer.status()).isIn(400, 404);
    assertThat(page.locator("script").count()).isZero();
  }

  @Test
  void a_browser_is_told_to_run_nothing_but_files_and_to_show_nothing_in_frames() {
    HttpResponse<String> answer = send(request("/confirm"));
    assertThat(header(answer, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
        .contains("frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "Cache-Control")).contains("no-store");
    assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
    assertThat(answer.headers().map())
        .doesNotContainKeys("set-cookie", "strict-transport-security");
    HttpResponse<String> form = send(request("/consent/nothing"));
    assertThat(header(form, "Content-Security-Policy")).contains("frame-ancestors 'self'");
    assertThat(form.headers().map()).doesNotContainKey("x-frame-options");
  }

  @Test
  void files_have_the_hash_of_their_content_in_their_names_and_are_kept_for_ever() {
    String page = send(request("/confirm")).body();
    Matcher file = Pattern.compile("/assets/ledger-[0-9a-f]{32}\\.css").matcher(page);
    assertThat(file.find()).as(page).isTrue();
    HttpResponse<String> answer = send(request(file.group()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Cache-Control")).contains("max-age=31536000", "immutable");
    assertThat(header(answer, "Content-Type")).startsWith("text/css");
    String other = file.group().replaceAll("[0-9a-f]{32}", "0".repeat(32));
    assertThat(send(request(other)).statusCode()).isEqualTo(404);
  }

  @Test
  void a_method_that_a_page_has_not_is_answered_with_a_page() {
    HttpResponse<String> answer =
        send(request("/confirm").method("PUT", HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "Allow")).contains("GET");
    assertThat(header(answer, "Content-Type")).startsWith("text/html");
    assertThat(answer.body()).contains("METHOD_NOT_ALLOWED").doesNotContain("Exception");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
