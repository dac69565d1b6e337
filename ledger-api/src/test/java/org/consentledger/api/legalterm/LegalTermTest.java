package org.consentledger.api.legalterm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.query.Paging;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.register.RegisterReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The terms of the law are configuration, and a change of one is an event. */
class LegalTermTest extends RunningLedger {

  private static final String PATH = "/api/v1/legal-terms";

  @Autowired private RegisterReader registers;
  private LedgerClient ledger;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
  }

  private Answer change(String id, int length, String source, String more) {
    return ledger.put(
        PATH + "/" + id,
        """
        {"length":%d,"unit":"WORKING_DAYS","source":"%s","certainty":"CONFIRMED"%s}
        """
            .formatted(length, source, more));
  }

  private List<JsonNode> rows(String id) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode row : ledger.get(PATH + "?limit=1000").items()) {
      if (row.get("id").asString().equals(id)) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void each_term_says_how_sure_its_source_is() {
    List<JsonNode> rows = rows("transfer-notice");

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().get("certainty").asString()).isEqualTo("FROM_MEMORY");
    assertThat(rows.getFirst().get("article").asString()).isEqualTo("law 19");
    assertThat(rows.getFirst().get("length").asInt()).isEqualTo(10);
    assertThat(rows.getFirst().get("unit").asString()).isEqualTo("WORKING_DAYS");
    assertThat(rows.getFirst().get("inForce").asBoolean()).isTrue();
    assertThat(rows.getFirst().has("source")).isFalse();
    assertThat(rows.getFirst().has("effectiveFrom")).isFalse();
  }

  @Test
  void a_change_is_an_event_and_its_source_stays_in_the_vault() {
    String words = "Law of " + UUID.randomUUID();
    Answer answer = change("public-sources", 2, words, "");

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.json().get("id").asString()).isEqualTo("public-sources");
    assertThat(rows("public-sources"))
        .extracting(row -> row.get("length").asInt() + " " + row.get("inForce").asBoolean())
        .containsExactly("1 false", "2 true");
    assertThat(rows("public-sources").getLast().get("source").asString()).isEqualTo(words);
    assertThat(registers.current().legalTerm(LegalTermId.PUBLIC_SOURCES, Instant.now()).length())
        .isEqualTo(2);
    Answer events = ledger.get("/api/v1/events?type=legal-term.changed");
    assertThat(events.text()).contains("public-sources").doesNotContain(words);
  }

  @Test
  void the_same_change_again_is_none() {
    assertThat(change("unlawful", 3, "the same", "").status()).isEqualTo(201);
    Answer again = change("unlawful", 3, "the same", "");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("eventIds").isEmpty()).isTrue();
    assertThat(rows("unlawful")).hasSize(2);
  }

  @Test
  void a_change_that_is_still_to_come_is_shown_and_does_not_hold_yet() {
    assertThat(
            change("withdrawal", 20, "a draft", ",\"effectiveFrom\":\"2099-01-01T00:00:00+05:00\"")
                .status())
        .isEqualTo(201);

    assertThat(rows("withdrawal"))
        .extracting(row -> row.get("length").asInt() + " " + row.get("inForce").asBoolean())
        .containsExactly("15 true", "20 false");
    assertThat(rows("withdrawal").getFirst().get("effectiveUntil").asString())
        .isEqualTo("2098-12-31T19:00:00Z");
    assertThat(registers.current().legalTerm(LegalTermId.WITHDRAWAL, Instant.now()).length())
        .isEqualTo(15);
  }

  @Test
  void a_change_does_not_reach_back() {
    Answer answer =
        change("cessation", 20, "too late", ",\"effectiveFrom\":\"2026-01-01T00:00:00Z\"");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("code").asString()).isEqualTo("EFFECTIVE_IN_PAST");
    assertThat(rows("cessation")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "367"})
  void a_length_that_no_term_has_is_refused(int length) {
    assertThat(change("cessation", length, "odd", "").status()).isEqualTo(422);
    assertThat(rows("cessation")).hasSize(1);
  }

  @Test
  void bad_input_changes_nothing() {
    assertThat(change("cessation", 3, " ", "").status()).isEqualTo(422);
    assertThat(change("cessation", 3, "x".repeat(2001), "").status()).isEqualTo(422);
    assertThat(ledger.put(PATH + "/cessation", "{\"length\":3}").status()).isEqualTo(422);
    assertThat(change("cessation", 3, "odd", ",\"unit\":\"WEEKS\"").status()).isEqualTo(400);
    Answer unknown = change("no-such-term", 3, "odd", "");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().get("code").asString()).isEqualTo("LEGAL_TERM_UNKNOWN");
    assertThat(rows("cessation")).hasSize(1);
  }

  @Test
  void the_terms_come_in_pages_or_whole_as_lines() {
    List<String> listed = new ArrayList<>();
    String next = "";
    do {
      Answer page = ledger.get(PATH + "?limit=2" + next);
      page.items().forEach(item -> listed.add(item.get("id").asString()));
      JsonNode cursor = page.json().get("next");
      next = cursor.isNull() ? "" : "&after=" + cursor.asString();
    } while (!next.isEmpty());

    assertThat(listed).isSorted().contains("authority-request", "withdrawal");
    assertThat(listed.stream().distinct()).hasSize(12);
    assertThat(ledger.get(PATH, Paging.NDJSON).text().lines()).hasSameSizeAs(listed);
  }
}
