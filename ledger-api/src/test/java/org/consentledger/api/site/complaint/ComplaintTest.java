package org.consentledger.api.site.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.consentledger.api.browser.BrowsedMail;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Everybody finds where to complain, and asks without being known (clause 4.1). */
class ComplaintTest extends BrowsedMail {

  private static final String TEXT =
      "</textarea><script>document.title='taken'</script> Ұят & \"қате\"!";

  private JsonNode entered(String number) {
    return ledger.get("/api/v1/requests?limit=1000").items().stream()
        .filter(it -> number.equals(it.get("number").asString()))
        .findFirst()
        .orElseThrow();
  }

  private static void write(Page page, String type, String address, String text) {
    page.navigate("/complaints");
    if (!type.isEmpty()) {
      page.locator("input[value=" + type + "]").check();
    }
    page.fill("#text", text);
    page.fill("#email", address);
    page.click("main form button");
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Вопросы и жалобы,Обращение принято,зарегистрировано под номером",
    "kk-KZ,Сұрақтар мен шағымдар,Өтініш қабылданды,нөмірімен тіркелді",
    "en-GB,Questions and complaints,It was received,under the number"
  })
  void clause_4_1_somebody_complains_and_gets_the_number_by_mail(
      String language, String title, String received, String letter) {
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/operator",
            """
            {"name":"АҚ «Мысал Әлемі»","bin":"990140001234","email":"privacy@operator.kz",
             "site":"https://operator.kz","responsiblePerson":"<b>Ә. Ұ.</b>","phone":"+7 7172 00 00 00",
             "address":"Астана, Мысал к-сі, 1","authority":"Уәкілетті орган\\nАстана, <i>1</i>"}
            """));
    Page looked = reader(language);
    looked.navigate("/complaints");
    assertThat(looked.title()).isEqualTo(title);
    assertThat(looked.locator("main").innerText())
        .contains("privacy@operator.kz", "<b>Ә. Ұ.</b>", "<i>1</i>");
    inspect(looked, "complaints", language.substring(0, 2));

    String address = someAddress();
    Page page = readerWithoutScripts(language);
    write(page, "COMPLAINT", address, TEXT);
    assertThat(page.title()).isEqualTo(received);
    String number =
        page.locator("[role=status]").innerText().replaceFirst(".*?([0-9]{4}\\S*[0-9]).*", "$1");
    assertThat(entered(number).get("type").asString()).isEqualTo("COMPLAINT");
    assertThat(text(letters(address, 1).getFirst())).contains(number, letter).doesNotContain("Ұят");
  }

  @Test
  void what_is_missing_is_said_and_what_was_written_stays() {
    Page page = readerWithoutScripts("kk-KZ");
    write(page, "", "", TEXT);
    assertThat(page.locator("[role=alert] li").count()).isEqualTo(2);
    assertThat(page.locator("#text").inputValue()).isEqualTo(TEXT);
    assertThat(page.locator("main script").count()).isZero();
    assertThat(postForm("/complaints", "type=QUESTION&email=not+an+address&text=x").statusCode())
        .isEqualTo(422);
    assertThat(postForm("/complaints", "type=WITHDRAWAL&email=a%40b.kz&text=x").statusCode())
        .as("what the form does not offer")
        .isEqualTo(422);
    assertThat(postForm("/complaints", "type=NOTHING&email=a%40b.kz&text=x").statusCode())
        .isEqualTo(422);
  }

  @Test
  void in_anothers_name_nothing_takes_effect() {
    String address = someAddress();
    String subject = consented(address, "kk");
    Page page = readerWithoutScripts("ru-RU");
    write(page, "COMPLAINT", address, "Отзываю все согласия и требую уничтожить данные!");
    assertThat(page.title()).isEqualTo("Обращение принято");
    assertThat(ledger.decide(subject, purpose, "USE").decision()).isEqualTo("PERMIT");
    assertThat(ledger.get("/api/v1/events?subjectId=" + subject + "&type=suspension.begun").items())
        .isEmpty();
    letters(address, 1);
  }
}
