package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Data grows old, is looked through, and is young again (clauses 4.2, 5.6). */
@Import(MovableClock.Time.class)
class AccuracyReviewTest extends ClauseStory {

  private static final String DUE = "/api/v1/accuracy-reviews/due";

  @Autowired private MovableClock clock;

  @BeforeEach
  void determine() {
    ledger.determine("letters", "{\"consentTerm\":\"P20Y\"}");
  }

  private List<String> due(String query) {
    List<JsonNode> items = LedgerClient.requireSuccess(ledger.get(DUE + query)).items();
    return items.stream().map(item -> item.get("subjectId").asString()).toList();
  }

  private String in(int days) {
    return "?limit=1000&until=" + clock.instant().plus(Duration.ofDays(days));
  }

  @Test
  @Proves("4.2")
  void clause_4_2_who_confirms_data_or_corrects_it_makes_its_review_due_later() {
    String confirmed = consented("{}", "letters");
    String corrected = consented("{}", "letters");
    String neither = consented("{}", "letters");
    assertThat(due(in(0))).doesNotContain(confirmed, corrected, neither);
    assertThat(due(in(370))).contains(confirmed, corrected, neither);

    clock.move(Duration.ofDays(200));
    LedgerClient.requireSuccess(ledger.command(confirmed, "accuracy-confirmation", "{}"));
    LedgerClient.requireSuccess(
        ledger.command(
            corrected,
            "rectification",
            "{\"identifiers\":{\"email\":\"%s@example.kz\"}}".formatted(UUID.randomUUID())));

    clock.move(Duration.ofDays(170));
    assertThat(due("?limit=1000")).contains(neither).doesNotContain(confirmed, corrected);
    clock.move(Duration.ofDays(200));
    assertThat(due("?limit=1000")).contains(neither, confirmed, corrected);
    LedgerClient.requireSuccess(ledger.command(neither, "accuracy-confirmation", "{}"));
    assertThat(due("?limit=1000")).contains(confirmed).doesNotContain(neither);
  }

  @Test
  @Proves("5.6")
  void clause_5_6_old_data_is_listed_for_review_and_may_be_used_as_before() {
    String subject = consented("{}", "letters");
    String destroyed = consented("{}", "letters");
    String nobody =
        LedgerClient.requireSuccess(ledger.post("/api/v1/subjects", "{\"language\":\"kk\"}"))
            .subjectId();
    Instant accurateAt = Instant.parse(read(subject).json().get("accurateAt").asString());

    clock.move(Duration.ofDays(370));

    LedgerClient.requireSuccess(
        ledger.command(destroyed, "destruction", "{\"ground\":\"REQUEST\"}"));
    assertThat(due("?limit=1000")).contains(subject).doesNotContain(destroyed, nobody);
    assertThat(ledger.decide(subject, "letters", "USE").decision()).isEqualTo("PERMIT");
    JsonNode listed =
        ledger.get(DUE + "?limit=1000").items().stream()
            .filter(item -> item.get("subjectId").asString().equals(subject))
            .findFirst()
            .orElseThrow();
    assertThat(Instant.parse(listed.get("accurateAt").asString())).isEqualTo(accurateAt);
    assertThat(Instant.parse(listed.get("dueAt").asString()))
        .isBetween(accurateAt.plus(Duration.ofDays(365)), accurateAt.plus(Duration.ofDays(370)));
  }

  @Test
  @Proves("5.6")
  void clause_5_6_an_officer_says_from_when_on_which_age_is_too_old() {
    String subject = consented("{}", "letters");
    assertThat(due(in(60))).doesNotContain(subject);

    Instant from = clock.instant().plus(Duration.ofDays(50));
    becomesTooOldAfter(30, ",\"effectiveFrom\":\"" + from + "\"");

    assertThat(due(in(45))).doesNotContain(subject);
    assertThat(due(in(60))).contains(subject);
    clock.move(Duration.ofDays(60));
    assertThat(due(in(0))).contains(subject);
    becomesTooOldAfter(365, "");
    assertThat(due(in(0))).doesNotContain(subject);
  }

  private void becomesTooOldAfter(int days, String more) {
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/legal-terms/accuracy-review",
            """
            {"length":%d,"unit":"CALENDAR_DAYS","source":"Ереже 4","certainty":"CHOSEN"%s}
            """
                .formatted(days, more)));
  }

  @Test
  void the_list_is_read_page_by_page_and_as_lines() {
    List<String> subjects = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      subjects.add(registered());
    }
    String until = "until=" + clock.instant().plus(Duration.ofDays(400));
    List<String> paged = new ArrayList<>();
    String after = "";
    do {
      Answer page = LedgerClient.requireSuccess(ledger.get(DUE + "?limit=2&" + until + after));
      page.items().forEach(item -> paged.add(item.get("subjectId").asString()));
      after = "&after=" + page.json().get("next").asString("");
    } while (!after.equals("&after="));
    assertThat(paged).containsSubsequence(subjects).doesNotHaveDuplicates();
    assertThat(ledger.get(DUE + "?" + until, "application/x-ndjson").text().lines())
        .hasSameSizeAs(paged);
    for (String query : List.of("after=!", "after=bm9ib2R5", "until=soon", "limit=0")) {
      assertThat(ledger.get(DUE + "?" + query).status()).as(query).isEqualTo(400);
    }
  }
}
