package org.consentledger.api.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Clause 8.4: a marked letter withdraws, any other pauses and reaches an officer. */
class WithdrawalByMailTest extends MailStory {

  private static final String PERMIT = "PERMIT CONSENT_GIVEN";
  private static final String WITHDRAWN = "DENY CONSENT_WITHDRAWN";
  private static final String SUSPENDED = "DENY SENDING_SUSPENDED";

  @ParameterizedTest
  @CsvSource({
    "gmail-web-withdrawal-ru,aigul@example.kz,ru",
    "outlook-withdrawal-koi8-ru,bolat@firm.example.kz,ru",
    "mailru-withdrawal-kk,nurlan@example.kz,kk",
    "thebat-raw-headers-ru,viktor@example.kz,ru",
    "outlook-web-withdrawal-en,john@firm.example.kz,en",
    "samsung-no-subject-marked-in-text-ru,gulnara@example.kz,ru"
  })
  void clause_8_4_a_marked_letter_from_a_proven_address_withdraws_every_consent_at_once(
      String letter, String was, String language) {
    String address = LedgerClient.unusedCode() + was.substring(was.indexOf('@'));
    String subject = consented(address);
    assertThat(decision(subject, "letters")).isEqualTo(PERMIT);

    deliver(letter, was, address);
    look();

    assertThat(decision(subject, "letters")).isEqualTo(WITHDRAWN);
    assertThat(decision(subject, "offers")).isEqualTo(WITHDRAWN);
    List<JsonNode> requests = requests(subject);
    assertThat(requests).hasSize(1);
    assertThat(requests.getFirst().get("type").asString()).isEqualTo("WITHDRAWAL");
    assertThat(requests.getFirst().get("state").asString()).isEqualTo("ANSWERED");
    String request = requests.getFirst().get("requestId").asString();
    JsonNode whole = ledger.get("/api/v1/requests/" + request).json();
    assertThat(whole.get("channel").asString()).isEqualTo("EMAIL");
    assertThat(whole.get("language").asString()).isEqualTo(language);
    for (JsonNode event : items("/api/v1/subjects/" + subject + "/history")) {
      if (event.get("type").asString().equals("consent.withdrawn")) {
        assertThat(event.get("requestId").asString()).isEqualTo(request);
        assertThat(event.get("actor").asString()).isEqualTo("mail-in");
        assertThat(event.get("data").get("channel").asString()).isEqualTo("EMAIL");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ios-unmarked-ru,timur@example.kz",
    "apple-mail-unsubscribe-en,ann@example.kz",
    "gmail-forwarded-inline-ru,dana@example.kz"
  })
  void clause_8_4_an_unmarked_withdrawal_pauses_sending_and_waits_for_an_officer(
      String letter, String was) {
    String address = newAddress();
    String subject = consented(address);
    deliver(letter, was, address);
    look();

    assertThat(decision(subject, "letters")).isEqualTo(SUSPENDED);
    assertThat(decision(subject, "offers")).isEqualTo(SUSPENDED);
    assertThat(requests(subject)).hasSize(1);
    assertThat(requests(subject).getFirst().get("type").asString()).isEqualTo("WITHDRAWAL");
    assertThat(requests(subject).getFirst().get("state").asString()).isEqualTo("OPEN");
  }

  @Test
  void clause_8_4_a_forged_letter_does_nothing_but_pause_letters() {
    String address = newAddress();
    String subject = consented(address);
    String subjectLine = "Withdrawal of consent to the processing of personal data";
    deliver(letter(address, subjectLine, "x", "Authentication-Results: evil.example; dmarc=pass"));
    look();

    assertThat(decision(subject, "letters")).isEqualTo(SUSPENDED);
    for (String action : List.of("STORE", "RECORD", "RECTIFY")) {
      assertThat(ledger.decide(subject, "letters", action).decision()).isEqualTo("PERMIT");
    }
    assertThat(
            ledger
                .decide(subject, "letters", "USE", ",\"categories\":[\"QUESTIONNAIRE\"]")
                .decision())
        .isEqualTo("PERMIT");

    String request = requests(subject).getFirst().get("requestId").asString();
    LedgerClient.requireSuccess(ledger.command(subject, "suspensions/" + request + "/lift", ""));
    assertThat(decision(subject, "letters")).isEqualTo(PERMIT);
    assertThat(ledger.command(subject, "suspensions/" + request + "/lift", "").code())
        .isEqualTo("SUSPENSION_UNKNOWN");
  }

  @Test
  void clause_8_4_a_letter_of_several_senders_pauses_letters_to_the_one_who_is_known() {
    String address = newAddress();
    String subject = consented(address);
    deliver(
        letter(
            "stranger@example.kz, " + address,
            "Withdrawal of consent to the processing of personal data",
            "x",
            proven(address)));
    look();

    assertThat(decision(subject, "letters")).isEqualTo(SUSPENDED);
    assertThat(requests(subject).getFirst().get("state").asString()).isEqualTo("OPEN");
  }

  @Test
  void clause_8_4_an_officer_confirms_a_withdrawal_by_answering_its_request() {
    String address = newAddress();
    String subject = consented(address);
    deliver(letter(address, "please unsubscribe me", "x"));
    look();
    String request = requests(subject).getFirst().get("requestId").asString();
    LedgerClient.requireSuccess(
        ledger.post(
            "/api/v1/requests/" + request + "/answer",
            """
            {"effects":[{"withdrawal":{"purposeId":"letters","channel":"EMAIL"}}]}
            """));
    assertThat(decision(subject, "letters")).isEqualTo(WITHDRAWN);
    assertThat(decision(subject, "offers")).isEqualTo(SUSPENDED);
  }

  @Test
  void clause_8_4_who_consents_anew_after_a_pause_is_written_to_again() {
    String address = newAddress();
    String subject = consented(address);
    deliver(letter(address, "unsubscribe", "x"));
    look();
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    assertThat(decision(subject, "letters")).isEqualTo(PERMIT);
    assertThat(decision(subject, "offers")).isEqualTo(SUSPENDED);
  }

  @Test
  void clause_8_4_a_withdrawal_from_an_address_that_nobody_has_reaches_an_officer() {
    String address = newAddress();
    deliver(
        letter(
            address,
            "Withdrawal of consent to the processing of personal data",
            "x",
            proven(address)));
    look();
    JsonNode letter = newest();
    JsonNode request = ledger.get("/api/v1/requests/" + letter.get("requestId").asString()).json();
    assertThat(request.get("type").asString()).isEqualTo("WITHDRAWAL");
    assertThat(request.get("state").asString()).isEqualTo("OPEN");
    assertThat(request.has("subjectId")).isFalse();
  }

  @Test
  void clause_8_4_whoever_has_nothing_left_to_withdraw_is_told_so_by_an_officer() {
    String address = newAddress();
    String subject = ledger.register("letters", address);
    deliver(
        letter(
            address,
            "Withdrawal of consent to the processing of personal data",
            "x",
            proven(address)));
    look();
    assertThat(requests(subject).getFirst().get("state").asString()).isEqualTo("OPEN");
  }

  @Test
  void clause_8_3_a_marked_letter_opens_a_rectification_and_changes_nothing() {
    String address = newAddress();
    String subject = consented(address);
    deliver("yandex-rectification-ru", "olga@example.kz", address);
    look();
    assertThat(decision(subject, "letters")).isEqualTo(PERMIT);
    JsonNode request = requests(subject).getFirst();
    assertThat(request.get("type").asString()).isEqualTo("RECTIFICATION");
    assertThat(
            ledger
                .post(
                    "/api/v1/requests/" + request.get("requestId").asString() + "/answer",
                    """
                    {"effects":[{"rectification":{"identifiers":{"fullName":"Петрова"}}}]}
                    """)
                .code())
        .isEqualTo("IDENTITY_NOT_VERIFIED");
  }

  @Test
  void clause_3_2_any_other_letter_of_a_person_is_a_question() {
    String address = newAddress();
    String subject = consented(address);
    deliver("thunderbird-question-ru", "sergey@example.kz", address);
    look();
    assertThat(decision(subject, "letters")).isEqualTo(PERMIT);
    JsonNode request = requests(subject).getFirst();
    assertThat(request.get("type").asString()).isEqualTo("QUESTION");
    JsonNode words =
        ledger
            .get("/api/v1/requests/" + request.get("requestId").asString() + "/text")
            .json()
            .at("/texts/0/words");
    assertThat(words.get("text").asString())
        .isEqualTo("Re: Новости октября\n\nЗдравствуйте! Какие мои данные у вас есть?");
    assertThat(words.get("contact").asString()).isEqualTo(address);
  }
}
