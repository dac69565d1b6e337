package org.consentledger.api.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.consentledger.api.MailStory;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MailSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Leaving by the link in a letter. */
class UnsubscribeTest extends MailStory {

  private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

  private MailSink.Received letterTo(String address) {
    awaitCompletion(started(""));
    return SINK.receivedBy(address).getLast();
  }

  private String decision(String subject) {
    return ledger.decide(subject, purpose, "USE").decision();
  }

  @Test
  void clause_8_4_one_click_withdraws_at_once_and_once() {
    String address = someAddress();
    String subject = consented(address, "kk");
    String link = link(letterTo(address));

    HttpResponse<String> answer = postForm(link, ONE_CLICK);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    assertThat(answer.body()).contains("lang=\"kk\"", "енді келмейді").doesNotContain("<form");
    assertThat(decision(subject)).isEqualTo("DENY");
    assertThat(postForm(link, ONE_CLICK).statusCode()).isEqualTo(200);
    List<JsonNode> withdrawals =
        ledger.get("/api/v1/events?type=consent.withdrawn&subjectId=" + subject).items();
    assertThat(withdrawals).hasSize(1);
    assertThat(withdrawals.getFirst().at("/data/channel").asString()).isEqualTo("EMAIL");
    assertThat(withdrawals.getFirst().get("actor").asString()).isEqualTo("unsubscribe-link");
    assertThat(ledger.get("/api/v1/events?type=cessation.demanded&subjectId=" + subject).items())
        .isEmpty();

    int letters = SINK.received().size();
    awaitCompletion(started(""));
    assertThat(SINK.received()).hasSize(letters);
  }

  @ParameterizedTest
  @CsvSource({
    "ru, Отписаться, Письма",
    "kk, Жазылымнан бас тарту, Хаттар",
    "en, Unsubscribe, Letters"
  })
  void looking_at_the_page_changes_nothing_and_its_button_works_without_a_program(
      String language, String button, String title) {
    String address = someAddress();
    String subject = consented(address, language);
    MailSink.Received letter = letterTo(address);

    HttpResponse<String> page = send(request(link(letter)));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("method=\"post\"", "action=\"/unsubscribe\"", "value=\"" + token(letter) + "\"")
        .contains(">" + button + "</button>", title, "lang=\"" + language + "\"")
        .doesNotContain("<script", address);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "form-action 'self'");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(decision(subject)).isEqualTo("PERMIT");

    assertThat(postForm("/unsubscribe", "token=" + token(letter)).statusCode()).isEqualTo(200);
    assertThat(decision(subject)).isEqualTo("DENY");
  }

  @Test
  void a_token_opens_nothing_but_its_own_letter() {
    String address = someAddress();
    String subject = consented(address, "ru");
    MailSink.Received letter = letterTo(address);
    String token = token(letter);
    String forged = token.substring(0, 63) + (token.charAt(63) == '0' ? '1' : '0');
    String foreign = someAddress();
    consented(foreign, "ru");
    String other = token(letterTo(foreign));
    for (String wrong :
        List.of(
            "",
            "x",
            forged,
            letter.header("Letter-Token"),
            token.substring(0, 32) + other.substring(32),
            "00000000000000000000000000000000" + token.substring(32),
            "%D0%B0%D0%BA%22%3E%3Cscript%3E")) {
      for (HttpResponse<String> answer :
          List.of(
              send(request("/unsubscribe?token=" + wrong).header("Accept-Language", "en")),
              postForm("/unsubscribe?token=" + wrong, ONE_CLICK))) {
        assertThat(answer.statusCode()).as(wrong).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<script", "<form");
      }
    }
    assertThat(decision(subject)).isEqualTo("PERMIT");
    assertThat(postForm("/unsubscribe?token=" + other, ONE_CLICK).statusCode()).isEqualTo(200);
    assertThat(decision(subject)).isEqualTo("PERMIT");
  }

  @Test
  void clause_4_1_where_letters_rest_on_another_ground_leaving_demands_that_they_cease() {
    purpose = LedgerClient.unusedCode();
    ledger.determine(
        purpose, "{\"grounds\":[\"CONSENT\",\"LEGITIMATE_INTEREST\"],\"marketing\":false}");
    String address = someAddress();
    String subject = consented(address, "ru");
    LedgerClient.requireSuccess(
        ledger.claim(
            subject,
            purpose,
            "LEGITIMATE_INTEREST",
            "{\"interest\":\"news\",\"balancing\":\"note\"}",
            ""));
    String link = link(letterTo(address));
    assertThat(postForm(link, ONE_CLICK).body()).contains("больше не приходят");
    assertThat(decision(subject)).isEqualTo("DENY");
    assertThat(ledger.get("/api/v1/events?type=cessation.demanded&subjectId=" + subject).items())
        .hasSize(1);
  }

  @Test
  void clause_2_14_the_link_of_somebody_whose_data_was_destroyed_says_that_it_is_done() {
    String address = someAddress();
    String subject = consented(address, "ru");
    String link = link(letterTo(address));
    LedgerClient.requireSuccess(ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}"));
    assertThat(postForm(link, ONE_CLICK).statusCode()).isEqualTo(200);
  }
}
