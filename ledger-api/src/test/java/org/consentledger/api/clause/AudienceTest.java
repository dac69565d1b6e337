package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whom something may be done to: those for whom a decision says yes, and nobody else. */
class AudienceTest extends ClauseStory {

  private static final String LINES = "application/x-ndjson";

  private String purpose;

  @BeforeEach
  void determine() {
    purpose = "letters-" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    ledger.determine(purpose, "{\"grounds\":[\"CONSENT\",\"CONTRACT\"]}");
  }

  @Test
  void clause_5_1_an_audience_is_whoever_a_decision_permits_as_a_list_and_as_lines() {
    String consented = consented("{}", purpose);
    String party = registered();
    id(ledger.claim(party, purpose, "CONTRACT", CONTRACT, ""), "groundId");
    String withdrawn = consented("{}", purpose);
    ledger.withdraw(withdrawn, purpose);
    String blocked = consented("{}", purpose);
    LedgerClient.requireSuccess(ledger.command(blocked, "block", "{\"reason\":\"OUTDATED\"}"));
    String destroyed = consented("{}", purpose);
    LedgerClient.requireSuccess(
        ledger.command(destroyed, "destruction", "{\"ground\":\"REQUEST\"}"));
    String stranger = registered();

    assertThat(audience("action=USE")).containsExactlyInAnyOrder(consented, party);
    assertThat(audience("action=STORE"))
        .as("what is blocked is kept, whatever for")
        .contains(consented, party, blocked)
        .doesNotContain(withdrawn, destroyed, stranger);
    assertThat(audience("action=RECTIFY"))
        .contains(consented, party, withdrawn, blocked, stranger)
        .doesNotContain(destroyed);
    assertThat(audience("action=DISSEMINATE")).isEmpty();
    for (String subject : List.of(consented, party, withdrawn, blocked, destroyed)) {
      assertThat(audience("action=USE").contains(subject))
          .isEqualTo(ledger.decide(subject, purpose, "USE").decision().equals("PERMIT"));
    }
  }

  @Test
  @Proves("8.4 withdraw")
  void clause_8_4_whoever_withdraws_is_in_no_audience_from_that_moment_and_terms_are_told() {
    String subject = consented("{}", purpose);
    JsonNode member = LedgerClient.requireSuccess(get("action=USE")).items().getFirst();
    assertThat(member.get("validUntil").asString())
        .isEqualTo(ledger.decide(subject, purpose, "USE").json().get("validUntil").asString());
    assertThat(ledger.withdraw(subject, purpose).status()).isEqualTo(201);
    assertThat(audience("action=USE")).isEmpty();
  }

  @Test
  @Proves("5.3")
  void clause_5_3_incompatible_purposes_have_no_audience_in_common() {
    String apart = "scoring-" + purpose;
    ledger.determine(apart, "{\"incompatibleWith\":[\"" + purpose + "\"]}");
    String subject = consented("{}", purpose, apart, "letters");
    for (String[] pair : new String[][] {{purpose, apart}, {apart, purpose}}) {
      for (String accept : List.of("application/json", LINES)) {
        Answer refused =
            ledger.get(
                "/api/v1/purposes/%s/audience?action=USE&joinedWith=%s".formatted(pair[0], pair[1]),
                accept);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("INCOMPATIBLE_PURPOSES");
        assertThat(refused.json().get("clause").asString()).isEqualTo("5.3");
      }
    }
    assertThat(audience("action=USE&joinedWith=letters")).containsExactly(subject);
    assertThat(get("action=USE&joinedWith=letters,nothing").code()).isEqualTo("PURPOSE_UNKNOWN");
  }

  @Test
  void clause_8_2_handing_data_on_needs_consent_to_that_recipient_and_country() {
    String courier = LedgerClient.unusedCode();
    String printer = LedgerClient.unusedCode();
    String library = LedgerClient.unusedCode();
    recipient(courier, "KZ", CONTRACTED);
    recipient(printer, "KZ", CONTRACTED);
    recipient(library, "DE", CONTRACTED);
    mayBeSentAbroad(library);
    String toOne =
        consented("{\"thirdPartyTransfer\":true,\"recipients\":[\"" + courier + "\"]}", purpose);
    String toAll = consented("{\"thirdPartyTransfer\":true,\"crossBorder\":true}", purpose);
    consented("{}", purpose);
    assertThat(audience("action=TRANSFER&country=KZ&recipientId=" + courier))
        .containsExactlyInAnyOrder(toOne, toAll);
    assertThat(audience("action=TRANSFER&country=DE&recipientId=" + library))
        .containsExactly(toAll);
    assertThat(audience("action=TRANSFER&recipientId=" + printer)).containsExactly(toAll);
    assertThat(audience("action=TRANSFER&recipientId=nobody-knows-it")).isEmpty();
  }

  @Test
  void clause_5_5_data_that_the_consent_does_not_cover_has_no_audience() {
    String subject = registered();
    LedgerClient.requireSuccess(
        ledger.giveConsent(subject, purpose, "1.0", ",\"categories\":[\"EMAIL\"]"));
    assertThat(audience("action=USE&categories=EMAIL")).containsExactly(subject);
    assertThat(audience("action=USE&categories=EMAIL,PHONE")).isEmpty();
    assertThat(audience("action=USE")).isEmpty();
  }

  @Test
  @Proves("8.9")
  void clause_8_9_a_purpose_that_has_ended_has_an_empty_audience() {
    consented("{}", purpose);
    LedgerClient.requireSuccess(ledger.post("/api/v1/purposes/" + purpose + "/retirement", ""));
    assertThat(audience("action=USE")).isEmpty();
    assertThat(audience("action=RECTIFY")).isEmpty();
  }

  @Test
  void a_list_is_read_page_by_page_and_holds_everybody_once() {
    List<String> subjects = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      subjects.add(consented("{}", purpose));
    }
    List<String> read = new ArrayList<>();
    String after = "";
    do {
      Answer page = LedgerClient.requireSuccess(get("action=USE&limit=3" + after));
      page.items().forEach(member -> read.add(member.get("subjectId").asString()));
      after = "&after=" + page.json().get("next").asString("");
    } while (!after.equals("&after="));
    assertThat(read).containsExactlyElementsOf(subjects.stream().sorted().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'',422,INVALID_INPUT",
    "categories=EMAIL,422,INVALID_INPUT",
    "action=HUG,400,INVALID_PARAMETER",
    "action=USE&country=Deutschland,422,INVALID_INPUT",
    "action=USE&categories=e-mail,400,INVALID_PARAMETER",
    "action=USE&recipientId=%40,400,INVALID_PARAMETER",
    "action=USE&limit=0,400,INVALID_PARAMETER",
    "action=USE&after=!,400,INVALID_PARAMETER",
    "action=USE&after=bm9ib2R5,400,INVALID_PARAMETER",
  })
  void a_question_that_is_none_is_answered_with_what_is_wrong(
      String query, int status, String code) {
    Answer answer = get(query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  @Proves("5.2")
  void clause_5_2_a_purpose_that_nobody_determined_is_unknown() {
    Answer answer = ledger.get("/api/v1/purposes/nothing/audience?action=USE");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("PURPOSE_UNKNOWN");
  }

  private Answer get(String query) {
    return ledger.get("/api/v1/purposes/" + purpose + "/audience?" + query);
  }

  /** The members, which are the same in a list and in lines. */
  private List<String> audience(String query) {
    List<JsonNode> items = everyPage(query);
    List<JsonNode> lines = new ArrayList<>();
    LedgerClient.requireSuccess(
            ledger.get("/api/v1/purposes/" + purpose + "/audience?" + query, LINES))
        .text()
        .lines()
        .forEach(line -> lines.add(json.readTree(line)));
    assertThat(lines).isEqualTo(items);
    return items.stream().map(member -> member.get("subjectId").asString()).toList();
  }

  /** Other tests have people in this ledger as well, more perhaps than a page holds. */
  private List<JsonNode> everyPage(String query) {
    List<JsonNode> items = new ArrayList<>();
    String after = "";
    do {
      Answer page = LedgerClient.requireSuccess(get(query + "&limit=1000" + after));
      items.addAll(page.items());
      after = "&after=" + page.json().path("next").asString("");
    } while (!after.equals("&after="));
    return items;
  }
}
