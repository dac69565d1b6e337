package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
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

class InventoryTest extends RunningLedger {

  private LedgerClient ledger;
  private String code;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    code = LedgerClient.unusedCode().toUpperCase(Locale.ROOT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          information-systems | {"name":"CRM","location":"Almaty","since":"2020-01-01T00:00:00Z"} \
          | {"name":"CRM","location":"Astana","since":"2020-01-01T00:00:00Z","retiredAt":"2026-01-01T00:00:00Z"}
          measures | {"kind":"TECHNICAL","description":"Encryption","from":"2020-01-01T00:00:00Z"} \
          | {"kind":"ORGANISATIONAL","description":"Encryption","from":"2020-01-01T00:00:00Z","until":"2999-01-01T00:00:00Z"}
          undertakings | {"person":"Personnel number 12","signedAt":"2020-01-01T00:00:00Z"} \
          | {"person":"Personnel number 12","signedAt":"2020-01-01T00:00:00Z","endedAt":"2026-01-01T00:00:00Z"}
          categories | {"title":{"ru":"Здоровье","en":"Health"},"identity":false,"special":true} \
          | {"title":{"ru":"Здоровье","en":"Health"},"identity":true,"special":true}
          """)
  @Proves({"2.4", "2.8", "3.1 measures, 3.2 measures, 8.1"})
  void clauses_2_4_2_8_8_1_11_an_item_is_recorded_read_listed_and_recorded_anew(
      String register, String first, String second) {
    String path = "/api/v1/" + register + "/" + code;
    assertThat(ledger.get(path).status()).isEqualTo(404);
    assertThat(ledger.put(path, first).status()).isEqualTo(201);
    assertRead(path, 1, first);

    Answer again = ledger.put(path, first);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.eventIds()).isEmpty();

    assertThat(ledger.put(path, second).status()).isEqualTo(201);
    assertRead(path, 2, second);
    JsonNode read = ledger.get(path).json();
    assertThat(ledger.get("/api/v1/" + register + "?limit=1000").items()).contains(read);
    assertThat(ledger.get("/api/v1/" + register, "application/x-ndjson").text().lines())
        .contains(read.toString());
  }

  private void assertRead(String path, int version, String said) {
    JsonNode read = ledger.get(path).json();
    assertThat(read.get("version").asInt()).isEqualTo(version);
    assertThat(Instant.parse(read.get("recordedAt").asString()))
        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    json.readTree(said)
        .forEachEntry((name, value) -> assertThat(read.get(name)).as(name).isEqualTo(value));
  }

  @Test
  @Proves("2.8")
  void clause_2_8_the_catalogue_holds_what_is_shipped_and_what_is_added() {
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/categories/" + code, "{\"title\":{\"en\":\"More\"}}"));
    List<JsonNode> categories = ledger.get("/api/v1/categories?limit=1000").items();
    assertThat(categories)
        .extracting(category -> category.get("code").asString())
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("EMAIL", "PHONE", "FULL_NAME", "IIN", "QUESTIONNAIRE", code);

    JsonNode email = ledger.get("/api/v1/categories/EMAIL").json();
    assertThat(email.get("shipped").asBoolean()).isTrue();
    assertThat(email.get("identity").asBoolean()).isTrue();
    assertThat(email.get("title").propertyNames()).containsExactlyInAnyOrder("ru", "kk", "en");
    Answer change = ledger.put("/api/v1/categories/EMAIL", "{\"title\":{\"en\":\"Mail\"}}");
    assertThat(change.status()).isEqualTo(409);
    assertThat(change.code()).isEqualTo("CATEGORY_SHIPPED");
  }

  @Test
  @Proves("2.8")
  void clause_2_8_a_category_of_the_catalogue_is_known_to_every_command() {
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    String subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");
    String block = "{\"scope\":{\"categories\":[\"" + code + "\"]},\"reason\":\"OUTDATED\"}";
    String path = "/api/v1/subjects/" + subject + "/block";
    assertThat(ledger.post(path, block).code()).isEqualTo("CATEGORY_UNKNOWN");

    LedgerClient.requireSuccess(
        ledger.put("/api/v1/categories/" + code, "{\"title\":{\"en\":\"More\"}}"));

    assertThat(ledger.post(path, block).status()).isEqualTo(201);
  }

  @Test
  @Proves("8.1, 8.7, 11")
  void clause_11_the_history_does_not_name_who_gave_an_undertaking() {
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/undertakings/" + code,
            "{\"person\":\"Гүлнұр Сәрсенова\",\"signedAt\":\"2026-01-01T00:00:00Z\"}"));
    assertThat(ledger.get("/api/v1/events?type=inventory.recorded&limit=1000").text())
        .contains(code)
        .doesNotContain("Сәрсенова");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          information-systems | {"name":"CRM","location":"Almaty"} | 422
          information-systems | {"name":"CRM","location":"","since":"2020-01-01T00:00:00Z"} | 422
          information-systems | {"name":"A","location":"B","since":"2020-01-01T00:00:00Z","retiredAt":"2020-01-01T00:00:00Z"} | 422
          measures            | {"kind":"MAGICAL","description":"A","from":"2020-01-01T00:00:00Z"} | 400
          measures            | {"kind":"TECHNICAL","description":"A","from":"2020-01-01"} | 400
          undertakings        | {"person":"A","signedAt":"2999-01-01T00:00:00Z"} | 422
          undertakings        | {"signedAt":"2020-01-01T00:00:00Z"} | 422
          categories          | {"title":{}} | 422
          categories          | {"title":{"fr":"Santé"}} | 400
          """)
  void what_is_wrong_is_told_and_changes_nothing(String register, String body, int status) {
    String path = "/api/v1/" + register + "/" + code;
    Answer answer = ledger.put(path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(ledger.get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "information-systems/+77017654321",
    "measures/850712400987",
    "undertakings/a%40example.kz",
    "categories/health"
  })
  void what_is_no_code_names_nothing(String path) {
    assertThat(ledger.put("/api/v1/" + path, "{}").status()).isEqualTo(400);
    assertThat(ledger.get("/api/v1/" + path).status()).isEqualTo(400);
  }
}
