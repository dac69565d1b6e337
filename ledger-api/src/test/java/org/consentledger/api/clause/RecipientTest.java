package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RecipientTest extends RunningLedger {

  private static final String PRINTER =
      """
      {"name":"Print GmbH","bin":"990140001234","country":"DE","kind":"PROCESSOR",
       "contract":{"number":"17/2026","date":"2026-01-15","policyUrl":"https://print.example/p"},
       "contact":"Frau Muster"}
      """;

  private LedgerClient ledger;
  private String path;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    path = "/api/v1/recipients/" + LedgerClient.unusedCode();
  }

  private Answer assure(String reference, String date) {
    return step("/assurance", reference, date);
  }

  private Answer giveNotice(String reference, String date) {
    return step("/notice", reference, date);
  }

  private Answer step(String step, String reference, String date) {
    return ledger.post(
        path + "/cross-border" + step,
        "{\"reference\":\"" + reference + "\",\"date\":\"" + date + "\"}");
  }

  @Test
  @Proves("2.11")
  void clause_2_11_a_recipient_is_described_read_and_described_anew() {
    Answer described = ledger.put(path, PRINTER);
    assertThat(described.status()).isEqualTo(201);
    assertThat(path).endsWith("/" + described.json().get("recipientId").asString());

    JsonNode read = ledger.get(path).json();
    assertThat(read.get("version").asInt()).isEqualTo(1);
    assertThat(read.get("name").asString()).isEqualTo("Print GmbH");
    assertThat(read.get("bin").asString()).isEqualTo("990140001234");
    assertThat(read.get("country").asString()).isEqualTo("DE");
    assertThat(read.get("kind").asString()).isEqualTo("PROCESSOR");
    assertThat(read.get("contract"))
        .isEqualTo(
            json.readTree(
                "{\"number\":\"17/2026\",\"date\":\"2026-01-15\","
                    + "\"policyUrl\":\"https://print.example/p\"}"));
    assertThat(read.get("contact").asString()).isEqualTo("Frau Muster");
    assertThat(read.get("crossBorder").isEmpty()).isTrue();

    Answer again = ledger.put(path, PRINTER);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.eventIds()).isEmpty();

    assertThat(ledger.put(path, PRINTER.replace("Muster", "Beispiel")).status()).isEqualTo(201);
    JsonNode anew = ledger.get(path).json();
    assertThat(anew.get("version").asInt()).isEqualTo(2);
    assertThat(anew.get("contact").asString()).isEqualTo("Frau Beispiel");
  }

  @Test
  @Proves("8.5")
  void clause_8_5_the_history_holds_nothing_that_names_a_recipient() {
    ledger.put(path, PRINTER);
    assure("Schreiben von Frau Muster", "2026-01-20");
    String events = ledger.get("/api/v1/events?type=recipient.described&limit=1000").text();
    assertThat(events).contains(path.substring(path.lastIndexOf('/') + 1));
    String all = events + ledger.get("/api/v1/events?limit=1000").text();
    assertThat(all)
        .contains("\"hasContract\":true")
        .doesNotContain("Print GmbH", "Muster", "990140001234", "17/2026", "print.example");
  }

  @Test
  @Proves("10.2")
  void clause_10_2_the_notice_comes_after_the_information_from_abroad() {
    LedgerClient.requireSuccess(ledger.put(path, PRINTER));

    Answer tooEarly = giveNotice("N-1", "2026-02-02");
    assertThat(tooEarly.status()).isEqualTo(409);
    assertThat(tooEarly.code()).isEqualTo("NOTICE_BEFORE_ASSURANCE");
    assertThat(tooEarly.json().get("clause").asString()).isEqualTo("10.2");
    assertThat(tooEarly.json().get("detail").asString()).contains("cross-border/assurance");

    assertThat(assure("A-1", "2026-01-20").status()).isEqualTo(201);
    assertThat(assure("A-1", "2026-01-20").eventIds()).isEmpty();
    assertThat(giveNotice("N-1", "2026-01-19").code()).isEqualTo("NOTICE_BEFORE_ASSURANCE");
    assertThat(giveNotice("N-1", "2026-02-02").status()).isEqualTo(201);
    assertThat(giveNotice("N-1", "2026-02-02").eventIds()).isEmpty();

    JsonNode crossBorder = ledger.get(path).json().get("crossBorder");
    assertThat(crossBorder.at("/assurance/reference").asString()).isEqualTo("A-1");
    assertThat(crossBorder.at("/assurance/date").asString()).isEqualTo("2026-01-20");
    assertThat(crossBorder.at("/notice/reference").asString()).isEqualTo("N-1");
  }

  @Test
  @Proves("10.1")
  void clause_10_1_a_recipient_that_moves_to_another_country_needs_both_anew() {
    ledger.put(path, PRINTER);
    assure("A-1", "2026-01-20");
    giveNotice("N-1", "2026-02-02");
    LedgerClient.requireSuccess(ledger.put(path, PRINTER.replace("\"DE\"", "\"US\"")));

    assertThat(ledger.get(path).json().get("crossBorder").isEmpty()).isTrue();
    assertThat(giveNotice("N-2", "2026-02-03").code()).isEqualTo("NOTICE_BEFORE_ASSURANCE");
  }

  @Test
  @Proves("10.1")
  void clause_10_1_what_is_dated_tomorrow_is_refused_and_what_is_dated_today_is_not() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Almaty"));
    String tomorrow = today.plusDays(1).toString();
    assertThat(ledger.put(path, PRINTER.replace("2026-01-15", tomorrow)).code())
        .isEqualTo("DATE_IN_FUTURE");
    assertThat(ledger.get(path).status()).isEqualTo(404);
    LedgerClient.requireSuccess(ledger.put(path, PRINTER));
    assertThat(assure("A-1", tomorrow).status()).isEqualTo(422);
    assertThat(assure("A-1", today.toString()).status()).isEqualTo(201);
    assertThat(giveNotice("N-1", tomorrow).code()).isEqualTo("DATE_IN_FUTURE");
    assertThat(giveNotice("N-1", today.toString()).status()).isEqualTo(201);
  }

  @Test
  void clause_2_11_what_nobody_described_is_not_found() {
    for (Answer answer :
        List.of(ledger.get(path), assure("A-1", "2026-01-20"), giveNotice("N-1", "2026-01-20"))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("RECIPIENT_UNKNOWN");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "name":"Print GmbH"        | "name":" "                 | 422 | /name
          "country":"DE"             | "country":"XX"             | 422 | /country
          "country":"DE"             | "country":"de"             | 422 | /country
          "country":"DE",            | ''                         | 422 | /country
          "kind":"PROCESSOR"         | "kind":"FRIEND"            | 400 | /kind
          "bin":"990140001234"       | "bin":"1"                  | 422 | /bin
          "date":"2026-01-15"        | "date":"2026-02-30"        | 400 | /contract/date
          "number":"17/2026",        | ''                         | 422 | /contract/number
          https://print.example/p    | javascript:alert           | 422 | /contract/policyUrl
          "contact":"Frau Muster"    | "contact":"x","colour":"y" | 400 | ''
          """)
  void what_is_wrong_is_told_and_changes_nothing(
      String right, String wrong, int status, String pointer) {
    assertThat(PRINTER).contains(right);
    Answer answer = ledger.put(path, PRINTER.replace(right, wrong));
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(ledger.get(path).status()).isEqualTo(404);
  }

  @Test
  void a_recipient_is_repeated_by_its_key_and_needs_a_code() {
    assertThat(ledger.put("/api/v1/recipients/+77017654321", PRINTER).status()).isEqualTo(400);
    LedgerClient.requireSuccess(ledger.put(path, PRINTER));
    String step = path + "/cross-border/assurance";
    String body = "{\"reference\":\"A-1\",\"date\":\"2026-01-20\"}";
    String key = UUID.randomUUID().toString();
    Answer first = ledger.post(step, body, key);
    Answer second = ledger.post(step, body, key);
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.eventIds()).isEqualTo(first.eventIds()).hasSize(1);
  }
}
