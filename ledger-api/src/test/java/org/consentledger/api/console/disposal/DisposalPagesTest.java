package org.consentledger.api.console.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.api.testing.LedgerClient.requireSuccess;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.user.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clause 5.7: an officer asks for the end of somebody's data, and a second person decides. */
class DisposalPagesTest extends BrowsedLedger {

  private final String purpose = "p-" + LedgerClient.unusedCode();
  private LedgerClient ledger;
  private String subject;

  @BeforeEach
  void somebody_whose_data_goes_with_a_second_persons_approval() {
    ledger = ledgerClient();
    requireSuccess(
        ledger.put("/api/v1/operator", "{\"name\":\"Оператор\",\"bin\":\"990140001234\"}"));
    String policy = "v-" + purpose;
    ledger.publishPolicy(policy, "");
    ledger.determine(
        purpose, "{\"policyVersion\":\"%s\",\"disposalApproval\":\"OFFICER\"}".formatted(policy));
    subject = ledger.register(purpose, purpose + "@example.kz");
  }

  /** Whoever asks, signed in, on the page of what they asked for. */
  private Page askedFor(Person officer) {
    Page page = reader("ru-RU");
    signIn(page, officer);
    page.navigate("/console/subjects/" + subject);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Уничтожить данные")).click();
    page.selectOption("#disposalGround", "REQUEST");
    page.selectOption("#reason", "UNNECESSARY");
    page.click("main button[type=submit]");
    assertThat(page.locator("#consequences").innerText())
        .contains("Исполнится, когда одобрит второй человек")
        .contains("адрес электронной почты");
    page.click("#confirm");
    assertThat(page.locator("[role=status]").innerText()).startsWith("Запрошено.");
    return page;
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Уничтожение и обезличивание,уничтожение,Одобрить…,Одобрено и исполнено.",
    "kk-KZ,Жою және иесіздендіру,жою,Мақұлдау…,Мақұлданды және орындалды."
  })
  void a_second_person_approves_a_destruction_and_hands_out_its_certificate(
      String language, String title, String destruction, String approve, String done) {
    String code = language.substring(0, 2);
    String disposal = askedFor(person(Role.OFFICER)).url().replaceAll(".*/", "");
    Page page = signedIn(language, Role.APPROVER);
    choose(page, title);
    inspect(page, "disposals", code);
    page.locator("tbody a[href$='" + disposal + "']").click();
    assertThat(page.locator("main").innerText()).contains(destruction);
    inspect(page, "disposal", code);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(approve)).click();
    inspect(page, "disposal-approval", code);
    page.click("#confirm");
    assertThat(page.locator("[role=status]").innerText()).startsWith(done);
    inspect(page, "disposal-done", code);
    APIResponse certificate =
        page.request()
            .get(
                page.locator("a[href$='/certificate/pdf']").getAttribute("href"),
                RequestOptions.create().setTimeout(60_000));
    assertThat(certificate.status()).isEqualTo(200);
    assertThat(new String(certificate.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(ledger.get("/api/v1/subjects/" + subject).json().get("status").asString())
        .isEqualTo("DESTROYED");
    page.navigate("/console/subjects/" + subject);
    inspect(page, "destroyed", code);
  }

  @Test
  void nobody_approves_their_own() {
    Person officer = person(Role.OFFICER, Role.APPROVER);
    Page page = askedFor(officer);
    assertThat(page.locator("#approve").count()).isZero();
    assertThat(page.locator("#own").innerText()).contains("никто не одобряет сам себя");
    String path = page.url();
    page.navigate(path + "/approval");
    assertThat(page.locator("#confirm").count()).isZero();
    // Whoever makes the form themselves is refused by the rules.
    page.navigate(path + "/cancellation");
    page.evaluate(
        "path => { const f = document.querySelector('form.confirmation'); f.action = path;"
            + " f.submit(); }",
        path + "/approval");
    page.waitForURL("**/approval");
    assertThat(page.locator("[role=alert]").innerText()).contains("Одобрить должен другой человек");
    assertThat(ledger.get("/api/v1/subjects/" + subject).json().get("status").asString())
        .isEqualTo("ACTIVE");
  }

  @Test
  void what_is_called_off_says_why_and_whoever_was_slower_is_told() {
    Person officer = person(Role.OFFICER);
    String path = askedFor(officer).url();
    Page slower = signedIn("ru-RU", Role.APPROVER);
    slower.navigate(path + "/approval");
    Page page = signedIn("kk-KZ", Role.APPROVER);
    page.navigate(path + "/cancellation");
    page.click("#confirm");
    assertThat(page.locator("[role=alert]").innerText()).isEqualTo("Себебін түсіндіріңіз.");
    page.fill("#explanation", "Қате өтініш <script>");
    inspect(page, "disposal-cancellation");
    page.click("#confirm");
    assertThat(page.locator("[role=status]").innerText()).startsWith("Қабылданбады.");
    slower.click("#confirm");
    assertThat(slower.locator("[role=alert]").innerText()).contains("Решать уже нечего");
    assertThat(ledger.get("/api/v1/subjects/" + subject).json().get("status").asString())
        .isEqualTo("ACTIVE");
  }
}
